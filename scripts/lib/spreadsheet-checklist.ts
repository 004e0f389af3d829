import { unzipSync } from 'fflate';
import { odsFacts } from './ods-facts.ts';
import type { BookFacts, CellFacts, SheetFacts, TableFacts } from './spreadsheet-facts.ts';
import { xlsxFacts } from './xlsx-facts.ts';

/**
 * The checklist for accessible spreadsheets of the Government Analysis Function (7 July 2021), as far as a program can
 * check it: what it cannot see is spelling, and whether words say what they mean.
 */

/**
 * What is wrong with the file, one sentence each; empty for a good one. Reads the parts of the file, not our model. A
 * workbook `toFillIn` may have columns and rows in which nothing is written yet.
 */
export function checklistFaults(bytes: Uint8Array, format: 'ods' | 'xlsx', { toFillIn = false } = {}): string[] {
  const files = unzipSync(bytes);
  const book = format === 'ods' ? odsFacts(files) : xlsxFacts(files);
  return [...bookFaults(book), ...book.sheets.flatMap((sheet) => sheetFaults(sheet, explainedIn(book), toFillIn))];
}

/** A workbook to be filled in has its instructions for a cover. */
const FIRST = /^(Cover|Instructions),Contents,Notes$/;
/** Symbols and small figures that stand for notes. */
const SYMBOL = /[*†‡§¶⁺¹²³⁴-⁹]\s*$/u;

function bookFaults(book: BookFacts): string[] {
  const names = book.sheets.map(({ name }) => name);
  const lower = names.map((name) => name.toLowerCase());
  const tables = book.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name.toLowerCase()));
  return said([
    ...Object.entries(book.properties).map(([name, value]) => [
      value.trim() === '',
      `The property “${name}” is empty.`,
    ]),
    [!FIRST.test(names.slice(0, 3).join()), 'The sheets are not in the order cover, contents, notes, tables.'],
    [new Set(lower).size < names.length, 'Two sheets have the same name.'],
    [new Set(tables).size < tables.length, 'Two tables have the same name.'],
    [book.front !== names[0], 'The first sheet is not in front.'],
    [(book.sheets[0]?.cursor ?? '') !== 'A1', 'The cursor is not in A1 of the first sheet.'],
    [book.macros, 'The file has macros.'],
    [book.images, 'The file has images.'],
    [book.headersOrFooters, 'The file has headers or footers.'],
  ]);
}

type Check = (boolean | string)[];

function said(checks: Check[]): string[] {
  return checks.filter(([isFault]) => isFault).map(([, words]) => String(words));
}

/** The notes sheet, row by row: what is explained, and how. */
function explainedIn({ sheets }: BookFacts): Map<string, string> {
  const cells = sheets.find(({ name }) => name === 'Notes')?.cells ?? [];
  const text = (row: number, column: number) => cells.find((c) => c.row === row && c.column === column)?.text ?? '';
  return new Map(cells.filter(({ column }) => column === 1).map(({ row, text: note }) => [note, text(row, 2)]));
}

function sheetFaults(sheet: SheetFacts, explained: Map<string, string>, toFillIn: boolean): string[] {
  const { name, cells, tables } = sheet;
  const codes = new Set(cells.flatMap(({ text }) => [...text.matchAll(/\[([a-z]|note \d+)\]/g)].map(([code]) => code)));
  const unexplained = [...codes].filter((code) => !explained.get(code));
  return [
    ...said([
      [!isMeaningful(name), 'its name says nothing'],
      [sheet.hidden, 'it is hidden'],
      [cells.length === 0, 'it is blank'],
      [cells.length > 0 && !cells.some(({ row, column }) => row === 1 && column === 1), 'it has no title in A1'],
      [sheet.hiddenRowsOrColumns, 'rows or columns are hidden'],
      [sheet.merged, 'cells are merged'],
      [sheet.filters, 'it has filters'],
      [sheet.frozen, 'it has frozen panes'],
      [sheet.floating, 'it has floating boxes'],
      [cells.some(({ filled }) => filled), 'cells have a background fill'],
      [cells.some(({ isFormula }) => isFormula), 'it has formulas'],
      [cells.some(({ superscript, text }) => superscript || SYMBOL.test(text)), 'a note is a symbol or superscript'],
      [
        cells.some(({ isLink, text }) => isLink && /^(https?:|www\.|mailto:|#)/i.test(text)),
        'a link is a bare address',
      ],
      [tables.length > 1, 'it has more than one table'],
      [tables.length === 0 && cells.some(({ column }) => column > 1), 'its table is not marked as one'],
    ]),
    ...unexplained.map((code) => `${code} is not explained on the notes sheet`),
    ...(tables[0] && tables.length === 1 ? tableFaults(cells, tables[0], explained, toFillIn) : []),
  ].map((fault) => `${name}: ${fault}.`);
}

function isMeaningful(name: string): boolean {
  return name.trim() !== '' && name.length <= 31 && !/^(sheet|table|tabelle|feuil)?\s*\d*$/i.test(name);
}

function tableFaults(
  cells: readonly CellFacts[],
  table: TableFacts,
  explained: Map<string, string>,
  toFillIn: boolean,
): string[] {
  const inside = cells.filter(({ row, column }) => isIn(table, row, column));
  const at = new Map(inside.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const [rows, columns] = [between(table.top, table.bottom), between(table.left, table.right)];
  const labels = columns.map((column) => at.get(`${table.top} ${column}`)?.text ?? '');
  const body = rows.slice(1);
  const isBlankRow = (row: number) => columns.every((column) => !at.has(`${row} ${column}`));
  const isBlankColumn = (column: number) => body.every((row) => !at.has(`${row} ${column}`));
  const blanks = columns.filter((column) => body.some((row) => !isBlankRow(row) && !at.has(`${row} ${column}`)));
  const says = explained.get('Blank cell') ?? '';
  const unsaid = blanks.filter((c) => !isBlankColumn(c) && !says.includes(labels[c - table.left] ?? ''));
  return said([
    [table.left !== 1, 'its table does not start in column A'],
    [table.headerRows !== 1, 'its table has not one header row'],
    [labels.includes(''), 'a column has no name'],
    [new Set(labels.map((label) => label.toLowerCase())).size < labels.length, 'two columns have the same name'],
    [!toFillIn && body.some(isBlankRow), 'its table has a blank row'],
    [!toFillIn && columns.some(isBlankColumn), 'its table has a blank column'],
    [unsaid.length > 0, 'empty cells are not explained'],
    [inside.some(({ isNumber, wrapped }) => !isNumber && !wrapped), 'text is not wrapped'],
    [cells.some(({ row }) => row > table.bottom), 'something is below its table'],
    [
      cells.some(({ row, column }) => row <= table.bottom && outside(table, row, column)),
      'something is beside its table',
    ],
  ]);
}

function isIn({ top, bottom, left, right }: TableFacts, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function outside(table: TableFacts, row: number, column: number): boolean {
  return !isIn(table, row, column) && !(row < table.top && column === 1);
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
