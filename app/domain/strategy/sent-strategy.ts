import type { Fault } from '../fault.ts';
import type { FoundFile, FoundTable } from '../imports/found-file.ts';
import { formatPartialDate } from '../partial-date.ts';
import { understandDate } from '../understood-date.ts';
import { KEYS } from './definition.ts';
import { type Cells, columnsOf, type FileRow, ruleOf, type StrategyFile } from './strategy-files.ts';

/** A row of a sheet that somebody sent, with how its cells were understood where they do not say so themselves. */
export interface SentRow extends FileRow {
  understood: Cells;
}

export interface SentTable {
  sheet: string;
  /** The columns that it has. */
  columns: string[];
  rows: SentRow[];
  ignored: string[];
}

/** The sheets of a file as the tables of a strategy. */
export interface SentStrategy {
  tables: Partial<Record<StrategyFile, SentTable>>;
  /** Code of the strategy that the workbook is of; null when it does not say. */
  strategy: string | null;
  /** Number of the change after which the workbook was made; null when it does not say. */
  madeFrom: number | null;
  faults: Fault[];
}

/** Reads the tables of a file as those of a strategy: words in any case, dates as people write them. */
export function sentStrategy({ tables }: FoundFile): SentStrategy {
  const sent: SentStrategy = { tables: {}, strategy: null, madeFrom: null, faults: [] };
  for (const { what, ...table } of tables) {
    if (what === 'return') continue;
    if (what === 'about') readAbout(sent, table);
    else addTable(sent, what, table);
  }
  return sent;
}

/** What the workbook says of itself: of which strategy it is, and after which change it was made. */
function readAbout(sent: SentStrategy, { sheet, rows }: FoundTable): void {
  const rowOf = (what: string) => rows.find(({ cells }) => cells['what']?.toLowerCase() === what);
  sent.strategy = rowOf('strategy code')?.cells['value'] || null;
  const row = rowOf('made from change');
  if (!row) return;
  const value = row.cells['value'] ?? '';
  if (/^[1-9]\d{0,11}$/.test(value)) sent.madeFrom = Number(value);
  else {
    const mend = 'put back the number that the workbook had when it was made';
    sent.faults.push({ file: sheet, row: row.row, column: 'value', found: value, mend });
  }
}

function addTable(sent: SentStrategy, file: StrategyFile, table: FoundTable): void {
  const { sheet, rows, missing, unknown, faults } = table;
  sent.faults.push(...faults);
  const before = sent.tables[file];
  if (before) {
    const mend = `keep one of the two: “${before.sheet}” holds the same table`;
    sent.faults.push({ file: sheet, found: 'a table that is there twice', mend });
    return;
  }
  const keyless = KEYS[file].filter((column) => missing.includes(column));
  for (const column of keyless)
    sent.faults.push({ file: sheet, column, found: 'no such column', mend: `add a column named "${column}"` });
  if (keyless.length > 0) return;
  const columns = columnsOf(file).filter((column) => !missing.includes(column));
  const read = rows.map((row) => readRow(file, sheet, row, sent.faults));
  sent.tables[file] = { sheet, columns, rows: read, ignored: unknown };
}

function readRow(file: StrategyFile, sheet: string, { row, cells }: FileRow, faults: Fault[]): SentRow {
  const read: SentRow = { row, cells: {}, understood: {} };
  for (const [column, cell] of Object.entries(cells)) {
    const rule = ruleOf(file, column);
    const text = cell.trim();
    read.cells[column] = rule?.words ? wordIn(rule.words, text) : text;
    if (!rule?.date || text === '') continue;
    const date = understandDate(text);
    if (date.kind === 'refused') faults.push({ file: sheet, row, column, found: text, mend: date.mend });
    read.cells[column] = date.kind === 'date' ? date.value : date.kind === 'none' ? '' : text;
    if (date.kind === 'none') read.understood[column] = `“${text}” was read as no date`;
    else if (date.kind === 'date' && date.understood !== null) read.understood[column] = date.understood;
  }
  return file === 'milestone_dates.csv' ? withPublishedWords(read, cells['value']?.trim() ?? '') : read;
}

const wordIn = (words: readonly string[], text: string): string =>
  words.find((word) => word.toLowerCase() === text.toLowerCase().replace(/\s+/g, ' ')) ?? text;

/** A date in words of its own, "autumn 2020", is kept as it was published beside what it was understood as. */
function withPublishedWords(row: SentRow, written: string): SentRow {
  const value = row.cells['value'] ?? '';
  if (value === '' || !row.understood['value']) return row;
  const isWords = /\p{L}|^\d{4}\s*[-–/]\s*\d{2}(\d{2})?$/u.test(written);
  if (!isWords || formatPartialDate(value).toLowerCase() === written.toLowerCase()) return row;
  return { ...row, cells: { ...row.cells, as_published: written } };
}
