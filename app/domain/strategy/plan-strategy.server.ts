import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import type { Database } from '#db/schema.ts';
import { type Fault, notTold } from '../fault.ts';
import type { FoundFile } from '../imports/found-file.ts';
import type { ImportChoices, ImportPlan, PlannedTable } from '../imports/import-plan.ts';
import type { Day } from '../partial-date.ts';
import type { Definition } from './definition.ts';
import { columnLabel, sheetNameOf } from './file-words.ts';
import { type MergedStrategy, mergeStrategy } from './merge-strategy.ts';
import { readDefinition } from './read-definition.server.ts';
import { type SentStrategy, sentStrategy } from './sent-strategy.ts';
import { STRATEGY_FILES, type StrategyFile } from './strategy-files.ts';
import { checkMerged } from './strategy-rules.ts';
import { valueFaults } from './value-faults.server.ts';

/** What a file with the strategy would do, and the rows that accepting it would store. */
export interface StrategyPlan extends ImportPlan {
  kind: 'strategy';
  merged: MergedStrategy;
}

/**
 * Holds a file with the strategy against the record as it stands and as it stood when the workbook was made. A file that
 * does not say when is held against the record as it stands alone. Nothing is stored.
 */
export async function planStrategy(
  db: Kysely<Database>,
  found: FoundFile,
  { today, choices }: { today: Day; choices: ImportChoices },
): Promise<StrategyPlan> {
  const sent = sentStrategy(found);
  const newest = await findNewestChange(db);
  const now = await readDefinition(db);
  const isMoved = sent.madeFrom !== null && sent.madeFrom < newest;
  const base = isMoved ? await readDefinition(db, sent.madeFrom ?? undefined) : now;
  const merged = mergeStrategy(sent, { base, now, choices });
  const faults = inOrder(
    [
      ...sent.faults,
      ...madeElsewhere(sent, now, newest),
      ...[...checkMerged(merged, today), ...(await valueFaults(db, merged, today))].filter(notTold(sent.faults)),
    ],
    merged,
  );
  const tables = merged.tables.map((table) => withRefused(table, faults));
  return {
    ...{ kind: 'strategy', quarter: null, tables, merged, faults },
    said: [...found.said, ...saidOf(sent, isMoved)],
    seen: markOf({ tables, faults }),
  };
}

/** A workbook of another strategy, or of a record that has come further than this one. */
function madeElsewhere({ strategy, madeFrom }: SentStrategy, now: Definition, newest: number): Fault[] {
  const own = now['strategy.csv'][0]?.id ?? '';
  const about = (found: string, mend: string): Fault => ({ file: 'Cover', column: 'Value', found, mend });
  return [
    ...(strategy === null || strategy === own
      ? []
      : [about(strategy, `send it to the tracker of that strategy: this one holds ${own}`)]),
    ...(madeFrom === null || madeFrom <= newest
      ? []
      : [about(String(madeFrom), `start from a workbook of this site: its newest change is ${newest}`)]),
  ];
}

function saidOf({ tables, madeFrom }: SentStrategy, isMoved: boolean): string[] {
  const files = Object.keys(STRATEGY_FILES) as StrategyFile[];
  const missing = files.filter((file) => !tables[file]).map(sheetNameOf);
  return [
    ...(madeFrom === null
      ? ['The file does not say when it was made, so it is held against the record as it stands now.']
      : []),
    ...(isMoved ? [`The record moved since the workbook was made, after change ${madeFrom}.`] : []),
    ...(missing.length > 0 ? [`Not in the file, so what the record holds of them stays: ${missing.join(', ')}.`] : []),
  ];
}

/** By sheet and row, in the order of the sheets; columns by the words of their headers. */
function inOrder(faults: Fault[], { tables }: MergedStrategy): Fault[] {
  const place = new Map(tables.map(({ sheet }, index) => [sheet, index]));
  const placeOf = ({ file }: Fault): number => place.get(file) ?? -1;
  return faults
    .map(({ column, ...fault }) => (column === undefined ? fault : { ...fault, column: columnLabel(column) }))
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.row ?? 0) - (b.row ?? 0));
}

function withRefused(table: PlannedTable, faults: readonly Fault[]): PlannedTable {
  const refused = new Set(faults.filter(({ file }) => file === table.sheet).map(({ row }) => row));
  const rows = table.rows.map((row) =>
    row.row !== null && refused.has(row.row) ? { ...row, outcome: 'refused' as const } : row,
  );
  return { ...table, rows };
}

/** A mark of what the plan would do, whatever was chosen: rows that stay as they are do not count. */
function markOf({ tables, faults }: Pick<ImportPlan, 'tables' | 'faults'>): string {
  const counted = tables.map(({ sheet, rows }) => ({
    sheet,
    rows: rows
      .filter(({ outcome, fields, conflicts }) => outcome === 'added' || fields.length > 0 || conflicts.length > 0)
      .map(({ fields, conflicts, ...row }) => [
        row.row,
        row.code,
        fields.filter(({ label }) => !conflicts.some((conflict) => conflict.label.startsWith(`${label} of `))),
        conflicts.map(({ choice: _, ...conflict }) => conflict),
      ]),
  }));
  return createHash('sha256')
    .update(JSON.stringify([counted, faults.length]))
    .digest('hex')
    .slice(0, 32);
}
