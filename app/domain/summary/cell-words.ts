import { formatPartialDate, isPartialDate } from '../partial-date.ts';
import type { DocumentCell, DocumentColumn, DocumentTable } from './document.ts';

/** One for all: a table may have ten thousand numbers. */
const NUMBER = new Intl.NumberFormat('en-GB');

/** What a cell says to a reader: dates in words, numbers with commas, and for an empty cell what that means. */
export function cellWords(cell: DocumentCell, column: DocumentColumn): string {
  if (typeof cell === 'number') return NUMBER.format(cell);
  const text = typeof cell === 'string' ? cell : (cell?.text ?? '');
  if (text === '') return column.empty?.word ?? '';
  return column.kind === 'date' && isPartialDate(text) ? formatPartialDate(text) : text;
}

/** The columns that there is room for on a page, each with its place in the rows. */
export function columnsShown(table: DocumentTable): { column: DocumentColumn; place: number }[] {
  return table.columns.map((column, place) => ({ column, place })).filter(({ column }) => column.printed);
}

/**
 * The text cut at the codes that it names: words at even places, codes at odd ones. A longer code that begins or ends
 * with one of them is left alone.
 */
export function cutAtCodes(text: string, codes: readonly string[]): string[] {
  if (codes.length === 0) return [text];
  const plain = codes.map((code) => code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(?<![\\w-])(?<!\\w\\.)(${plain})(?![\\w-])(?!\\.\\w)`));
}
