import type { Cell } from '#app/domain/cells.ts';

/** Text that a spreadsheet might run as a formula, after spaces and in full-width forms too. */
const RISKY = /^\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** Control characters mean nothing in a table, and some hide what follows from the test above. */
const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, (mark) => ('\n\r\t'.includes(mark) ? mark : ''));
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = withoutControls(value);
  const safe = RISKY.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 text with a byte-order mark, as Excel and LibreOffice both read it; the first row is the header. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
