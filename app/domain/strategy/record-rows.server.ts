import type { Transaction } from 'kysely';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { isToRecord } from '../indicators/plan-values.ts';
import { givenOf } from '../indicators/value-rules.ts';
import { filesOf } from './add-rows.server.ts';
import type { Applying } from './apply-strategy.server.ts';
import type { MergedRow, MergedStrategy } from './merge-strategy.ts';
import { strategyTables } from './strategy-tables.server.ts';
import { plannedValues } from './value-faults.server.ts';

/** Records the dates and outcomes that a file adds beside those that are there; one that it changed corrects the one it was. */
export async function recordDates(
  trx: Transaction<Database>,
  rows: readonly MergedRow[],
  change: number,
): Promise<void> {
  const dates = rows.filter(({ file }) => file === 'milestone_dates.csv');
  if (dates.length === 0) return;
  const last = new Map((await listMilestoneFacts(trx)).map(({ milestone, number }) => [milestone, number]));
  const facts = strategyTables(filesOf(dates), change).milestoneFact ?? [];
  const numbered = facts.map((fact, place) => {
    const number = (last.get(fact.milestone) ?? 0) + 1;
    last.set(fact.milestone, number);
    const before = dates[place]?.before;
    return { ...fact, number, replaces: before ? Number(before.id) : null };
  });
  await insertRows(trx, 'milestoneFact', numbered);
}

/** Records the values that a file adds, and as restatements those that it changed. */
export async function recordValues(
  trx: Transaction<Database>,
  merged: MergedStrategy,
  { change, today }: Applying,
): Promise<void> {
  const planned = (await plannedValues(trx, merged, today)).filter(isToRecord);
  const rows = planned.map((value) => ({
    ...givenOf(value),
    ...{ indicator: value.indicator, number: value.number, replaces: value.other?.number ?? null, change },
  }));
  await insertRows(trx, 'observation', rows);
}
