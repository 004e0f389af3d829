import type { Fault } from '../fault.ts';
import type { Quarter } from '../quarter.ts';
import { diffWords, type Segment } from '../review/word-diff.ts';
import {
  countOutcomes,
  type ImportPlan,
  type PlannedConflict,
  type PlannedField,
  type PlannedRow,
  type PlannedTable,
  type RowOutcome,
} from './import-plan.ts';

/** How much of a file one page shows: a whole strategy has thousands of rows, a file of the wrong kind as many faults. */
export const ROWS_A_PAGE = 100;
export const MOST_FAULTS = 200;
export const MOST_CONFLICTS = 100;

/** The rows that `?show=` asks for. */
export const IMPORT_SHOWS = ['added', 'changed', 'unchanged', 'not-in-the-file', 'refused', 'conflicts'] as const;
export type ImportShow = (typeof IMPORT_SHOWS)[number];

/** Outcomes in the order of the summary table, and how the address asks for each. */
export const OUTCOMES: Record<RowOutcome, { word: string; show: ImportShow }> = {
  added: { word: 'Added', show: 'added' },
  changed: { word: 'Changed', show: 'changed' },
  unchanged: { word: 'Unchanged', show: 'unchanged' },
  'not in the file': { word: 'Not in the file', show: 'not-in-the-file' },
  refused: { word: 'Refused', show: 'refused' },
};

/** A field with the words that changed in it; null where the two sides are shown beside each other. */
export interface ShownField extends PlannedField {
  words: Segment[] | null;
}

export interface ShownRow extends Pick<PlannedRow, 'row' | 'code' | 'title' | 'outcome' | 'conflicts'> {
  fields: ShownField[];
  /** Why it is refused. */
  faults: Fault[];
}

export interface ShownSheet {
  /** Its place among the sheets of the file. */
  place: number;
  sheet: string;
  rows: ShownRow[];
}

/** One line of the summary table: how many rows of each outcome, and on which page of them the sheet begins. */
export interface SheetCounts {
  sheet: string;
  counts: Record<RowOutcome, number>;
  pages: Record<RowOutcome, number>;
  /** Rows that are asked about; on which page of them the sheet begins does not matter: they are few. */
  asked: number;
}

/** A plan as one page shows it. */
export interface ImportView {
  kind: ImportPlan['kind'];
  quarter: Quarter | null;
  said: string[];
  /** Columns that were passed over, by sheet. */
  ignored: { sheet: string; columns: string[] }[];
  seen: string;
  counts: Record<RowOutcome, number>;
  sheets: SheetCounts[];
  faults: Fault[];
  faultCount: number;
  conflicts: PlannedConflict[];
  conflictCount: number;
  show: ImportShow | null;
  page: number;
  pages: number;
  /** Rows on all pages. */
  total: number;
  shown: ShownSheet[];
}

/** What a page shows of a plan: all counts, the first faults and conflicts, and one page of the rows asked for; a page past the last is the last. */
export function importView(plan: ImportPlan, { show, page }: { show: ImportShow | null; page: number }): ImportView {
  const conflicts = plan.tables.flatMap(({ rows }) => rows.flatMap((row) => row.conflicts));
  const asked = plan.tables.map((table) => ({ ...table, rows: table.rows.filter(isShown(show)) }));
  const total = asked.reduce((sum, { rows }) => sum + rows.length, 0);
  const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE));
  const at = Math.min(page, pages);
  const { kind, quarter, said, seen, faults, tables } = plan;
  return {
    ...{ kind, quarter, said, seen, show, pages, total, page: at },
    ignored: tables.flatMap(({ sheet, ignored }) => (ignored.length > 0 ? [{ sheet, columns: ignored }] : [])),
    counts: countOutcomes(plan),
    sheets: sheetCounts(tables),
    faults: faults.slice(0, MOST_FAULTS),
    faultCount: faults.length,
    conflicts: conflicts.slice(0, MOST_CONFLICTS),
    conflictCount: conflicts.length,
    shown: pageOf(asked, (at - 1) * ROWS_A_PAGE).map((sheet) => shownSheet(sheet, faults)),
  };
}

/** Without a choice the rows that would do something or are asked about. */
function isShown(show: ImportShow | null): (row: PlannedRow) => boolean {
  if (show === 'conflicts') return ({ conflicts }) => conflicts.length > 0;
  if (show !== null) return ({ outcome }) => OUTCOMES[outcome].show === show;
  return ({ outcome, conflicts }) => outcome === 'added' || outcome === 'changed' || conflicts.length > 0;
}

/** On which page of the rows of an outcome each sheet begins. */
function sheetCounts(tables: PlannedTable[]): SheetCounts[] {
  const before = countOutcomes({ tables: [] });
  return tables.map((table) => {
    const counts = countOutcomes({ tables: [table] });
    const pages = { ...before };
    for (const outcome of Object.keys(OUTCOMES) as RowOutcome[]) {
      pages[outcome] = Math.floor(before[outcome] / ROWS_A_PAGE) + 1;
      before[outcome] += counts[outcome];
    }
    return { sheet: table.sheet, counts, pages, asked: table.rows.filter(isShown('conflicts')).length };
  });
}

/** The sheets that have rows among the hundred from there on, with those. */
function pageOf(tables: PlannedTable[], from: number): { place: number; sheet: string; rows: PlannedRow[] }[] {
  let skip = from;
  let left = ROWS_A_PAGE;
  return tables.flatMap(({ sheet, rows }, place) => {
    const shown = rows.slice(skip, skip + left);
    skip = Math.max(0, skip - rows.length);
    left -= shown.length;
    return shown.length > 0 ? [{ place, sheet, rows: shown }] : [];
  });
}

function shownSheet(
  { place, sheet, rows }: { place: number; sheet: string; rows: PlannedRow[] },
  faults: Fault[],
): ShownSheet {
  const own = faults.filter((fault) => fault.file === sheet);
  // A return is refused whole: what is wrong may be in any of its rows.
  const faultsOf = ({ outcome, row }: PlannedRow) =>
    outcome === 'refused' ? own.filter((fault) => row === null || fault.row === row) : [];
  return {
    ...{ place, sheet },
    rows: rows.map((row) => ({
      ...row,
      fields: row.fields.map(shownField),
      faults: faultsOf(row).slice(0, MOST_FAULTS),
    })),
  };
}

/** Below this a text is a value, which is read at a glance in two columns. */
const LONG = 60;
/** Words are compared pair by pair, so of very long texts both are shown whole. */
const TOO_LONG = 6_000;

/** Of two texts that share less than this part of their words both are shown whole. */
const LEAST_SHARED = 0.4;

function shownField(field: PlannedField): ShownField {
  const { before, after, by } = field;
  const [longer, both] = [Math.max(before.length, after.length), before.length + after.length];
  const isCompared = by === 'file' && before !== '' && after !== '' && longer > LONG && both <= TOO_LONG;
  const words = isCompared ? diffWords(before, after) : [];
  const shared = words.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return { ...field, words: shared > longer * LEAST_SHARED ? words : null };
}
