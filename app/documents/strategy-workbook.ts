import { type AboutFile, aboutRows, madeInWords } from '#app/domain/strategy/about-file.ts';
import type { Definition } from '#app/domain/strategy/definition.ts';
import { cellWords, columnLabel, FILE_WORDS, sheetNameOf } from '#app/domain/strategy/file-words.ts';
import { columnsOf, ruleOf, STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { plainText } from './workbook/cells.ts';
import { contentsSheet } from './workbook/front.ts';
import { WIDEST, widthOf } from './workbook/widths.ts';
import type { Sheet, SheetColumn, SheetTable, Workbook } from './workbook.ts';

const FILES = Object.keys(STRATEGY_FILES) as StrategyFile[];

/** The whole strategy as a workbook to be edited and sent back: every cell is text, exactly as it is kept. */
export function strategyWorkbook(definition: Definition, about: AboutFile): Workbook {
  const tables = FILES.map((file) => fileSheet(file, definition));
  const counted = tables.map((sheet, i) => withRows(sheet, definition[FILES[i] ?? 'strategy.csv'].length));
  const notes = notesSheet();
  const columns = columnsSheet();
  const sheets = [coverSheet(about), contentsSheet([notes, columns, ...counted]), notes, columns, ...tables];
  return {
    title: `${about.name}: the whole strategy`,
    subject: 'The whole strategy, to be edited and sent back',
    creator: `Strategy office, ${about.name}`,
    dated: about.madeOn,
    sheets: sheets.map((sheet) => ({ ...sheet, lines: [...standing(about), ...sheet.lines] })),
  };
}

/** Sheets are printed and sent one by one, so each says what it may be used for. */
const standing = ({ marking, demonstration }: AboutFile): string[] =>
  demonstration === null ? [marking] : [marking, demonstration];

/** The sheet as the list of contents counts it: a row to write in is none. */
function withRows(sheet: Sheet, rows: number): Sheet {
  return sheet.table ? { ...sheet, table: { ...sheet.table, rows: sheet.table.rows.slice(0, rows) } } : sheet;
}

function coverSheet(about: AboutFile): Sheet {
  return {
    name: 'Cover',
    title: `${about.name}: the whole strategy`,
    lines: [madeInWords(about), ...HOW_TO_EDIT],
    table: textTable('about', ['What', 'Value (do not change)'], aboutRows(about), [26, 100]),
  };
}

const HOW_TO_EDIT = [
  'To change the strategy: change cells, or add rows below the last one of a sheet, and save the workbook.',
  'Then send it back under “Import” on the site. You see what it would change before anything is stored.',
  'Nothing is deleted by leaving out a row, a column or a sheet: what the workbook lacks stays as it is.',
  'Emptying a cell is a change: the record then says that it is not known.',
  'Codes are never changed: a row with another code is another thing, added beside the first.',
  'Dates may be written as people write them: 1 October 2019, October 2019, autumn 2019, TBC.',
  'What others change in the meantime is kept. Where they and you changed one cell, you are asked which stands.',
  'The sheets “Columns” and “Notes” say what each cell may hold. Titles and header rows stay as they are.',
  'What this workbook was made from:',
];

function fileSheet(file: StrategyFile, definition: Definition): Sheet {
  const columns = columnsOf(file);
  const rows = definition[file].map(({ cells }) =>
    columns.map((column) => plainText(cells[column] ?? '').replaceAll('\t', ' ')),
  );
  // A table of a spreadsheet has at least one row below its header: an empty one to write in.
  const filled = rows.length > 0 ? rows : [columns.map(() => '')];
  const lines = [...FILE_WORDS[file]];
  const name = sheetNameOf(file);
  const labels = columns.map(columnLabel);
  return { name, title: name, lines, table: textTable(file.replace('.csv', ''), labels, filled) };
}

function columnsSheet(): Sheet {
  const rows = FILES.flatMap((file) =>
    columnsOf(file).map((column) => [
      sheetNameOf(file),
      columnLabel(column),
      cellWords(file, column),
      ruleOf(file, column)?.required ? 'No' : 'Yes',
    ]),
  );
  const labels = ['Sheet', 'Column', 'What it must hold', 'May be empty'];
  const lines = ['What every column must hold. An empty cell means not known.'];
  return { name: 'Columns', title: 'Columns', lines, table: textTable('columns', labels, rows, [30, 20, 100, 14]) };
}

function notesSheet(): Sheet {
  const lines = ['How cells are written, and what a blank cell means.'];
  const labels = ['Note', 'Meaning'];
  return { name: 'Notes', title: 'Notes', lines, table: textTable('notes', labels, [...NOTES, BLANK], [16, 84]) };
}

const NOTES = [
  [
    'Dates',
    'Written with the year first, as precisely as they are known. 2019-10-01 is a day, 2019-10 a month, 2019-Q4 the last quarter of the calendar year and 2019 a year.',
  ],
  ['Periods', 'Dates, or financial years from 1 April: 2021/22.'],
  ['Codes', 'Letters, digits, points and hyphens. They are text: 1.10 is not 1.1, and 007 is not 7.'],
  ['Lists', 'Several in one cell have a space, a bar and a space between them: GRO-7 | SCI-2.'],
  ['Cells', 'Every cell is text. No formulas: what begins with = stays the text that it is.'],
];

const BLANK = [
  'Blank cell',
  `Not known, or nothing to say. Columns that may have blank cells: ${[...new Set(FILES.flatMap(optionalLabels))].join(', ')}.`,
];

function optionalLabels(file: StrategyFile): string[] {
  return columnsOf(file)
    .filter((column) => mayBeBlank(file, column))
    .map(columnLabel);
}

/** The stage of a recommendation is needed of a new one; of one added on the site nobody may have judged it yet. */
function mayBeBlank(file: StrategyFile, column: string): boolean {
  return !ruleOf(file, column)?.required || (file === 'recommendations.csv' && column.startsWith('stage'));
}

/** A table of nothing but text, in which what is typed stays text. Its columns are as wide as their words, to a limit. */
function textTable(name: string, labels: string[], rows: string[][], widths: number[] = []): SheetTable {
  const columns = labels.map((label, i): SheetColumn => {
    const width = widths[i] ?? widthFor([label, ...rows.map((row) => row[i] ?? '')]);
    return { label, width, numeric: false, typed: true };
  });
  return { name: `table_${name}`, columns: asWideAsSentences(columns), rows };
}

function widthFor(texts: string[]): number {
  const longest = Math.max(...texts.map((text) => text.length));
  return Math.min(WIDEST, Math.max(longest + 3, 10));
}

/** Sentences above a table run across its columns: the last one is made wide enough that none is cut off. */
function asWideAsSentences(columns: SheetColumn[]): SheetColumn[] {
  const lacking = SENTENCE - widthOf(columns);
  return lacking <= 0
    ? columns
    : columns.map((column, i) => (i === columns.length - 1 ? { ...column, width: column.width + lacking } : column));
}

/** The longest sentence above a table, in characters. */
const SENTENCE = 116;
