import type { Fault } from '../fault.ts';
import type { Quarter } from '../quarter.ts';
import type { StrategyFile } from '../strategy/strategy-files.ts';

/** A field that would be another one after accepting. Both sides as a reader is shown them. */
export interface PlannedField {
  label: string;
  /** What stands in the record now; empty for nothing. */
  before: string;
  /** What would stand. */
  after: string;
  /** `record`: somebody changed it since the workbook was made, and the file did not, so that stays (before = after). */
  by: 'file' | 'record';
  /** How the cell was understood, where it does not say so itself: "“autumn 2020” was read as November 2020". */
  understood: string | null;
}

/** A field that the file and the record both changed, each in another way, since the workbook was made. */
export interface PlannedConflict {
  /** Name of the field of the form that settles it. */
  name: string;
  label: string;
  inRecord: string;
  inFile: string;
  /** What was chosen; null while nobody chose. */
  choice: 'file' | 'record' | null;
}

/** What the file does to one thing of the record. `not in the file`: it stays as it is; nothing is deleted. */
export type RowOutcome = 'added' | 'changed' | 'unchanged' | 'refused' | 'not in the file';

export interface PlannedRow {
  /** The row of the sheet; null for what is not in the file. */
  row: number | null;
  /** "DAT-1.3", and its title where it has one. */
  code: string;
  title: string;
  outcome: RowOutcome;
  /** Of an added row every field that it fills. */
  fields: PlannedField[];
  conflicts: PlannedConflict[];
}

/** The rows of one sheet, or one return. */
export interface PlannedTable {
  /** The name of the sheet. */
  sheet: string;
  /** What its rows are: returns, or those of a file of the strategy. */
  of: StrategyFile | 'return';
  rows: PlannedRow[];
  /** Columns of the sheet that mean nothing here and were passed over. */
  ignored: string[];
}

/** What a file would do to the record as it stands now. Worked out anew each time it is looked at. */
export interface ImportPlan {
  kind: 'strategy' | 'returns';
  /** Of returns: the quarter. */
  quarter: Quarter | null;
  tables: PlannedTable[];
  /** Everything wrong with it; while there is any, nothing can be accepted. */
  faults: Fault[];
  /** What a reader should know of how the file was read. */
  said: string[];
  /** What the plan was made from: another one now means that the record moved since. */
  seen: string;
}

/** Choices of the form that settles conflicts, by the names of its fields. */
export type ImportChoices = Readonly<Record<string, 'file' | 'record'>>;

/** How many rows of each outcome there are. */
export function countOutcomes(plan: Pick<ImportPlan, 'tables'>): Record<RowOutcome, number> {
  const counts: Record<RowOutcome, number> = {
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    'not in the file': 0,
  };
  for (const { rows } of plan.tables) for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** The conflicts that nobody has settled yet. */
export function openConflicts(plan: Pick<ImportPlan, 'tables'>): PlannedConflict[] {
  return plan.tables.flatMap(({ rows }) =>
    rows.flatMap(({ conflicts }) => conflicts.filter(({ choice }) => choice === null)),
  );
}

/** What is left out of what a plan asks, by field, in the order of the form. */
export function missingAnswers(
  plan: Pick<ImportPlan, 'kind' | 'tables'>,
  { reason, as }: { reason: string; as: 'drafts' | 'submitted' | null },
): Record<string, string> {
  const conflicts = openConflicts(plan).map(({ name, label }) => [name, `Choose which text stands: ${label}`]);
  return {
    ...Object.fromEntries(conflicts),
    ...(plan.kind === 'returns' && as === null ? { as: 'Choose what becomes of the returns' } : {}),
    ...(plan.kind === 'strategy' && reason === '' ? { reason: 'Enter why the record changes' } : {}),
  };
}
