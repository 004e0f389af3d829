import type { DocumentCell, SummaryDocument } from './document.ts';
import { tablesOf } from './document-tables.ts';

/** What a document rates Red, by the owner or the office: the names of the rows, each once. */
export function ratedRed(document: SummaryDocument): string[] {
  const named = tablesOf(document).flatMap(({ columns, rows, keyColumn }) =>
    rows
      .filter((row) => row.some((cell, place) => columns[place]?.field === 'ratings' && textOf(cell) === 'Red'))
      .map((row) => textOf(row[keyColumn] ?? null)),
  );
  return [...new Set(named)];
}

const textOf = (cell: DocumentCell): string => (typeof cell === 'object' ? (cell?.text ?? '') : String(cell));
