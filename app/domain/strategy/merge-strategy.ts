import { heldText } from '../imports/held-text.ts';
import type { ImportChoices, PlannedConflict, PlannedField, PlannedRow, PlannedTable } from '../imports/import-plan.ts';
import type { Definition, DefinitionRow } from './definition.ts';
import { columnLabel } from './file-words.ts';
import { type PairedRow, pairRows } from './pair-rows.ts';
import { rowName, valueInWords } from './row-words.ts';
import type { SentStrategy, SentTable } from './sent-strategy.ts';
import { type Cells, columnsOf, STRATEGY_FILES, type StrategyFile } from './strategy-files.ts';

/** A row of a sheet as it would stand after accepting. */
export interface MergedRow {
  file: StrategyFile;
  sheet: string;
  /** The row of the sheet. */
  row: number;
  /** As it stands in the record; null for one that is added. */
  before: DefinitionRow | null;
  /** Every column. */
  after: Cells;
  /** The columns that would be others; of an added row those that it fills. */
  changed: string[];
  /** It is in the file as it was when the workbook was made, and left the record since. */
  isGone: boolean;
}

/** What a file makes of the strategy: its rows as they would stand, the record as it is, and the same for a reader. */
export interface MergedStrategy {
  rows: MergedRow[];
  now: Definition;
  tables: PlannedTable[];
}

interface Against {
  base: Definition;
  now: Definition;
  choices: ImportChoices;
}

/**
 * Puts a file and the record together, field by field. What the file changed since the workbook was made is taken from the
 * file, what the record changed stays; where both did, each in another way, it is asked. Nothing is left out: what the
 * file lacks stays.
 */
export function mergeStrategy(sent: SentStrategy, against: Against): MergedStrategy {
  const merged: MergedStrategy = { rows: [], now: against.now, tables: [] };
  for (const file of Object.keys(STRATEGY_FILES) as StrategyFile[]) {
    const table = sent.tables[file];
    if (!table) continue;
    const pairs = pairRows(file, table.rows, { ...against, columns: table.columns });
    const rows = pairs.map((pair) => mergeRow(file, table, pair, against.choices));
    merged.rows.push(...rows.map(({ merged: row }) => row));
    merged.tables.push({
      ...{ sheet: table.sheet, of: file },
      rows: [...rows.map(({ planned }) => planned), ...notInFile(file, pairs, against.now)],
      ignored: table.ignored,
    });
  }
  return merged;
}

function mergeRow(file: StrategyFile, table: SentTable, pair: PairedRow, choices: ImportChoices) {
  const { sent, base, now } = pair;
  const merged: MergedRow = {
    ...{ file, sheet: table.sheet, row: sent.row, before: now, changed: [] },
    after: { ...blank(file), ...now?.cells },
    isGone: now === null && base !== null,
  };
  const planned: PlannedRow = {
    ...{ row: sent.row, ...rowName(file, now?.cells ?? sent.cells), outcome: 'unchanged', fields: [], conflicts: [] },
  };
  for (const column of table.columns) mergeCell({ file, column, table, pair, choices, merged, planned });
  planned.outcome = outcomeOf(merged);
  return { merged, planned };
}

interface CellToMerge {
  file: StrategyFile;
  column: string;
  table: SentTable;
  pair: PairedRow;
  choices: ImportChoices;
  merged: MergedRow;
  planned: PlannedRow;
}

function mergeCell(cell: CellToMerge): void {
  const { column, pair, merged } = cell;
  const { sent, base, now } = pair;
  const mine = heldText(sent.cells[column] ?? '');
  // A row that left the record counts as changed when the file says something else than it did.
  const theirs = heldText((now ?? (merged.isGone ? base : null))?.cells[column] ?? '');
  if (mine === theirs) return;
  // A row that the record and the file both added has no common past.
  const was = base ? heldText(base.cells[column] ?? '') : now ? null : '';
  if (mine === was) addField(cell, 'record', theirs, theirs);
  else if (theirs === was || addConflict(cell, theirs, mine) === 'file') take(cell, mine, theirs);
}

function take(cell: CellToMerge, mine: string, theirs: string): void {
  cell.merged.after[cell.column] = mine;
  cell.merged.changed.push(cell.column);
  addField(cell, 'file', theirs, mine);
}

function addField({ file, column, pair, planned }: CellToMerge, by: PlannedField['by'], before: string, after: string) {
  const words = (value: string) => valueInWords(file, column, value);
  planned.fields.push({
    label: columnLabel(column),
    before: words(before),
    after: words(after),
    by,
    understood: by === 'file' ? (pair.sent.understood[column] ?? null) : null,
  });
}

function addConflict({ file, column, table, pair, choices, planned }: CellToMerge, theirs: string, mine: string) {
  const name = `settle.${table.sheet}.${pair.sent.row}.${column}`;
  const choice = choices[name] ?? null;
  const conflict: PlannedConflict = {
    ...{ name, label: `${columnLabel(column)} of ${planned.code}`, choice },
    inRecord: valueInWords(file, column, theirs),
    inFile: valueInWords(file, column, mine),
  };
  planned.conflicts.push(conflict);
  return choice;
}

function outcomeOf({ before, changed, isGone }: MergedRow): PlannedRow['outcome'] {
  if (isGone) return changed.length > 0 ? 'refused' : 'unchanged';
  if (before === null) return 'added';
  return changed.length > 0 ? 'changed' : 'unchanged';
}

const blank = (file: StrategyFile): Cells => Object.fromEntries(columnsOf(file).map((column) => [column, '']));

/** What the record has and the file does not: it stays. */
function notInFile(file: StrategyFile, pairs: readonly PairedRow[], now: Definition): PlannedRow[] {
  const there = new Set(pairs.flatMap((pair) => (pair.now ? [pair.now] : [])));
  return now[file]
    .filter((row) => !there.has(row))
    .map(({ cells }) => ({
      ...{ row: null, ...rowName(file, cells), outcome: 'not in the file', fields: [], conflicts: [] },
    }));
}

/** The rows of each file as they would all stand: those of the record that the file lacks first, with row 0. */
export function wholeRows({ rows, now }: Pick<MergedStrategy, 'rows' | 'now'>, file: StrategyFile) {
  const own = rows.filter((row) => row.file === file && !row.isGone);
  const there = new Set(own.flatMap(({ before }) => (before ? [before] : [])));
  const kept = now[file].filter((row) => !there.has(row)).map(({ cells }) => ({ row: 0, cells }));
  return [...kept, ...own.map(({ row, after }) => ({ row, cells: after }))];
}
