import type { Kysely } from 'kysely';
import { listQuarters } from '#db/queries/list-quarters.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt, View } from '../as-at.ts';
import type { Day } from '../partial-date.ts';
import {
  nextQuarter,
  previousQuarter,
  type Quarter,
  quarterLabel,
  quarterLastDay,
  quarterOf,
  quartersBetween,
} from '../quarter.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { compareRecords, type Difference } from './compare.ts';
import type { ShownState } from './quarter-words.ts';

/** What the page of a quarter has around its summary. */
export interface QuarterPage {
  quarter: Quarter;
  label: string;
  state: ShownState;
  /** Quarters that it can be compared with, newest first. */
  comparable: Quarter[];
  /** What changed since the end of the one that was asked for; null when none was. */
  compared: { since: Quarter; differences: Difference[] } | null;
  before: Quarter | null;
  after: Quarter | null;
}

/** The day a quarter is shown at: its last, or today while it runs. */
export function quarterAsAt(quarter: Quarter, { today, view }: { today: Day; view: View }): AsAt {
  const last = quarterLastDay(quarter);
  return last < today ? { day: last, isToday: false, view } : { day: today, isToday: true, view };
}

/**
 * What is around the summary of a quarter: its state, its neighbours, and, if `since` is given, what changed since the end
 * of that one. Throws a RangeError for a `since` that is not an earlier quarter of the strategy.
 */
export async function readQuarterPage(
  db: Kysely<Database>,
  quarter: Quarter,
  { start, today, view, since }: { start: Day; today: Day; view: View; since: string | null },
): Promise<QuarterPage> {
  const comparable = quartersBetween(quarterOf(start), previousQuarter(quarter)).reverse();
  if (since !== null && !comparable.includes(since)) throw new RangeError(`Not an earlier quarter: "${since}"`);
  const recordOf = (of: Quarter) => readRecordAsAt(db, quarterAsAt(of, { today, view }));
  return {
    quarter,
    label: quarterLabel(quarter),
    state: (await readQuarterStates(db))[quarter] ?? 'current',
    comparable,
    compared:
      since === null ? null : { since, differences: compareRecords(await recordOf(since), await recordOf(quarter)) },
    before: comparable[0] ?? null,
    after: quarter < quarterOf(today) ? nextQuarter(quarter) : null,
  };
}

/** The state of every quarter that has a row, by its code. */
export async function readQuarterStates(db: Kysely<Database>): Promise<Record<Quarter, ShownState | undefined>> {
  return Object.fromEntries((await listQuarters(db)).map(({ code, state }) => [code, state]));
}
