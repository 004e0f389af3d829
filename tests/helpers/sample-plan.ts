import type {
  ImportPlan,
  PlannedConflict,
  PlannedField,
  PlannedRow,
  PlannedTable,
} from '#app/domain/imports/import-plan.ts';
import { sheetNameOf } from '#app/domain/strategy/file-words.ts';
import { STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';

/** A field that the file changes. */
export const aField = (changes: Partial<PlannedField> = {}): PlannedField => ({
  ...{ label: 'Title', before: 'Old', after: 'New', by: 'file', understood: null },
  ...changes,
});

export const aConflict = (changes: Partial<PlannedConflict> = {}): PlannedConflict => ({
  ...{ name: 'settle.Milestones.4.title', label: 'Title of DAT-1.1', inRecord: 'Ours', inFile: 'Theirs', choice: null },
  ...changes,
});

export const aRow = (changes: Partial<PlannedRow> = {}): PlannedRow => ({
  ...{ row: 4, code: 'DAT-1.1', title: 'Hubs live', outcome: 'changed', fields: [aField()], conflicts: [] },
  ...changes,
});

/** As many rows of one outcome, from row 4 of the sheet on. */
export const rowsOf = (n: number, outcome: PlannedRow['outcome']): PlannedRow[] =>
  Array.from({ length: n }, (_, i) => aRow({ row: i + 4, code: `${outcome.toUpperCase()}-${i + 1}`, outcome }));

/** What a file with the strategy would do: the rows of each sheet, by its name. */
export function aPlan(sheets: Record<string, PlannedRow[]>, changes: Partial<ImportPlan> = {}): ImportPlan {
  const files = Object.keys(STRATEGY_FILES) as StrategyFile[];
  const fileOf = (sheet: string) =>
    files.find((file) => [sheetNameOf(file), file.replace('.csv', '')].includes(sheet)) ?? 'findings.csv';
  const tables = Object.entries(sheets).map(
    ([sheet, rows]): PlannedTable => ({
      ...{ sheet, rows, ignored: [] },
      of: changes.kind === 'returns' ? 'return' : fileOf(sheet),
    }),
  );
  return { ...{ kind: 'strategy', quarter: null, tables, faults: [], said: [], seen: 'seen' }, ...changes };
}
