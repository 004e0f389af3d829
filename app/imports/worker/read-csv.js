import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { csvText, delimiterInWords, delimiterOf } from '../csv-text.js';
import { cleanText } from './budget.js';
import { Refused } from './refused.js';

/**
 * @typedef {import('../sheets.ts').ReadRow} ReadRow
 * @typedef {import('./budget.js').Budget} Budget
 */

const CHUNK = 65_536;
/** One after the other, so that a line that ends in another way is a line too. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

/**
 * Hands on the rows of a CSV file, blank rows left out, cells as they stand in the file.
 * @param {string} name of the sheet
 * @param {Uint8Array} bytes
 * @param {Budget} budget
 * @param {(row: ReadRow) => void} hand
 * @returns {Promise<string[]>} what to say of how it was read
 */
export async function readCsvRows(name, bytes, budget, hand) {
  const decoded = csvText(bytes);
  if (!('text' in decoded))
    throw new Refused(
      `“${name}.csv”${decoded.row === undefined ? '' : `, line ${decoded.row},`} holds ${decoded.found}. ${capital(decoded.mend)}.`,
    );
  const text = decoded.text.replace(/^\uFEFF/, '');
  const mark = delimiterOf(text);
  const counter = new Counter(name, budget);
  // The line that names the mark is a row of the file, and no row of the table.
  const body = text.replace(/^sep=[,;\t]\r?\n/, () => {
    counter.row += 1;
    return '';
  });
  await parseRows(body, mark, counter, hand);
  return [decoded.said, delimiterInWords(mark)].filter((said) => said !== null);
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Counts rows as a spreadsheet does, and keeps those that hold something. */
class Counter {
  row = 0;

  /** @param {string} sheet @param {Budget} budget */
  constructor(sheet, budget) {
    this.sheet = sheet;
    this.budget = budget;
  }

  /** @param {string[]} record @returns {ReadRow | null} */
  take(record) {
    this.row += 1;
    if (record.every((cell) => cell.trim() === '')) return null;
    const cells = record.map(cleanText);
    cells.forEach((cell, i) => {
      if (cell !== '') this.budget.cell({ sheet: this.sheet, row: this.row, column: i + 1, length: cell.length });
    });
    return { row: this.row, cells };
  }
}

/** @param {string} text @param {string} mark @param {Counter} counter @param {(row: ReadRow) => void} hand */
async function parseRows(text, mark, counter, hand) {
  /** @type {import('csv-parse').Options<ReadRow, string[]>} */
  const options = {
    delimiter: mark,
    record_delimiter: LINE_ENDS,
    relax_column_count: true,
    on_record: (record) => counter.take(record),
  };
  const parser = parse(/** @type {import('csv-parse').Options} */ (/** @type {unknown} */ (options)));
  try {
    for await (const row of Readable.from(chunksOf(text)).pipe(parser)) hand(row);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refused(
      `“${counter.sheet}.csv” cannot be read after row ${counter.row}: ${inWords(error)}. A quote inside a cell is written twice (""), and a cell that begins with a quote ends with one.`,
    );
  }
}

/** @param {string} text */
function* chunksOf(text) {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

/** @param {CsvError} error */
function inWords(error) {
  return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is not closed' : 'a quote stands where none may be';
}
