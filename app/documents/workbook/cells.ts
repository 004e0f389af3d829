import type { DocumentCell, DocumentColumn } from '#app/domain/summary/document.ts';

const LONGEST_CELL = 32_767;
const CUT = '… (cut here: the JSON file has all of it)';

/**
 * What a cell holds in a table that a program can read: dates stay as they are kept, so that they sort; an empty cell is
 * empty text.
 */
export function tableCell(cell: DocumentCell, { kind }: DocumentColumn): string | number {
  if (typeof cell === 'number') return cell;
  const text = plainText(cell);
  return kind === 'marks' ? shorthandText(text) : text;
}

/** The same in a spreadsheet: an empty cell is its shorthand, and no text is longer than Excel can hold. */
export function sheetCell(cell: DocumentCell, column: DocumentColumn): string | number {
  const value = tableCell(cell, column);
  if (value === '') return column.empty ? `[${column.empty.shorthand}]` : '';
  if (typeof value === 'number' || value.length <= LONGEST_CELL) return value;
  return value.slice(0, LONGEST_CELL - CUT.length) + CUT;
}

/** The text of a cell, with `\n` as its only line end. */
export function plainText(cell: DocumentCell): string {
  const text = typeof cell === 'object' ? (cell?.text ?? '') : String(cell);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** `[f] [r]` of "f r". */
export function shorthandText(marks: string): string {
  return marks
    .split(/\s+/)
    .filter((mark) => mark !== '')
    .map((mark) => `[${mark}]`)
    .join(' ');
}

/** `A` of 1, `AA` of 27. */
export function columnLetters(place: number): string {
  const last = String.fromCharCode(65 + ((place - 1) % 26));
  return place > 26 ? columnLetters(Math.floor((place - 1) / 26)) + last : last;
}
