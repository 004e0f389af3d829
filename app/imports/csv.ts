import { CsvError, type Info, parse } from 'csv-parse';
import { unguarded } from '../documents/csv.ts';
import type { Fault } from '../domain/fault.ts';
import type { FileRow } from '../domain/strategy/strategy-files.ts';
import { csvText, delimiterOf } from './csv-text.js';

export { delimiterOf };

const PROGRESS_EVERY = 5_000;

/**
 * Reads CSV (RFC 4180, header row; Excel's semicolons and tabs are understood too). Whatever is wrong with its shape is
 * added to `faults`; rows that could be read are returned all the same, so that every fault is told at once. `say` is
 * called every 5,000 rows. Columns of `mayLack` need not be there.
 */
export async function readCsv(
  text: string,
  file: string,
  columns: readonly string[],
  faults: Fault[],
  say: (line: string) => void = () => {},
  mayLack: readonly string[] = [],
): Promise<FileRow[]> {
  const before = faults.length;
  const records = await parseRecords(text, file, faults, say);
  // Of a file that broke off before its first row, nothing more can be said.
  if (records.length === 0 && faults.length > before) return [];
  const header = (records.shift() ?? []).map((name) => name.trim());
  const missing = columns.filter((column) => !header.includes(column) && !mayLack.includes(column));
  for (const column of missing)
    faults.push({ file, row: 1, column, found: header.join(','), mend: `add a column named "${column}"` });
  for (const column of header.filter((name) => !columns.includes(name)))
    faults.push({ file, row: 1, column, found: column, mend: 'take this column out: it is not known here' });
  for (const column of columns.filter((name) => header.indexOf(name) !== header.lastIndexOf(name)))
    faults.push({ file, row: 1, column, found: header.join(','), mend: `keep one column named "${column}"` });
  if (missing.length > 0) return [];
  return records.flatMap((record, index) => toRow(record, index + 2, header, file, faults));
}

/** The text of a file in UTF-8, with or without a byte-order mark; null, with a fault, for bytes that are none. */
export function decodeCsv(bytes: Uint8Array, file: string, faults: Fault[]): string | null {
  const read = csvText(bytes);
  if ('text' in read && read.said === null) return read.text;
  faults.push({ file, found: 'bytes that are not UTF-8', mend: 'save it as CSV UTF-8' });
  return null;
}

async function parseRecords(
  text: string,
  file: string,
  faults: Fault[],
  say: (line: string) => void,
): Promise<string[][]> {
  const records: string[][] = [];
  const parser = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    info: true,
  });
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      records.push(record);
      if (records.length % PROGRESS_EVERY === 0) say(`  ${file}: ${records.length.toLocaleString('en-GB')} rows read`);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push({
      file,
      // Rows that were read and not handed on yet count too.
      row: Number(error['records'] ?? records.length) + 1,
      found: error.message,
      mend: 'check the quotes on this row: a quote inside a cell is written twice ("")',
    });
  }
  return records;
}

function toRow(record: string[], row: number, header: string[], file: string, faults: Fault[]): FileRow[] {
  // A spreadsheet counts its empty rows and writes them as a line of commas.
  if (record.every((cell) => cell.trim() === '')) return [];
  if (record.length !== header.length) {
    faults.push({
      file,
      row,
      found: `${record.length} cells where the header has ${header.length}`,
      mend: 'put quotes around a cell that holds a comma, and give every column a cell',
    });
    return [];
  }
  return [{ row, cells: Object.fromEntries(header.map((name, i) => [name, unguarded((record[i] ?? '').trim())])) }];
}
