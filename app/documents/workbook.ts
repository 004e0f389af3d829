import type { Day } from '#app/domain/partial-date.ts';
import type {
  Block,
  DocumentColumn,
  DocumentFigure,
  DocumentTable,
  SummaryDocument,
} from '#app/domain/summary/document.ts';
import { correctionsTable, figureWords, properties } from './printed.ts';
import { plainText, sheetCell } from './workbook/cells.ts';
import { contentsSheet, coverSheet } from './workbook/front.ts';
import { SheetNames, uniqueLabels } from './workbook/names.ts';
import { notesSheet } from './workbook/notes.ts';
import { WIDEST, widthOf } from './workbook/widths.ts';
import { headingPath, wordsTable } from './workbook/words.ts';

/** A summary as sheets: what both spreadsheet formats are written from. Plain data; everything in it is printed. */
export interface Workbook {
  title: string;
  subject: string;
  creator: string;
  /** The day that the file carries as its own. */
  dated: Day;
  /** Cover, contents, notes, then the tables. */
  sheets: Sheet[];
}

/** A sheet: its title in A1, sentences one a row, then at most one table. */
export interface Sheet {
  /** Unique, at most 31 letters. */
  name: string;
  title: string;
  lines: string[];
  /** Null where there are only sentences. */
  table: SheetTable | null;
}

export interface SheetTable {
  /** Unique in the workbook; letters, digits and underscores. */
  name: string;
  /** Labels are unique and never empty. */
  columns: SheetColumn[];
  rows: SheetCell[][];
  /** Cells that offer a list to choose from. */
  lists?: CellList[];
}

/** A list to choose from in one cell, which may also be left empty. */
export interface CellList {
  /** Places in `rows` and in `columns`, from 0. */
  row: number;
  column: number;
  /** Words without commas or quote marks, together at most 255 letters. */
  values: string[];
}

export interface SheetColumn {
  label: string;
  /** In characters. */
  width: number;
  numeric: boolean;
  /** What is typed into it stays the text that was typed: no program makes a date or a number of it. */
  typed?: true;
}

/** A number, text with `\n` as its only line end, or words that lead to a sheet of that name. Empty text is a blank cell. */
export type SheetCell = string | number | { text: string; sheet: string };

/** A table of the summary that has a sheet, with what is said above it. */
export interface SheetSource {
  table: DocumentTable;
  title: string;
  lines: string[];
}

/** The summary as a workbook: nothing that the document says is left out, drawings aside. */
export function workbookOf(document: SummaryDocument): Workbook {
  const names = new SheetNames(['Cover', 'Contents', 'Notes']);
  const sources = sheetSources(document);
  const tables = sources.map((source) => sheetOf(source, names));
  const notes = notesSheet(sources.map(({ table }) => table));
  const contents = contentsSheet([notes, ...tables]);
  const sheets = [coverSheet(document, sources), contents, notes, ...tables];
  return {
    ...properties(document),
    dated: document.dated,
    sheets: sheets.map((sheet) => marked(sheet, document.marking)),
  };
}

/** Sheets are printed and sent one by one, so each carries the marking. */
function marked(sheet: Sheet, marking: string | null): Sheet {
  return marking === null ? sheet : { ...sheet, lines: [marking, ...sheet.lines] };
}

/** Every table that gets a sheet: the words, the corrections, then the document's own in its order. */
function sheetSources(document: SummaryDocument): SheetSource[] {
  const words = wordsTable(document);
  const sources = [
    ...(words.rows.length > 0 ? [{ table: words, title: words.title, lines: [words.note ?? ''] }] : []),
    ...correctionsSources(document),
    ...document.sections.flatMap(({ heading, blocks }) =>
      blocks.flatMap((block, place) => blockSources(block, headingPath(heading, blocks, place))),
    ),
  ];
  return sources.map((source) => ({ ...source, table: withoutBlankColumns(source.table) }));
}

/** A column in which no row says anything, such as that of shorthand, is left out: no table has a blank column. */
function withoutBlankColumns(table: DocumentTable): DocumentTable {
  const kept = table.columns.map((column, i) => table.rows.some((row) => sheetCell(row[i] ?? null, column) !== ''));
  if (table.rows.length === 0 || !kept.includes(false)) return table;
  const only = <T>(values: readonly T[]): T[] => values.filter((_, i) => kept[i]);
  return { ...table, columns: only(table.columns), rows: table.rows.map(only) };
}

function correctionsSources({ version }: SummaryDocument): SheetSource[] {
  if (!version || version.corrections.length === 0) return [];
  const table = correctionsTable(version);
  const rows = table.rows.map((row) => row.map((cell, i) => (i === 3 ? `${plainText(cell) || '[z]'} [r]` : cell)));
  const first = 'As it was, and as corrected, side by side.';
  return [{ table: { ...table, rows, sheet: 'Corrections' }, title: table.title, lines: [first] }];
}

function blockSources(block: Block, path: string): SheetSource[] {
  if (block.kind === 'table') return tableSources(block.table, path);
  return block.kind === 'figure' ? figureSources(block.figure, path) : [];
}

function tableSources(table: DocumentTable, path: string): SheetSource[] {
  if (table.sheet === null) return [];
  return [{ table, title: table.title, lines: [path, ...(table.note === null ? [] : [table.note])] }];
}

function figureSources(figure: DocumentFigure, path: string): SheetSource[] {
  const { table } = figure;
  if (table.sheet === null) return [];
  const { caption, measure, notes } = figureWords(figure);
  const above = [path, measure, ...notes, `Rows: ${table.title}`, ...(table.note === null ? [] : [table.note])];
  return [{ table, title: caption, lines: above }];
}

function sheetOf({ table, title, lines }: SheetSource, names: SheetNames): Sheet {
  const name = names.take(table.sheet ?? table.title);
  if (table.rows.length === 0) return { name, title, lines: [...lines, table.emptyWords], table: null };
  const labels = uniqueLabels(table.columns.map(({ label }) => label));
  const columns = table.columns.map((column, i) => sheetColumn(column, labels[i] ?? ''));
  return {
    name,
    title,
    lines,
    table: {
      name: names.takeTable(table.id),
      columns: withRoomFor(lines, columns),
      rows: table.rows.map((row) => table.columns.map((column, i) => sheetCell(row[i] ?? null, column))),
    },
  };
}

/** Sentences run across the columns; where one is longer than they are wide, the first is made wide enough to wrap it in. */
function withRoomFor(lines: readonly string[], columns: SheetColumn[]): SheetColumn[] {
  const tooLong = lines.some((line) => line.length > widthOf(columns));
  return tooLong ? columns.map((column, i) => (i === 0 ? { ...column, width: WIDEST } : column)) : columns;
}

function sheetColumn({ width, kind }: DocumentColumn, label: string): SheetColumn {
  const longestWord = Math.max(...label.split(' ').map((word) => word.length));
  return { label, width: Math.min(WIDEST, Math.max(width, longestWord + 3, 6)), numeric: kind === 'number' };
}
