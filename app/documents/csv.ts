import type { Cell } from '#app/domain/cells.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { tablesOf } from '#app/domain/summary/document-tables.ts';
import { tableCell } from './workbook/cells.ts';

/**
 * Text that a spreadsheet might run as a formula, after spaces and in full-width forms too; and such text with quote
 * marks in front already, so that the one that is put before it can be told from them.
 */
const RISKY = /^'*\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** Control characters mean nothing in a table, and some hide what follows from the test above. */
const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, (mark) => ('\n\r\t'.includes(mark) ? mark : ''));
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** Text with one quote mark more in front where a spreadsheet might run it: `=1+1` becomes `'=1+1`, that `''=1+1`. */
export function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** What the text of a cell was before `guarded`. For programs that read our files. */
export function unguarded(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = guarded(withoutControls(value));
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 text with a byte-order mark, as Excel and LibreOffice both read it; the first row is the header. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * The main table of a summary as a CSV file: every column, dates as they are kept, empty cells empty. In a demonstration
 * the last row says what it is.
 */
export function csvOf(document: SummaryDocument): Uint8Array {
  const table = tablesOf(document).find(({ id }) => id === document.mainTable);
  if (!table) throw new RangeError(`The summary has no table "${document.mainTable}".`);
  const { columns } = table;
  const rows = table.rows.map((row) => columns.map((column, i) => tableCell(row[i] ?? null, column)));
  const said =
    document.demonstration === null ? [] : [columns.map((_, i) => (i === 0 ? document.demonstration : null))];
  return new TextEncoder().encode(csv([columns.map(({ label }) => label), ...rows, ...said]));
}
