import { many, Refused } from './refused.js';

/** @typedef {import('../limits.ts').ImportLimits} ImportLimits */

/** "C" of column 3. @param {number} column from 1 */
export function letters(column) {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** Counts what a file holds while it is read, and refuses what is over the limits. */
export class Budget {
  cells = 0;
  characters = 0;

  /** @param {ImportLimits} limits */
  constructor(limits) {
    this.limits = limits;
  }

  /** @param {number} count */
  sheets(count) {
    const most = this.limits.sheets;
    if (count > most)
      throw new Refused(`The file has more than ${most} sheets, which is the limit. Send the ones that matter.`);
  }

  /**
   * A cell that holds something, `times` across and `rows` down.
   * @param {{ sheet: string, row: number, column: number, length: number, times?: number, rows?: number }} cell
   */
  cell({ sheet, row, column, length, times = 1, rows = 1 }) {
    const { limits } = this;
    const place = `sheet “${sheet}”, cell ${letters(column)}${row}`;
    if (length > limits.cellCharacters)
      throw new Refused(
        `A cell is too long: ${place} has ${many(length)} characters. The limit is ${many(limits.cellCharacters)}. Shorten it.`,
      );
    if (row + rows - 1 > limits.rows)
      throw new Refused(
        `Sheet “${sheet}” has something in row ${many(row + rows - 1)}. The limit is ${many(limits.rows)} rows. Split the sheet, or take out what stands far down.`,
      );
    if (column + times - 1 > limits.columns)
      throw new Refused(
        `Sheet “${sheet}” has something in column ${letters(column + times - 1)}, which is column ${many(column + times - 1)}. The limit is ${limits.columns} columns. Take out what stands far right.`,
      );
    this.cells += times * rows;
    this.characters += length * times * rows;
    if (this.cells > limits.cells)
      throw new Refused(`The file has more than ${many(limits.cells)} filled cells, which is the limit. Split it.`);
    if (this.characters > limits.characters)
      throw new Refused(
        `The file has more than ${many(limits.characters)} characters of text, which is the limit. Split it.`,
      );
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** The text of a cell with `\n` as its only line end and without control characters. @param {string} text */
export function cleanText(text) {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
}

/** The same, as a text of its own: one that is cut out of a file would keep the whole file in memory. @param {string} text */
export function ownText(text) {
  const clean = cleanText(text);
  return clean.length < 13 ? clean : ` ${clean}`.slice(1);
}
