import { formatPartialDate } from '#app/domain/partial-date.ts';
import { counted, listed } from '#app/domain/sentences.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { frontMatter } from '../printed.ts';
import type { Sheet, SheetSource } from '../workbook.ts';

/** The first sheet: what the workbook is, how final, which day it shows, and what is in it. */
export function coverSheet(document: SummaryDocument, sources: readonly SheetSource[]): Sheet {
  const words = frontMatter(document).flatMap((block) => (block.kind === 'words' ? [block.text] : []));
  const asAt = `It shows the record as at ${formatPartialDate(document.asAt)}.`;
  return {
    name: 'Cover',
    title: document.title,
    lines: [...words, asAt, ...whatIsInIt(sources)],
    table: null,
  };
}

function whatIsInIt(sources: readonly SheetSource[]): string[] {
  const sheets = sources.map(({ table }) => table.sheet);
  const tables = sources.filter(({ table }) => table.id !== 'in-words' && table.id !== 'corrections').length;
  const parts = [
    'this cover',
    'a list of contents',
    'notes that explain the shorthand',
    ...(sheets.includes('In words') ? ['everything that the summary says in words'] : []),
    ...(sheets.includes('Corrections') ? ['what was corrected'] : []),
    counted(tables, 'table'),
  ];
  return [
    `This workbook has ${sources.length + 3} sheets: ${listed(parts)}.`,
    'Each sheet has at most one table, which starts in column A below its title and the sentences about it.',
  ];
}

/** The second sheet: every sheet after it, linked by its name, with its title and how many rows its table has. */
export function contentsSheet(sheets: readonly Sheet[]): Sheet {
  return {
    name: 'Contents',
    title: 'Contents',
    lines: ['Each name leads to its sheet.'],
    table: {
      name: 'table_contents',
      columns: [
        { label: 'Sheet', width: 34, numeric: false },
        { label: 'Title', width: 60, numeric: false },
        { label: 'Number of rows', width: 12, numeric: true },
      ],
      rows: sheets.map(({ name, title, table }) => [{ text: name, sheet: name }, title, table?.rows.length ?? 0]),
    },
  };
}
