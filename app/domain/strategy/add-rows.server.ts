import type { Transaction } from 'kysely';
import { findLastPositions } from '#db/queries/find-last-positions.ts';
import type { Database } from '#db/schema.ts';
import { THE_OFFICE_JUDGES } from '../stage.ts';
import type { Applying } from './apply-strategy.server.ts';
import type { StrategyRows } from './check-strategy.ts';
import { insertTables } from './insert-tables.server.ts';
import type { MergedRow, MergedStrategy } from './merge-strategy.ts';
import { STRATEGY_FILES, type StrategyFile } from './strategy-files.ts';
import { strategyTables } from './strategy-tables.server.ts';
import type { TableRows } from './table-rows.server.ts';

/** Adds the rows that a file brings, but for dates and values, which go beside those that are there. */
export async function addRows(
  trx: Transaction<Database>,
  { now }: MergedStrategy,
  rows: readonly MergedRow[],
  { change, today }: Applying,
): Promise<void> {
  const isKnownPartnership = new Set(now['partnerships.csv'].map(({ id }) => id));
  const added = rows.filter(
    ({ file, before, after }) =>
      before === null && !(PARTS.includes(file) && isKnownPartnership.has(after['partnership'] ?? '')),
  );
  if (added.length === 0) return;
  const tables = strategyTables(filesOf(added.filter(({ file }) => !RECORDED.includes(file))), change);
  const isNew = new Set(added.filter(({ file }) => file === 'recommendations.csv').map(({ after }) => after['code']));
  await insertTables(trx, {
    ...(await atTheEnd(trx, tables)),
    stageJudgement: tables.stageJudgement?.map((row) => ({ ...row, judgedBy: THE_OFFICE_JUDGES })) ?? [],
    // Of what was there already, an organisation answers from today on.
    responsibility:
      tables.responsibility?.map((row) => ({ ...row, fromOn: isNew.has(row.recommendation) ? null : today })) ?? [],
  });
}

const RECORDED: readonly StrategyFile[] = ['milestone_dates.csv', 'observations.csv'];
const PARTS: readonly StrategyFile[] = ['partnership_members.csv', 'partnership_themes.csv', 'partnership_strands.csv'];

/** The rows as the files of a strategy folder. */
export function filesOf(rows: readonly MergedRow[]): StrategyRows {
  const files = Object.keys(STRATEGY_FILES) as StrategyFile[];
  return Object.fromEntries(
    files.map((file) => [
      file,
      rows.filter((row) => row.file === file).map(({ row, after }) => ({ row, cells: after })),
    ]),
  ) as StrategyRows;
}

/** What has one order for all comes after what is there. */
async function atTheEnd(trx: Transaction<Database>, tables: TableRows): Promise<TableRows> {
  const last = await findLastPositions(trx);
  const after = <R extends { position: number }>(rows: R[] | undefined, by: number): R[] =>
    (rows ?? []).map((row) => ({ ...row, position: row.position + by }));
  return {
    ...tables,
    indicator: after(tables.indicator, last.indicator),
    partnership: after(tables.partnership, last.partnership),
    finding: after(tables.finding, last.finding),
  };
}
