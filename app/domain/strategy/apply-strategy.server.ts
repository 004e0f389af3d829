import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { setAside } from '#db/writes/replace-row.ts';
import type { Day } from '../partial-date.ts';
import { refreshPositionsOf } from '../positions/keep-positions.server.ts';
import { addRows } from './add-rows.server.ts';
import { changeRows } from './change-rows.server.ts';
import { editPartnerships } from './edit-partnerships.server.ts';
import type { MergedRow, MergedStrategy } from './merge-strategy.ts';
import { recordDates, recordValues } from './record-rows.server.ts';
import type { StrategyFile } from './strategy-files.ts';

/** By which change a file is accepted, and on which day. */
export interface Applying {
  change: number;
  today: Day;
}

/**
 * Stores what a merged file adds and changes, in the transaction of its acceptance. The file was checked before
 * (strategy-rules.ts). What stood before stays: as a revision, a fact, a judgement, or an earlier row.
 */
export async function applyStrategy(
  trx: Transaction<Database>,
  merged: MergedStrategy,
  applying: Applying,
): Promise<void> {
  const rows = merged.rows.filter(({ changed, isGone }) => changed.length > 0 && !isGone);
  for (const [file, table] of ORDERED) await setAside(trx, table, movedCodes(rows, file));
  await addRows(trx, merged, rows, applying);
  await changeRows(trx, rows, applying);
  await editPartnerships(trx, merged, rows, applying.change);
  await recordDates(trx, rows, applying.change);
  await recordValues(trx, merged, applying);
  await refreshPositionsOf(trx, touched(rows));
}

const ORDERED = [
  ['themes.csv', 'theme'],
  ['recommendations.csv', 'recommendation'],
  ['milestones.csv', 'milestone'],
] as const satisfies [StrategyFile, string][];

/** The codes of rows whose place in the order changes. */
function movedCodes(rows: readonly MergedRow[], file: StrategyFile): string[] {
  return rows
    .filter((row) => row.file === file && row.before !== null)
    .filter(
      ({ changed }) => changed.includes('position') || (file === 'recommendations.csv' && changed.includes('theme')),
    )
    .map(({ after }) => after['code'] ?? '');
}

function touched(rows: readonly MergedRow[]) {
  const codes = (file: StrategyFile, column: string, of: readonly string[]) =>
    rows
      .filter((row) => row.file === file && row.changed.some((changed) => of.length === 0 || of.includes(changed)))
      .map(({ after }) => after[column] ?? '');
  return {
    milestones: [...new Set(codes('milestone_dates.csv', 'milestone', []))],
    recommendations: codes('recommendations.csv', 'code', ['stage', 'stage_on', 'stage_reason']),
  };
}
