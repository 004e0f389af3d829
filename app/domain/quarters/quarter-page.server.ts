import type { Kysely } from 'kysely';
import { listQuarters } from '#db/queries/list-quarters.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt, View } from '../as-at.ts';
import { type OfficeOfQuarter, readOfficeOfQuarter } from '../office/office-page.server.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import { countGroups } from '../overview/status-over-time.server.ts';
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
import { type ReturnOfQuarter, readReturnsOfQuarter } from '../ratings/returns-of-quarter.server.ts';
import type { RecordAsAt } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { compareRecords, type Difference } from './compare.ts';
import type { ShownState } from './quarter-words.ts';

export interface QuarterPage {
  quarter: Quarter;
  label: string;
  state: ShownState;
  record: RecordAsAt;
  counts: Pick<QuarterCounts, 'counts' | 'endedOtherwise'>;
  /** The quarter that this one is compared with; null for the strategy's first. */
  since: Quarter | null;
  /** Quarters that it can be compared with, newest first. */
  comparable: Quarter[];
  differences: Difference[];
  /** The office's words, for people who are signed in; null of quarters that were never commissioned. */
  office: OfficeOfQuarter | null;
  /** The returns asked for, for people who are signed in. */
  returns: ReturnOfQuarter[];
  before: Quarter | null;
  after: Quarter | null;
}

/** The day a quarter is shown at: its last, or today while it runs. */
export function quarterAsAt(quarter: Quarter, { today, view }: { today: Day; view: View }): AsAt {
  const last = quarterLastDay(quarter);
  return last < today ? { day: last, isToday: false, view } : { day: today, isToday: true, view };
}

/**
 * Where everything stood at the end of a quarter, and what changed since the end of another: `since`, or the quarter
 * before. Throws a RangeError for a `since` that is not an earlier quarter of the strategy.
 */
export async function readQuarterPage(
  db: Kysely<Database>,
  quarter: Quarter,
  { start, today, view, since }: { start: Day; today: Day; view: View; since: string | null },
): Promise<QuarterPage> {
  const asAt = quarterAsAt(quarter, { today, view });
  const record = await readRecordAsAt(db, asAt);
  const comparable = quartersBetween(quarterOf(start), previousQuarter(quarter)).reverse();
  const compared = since ?? comparable[0] ?? null;
  if (compared !== null && !comparable.includes(compared))
    throw new RangeError(`Not an earlier quarter: "${compared}"`);
  const state = (await readQuarterStates(db))[quarter] ?? 'current';
  const hasOffice = view === 'internal' && state !== 'reconstructed';
  return {
    quarter,
    label: quarterLabel(quarter),
    state,
    record,
    counts: countGroups(record.milestones),
    since: compared,
    comparable,
    differences: compared
      ? compareRecords(await readRecordAsAt(db, quarterAsAt(compared, { today, view })), record)
      : [],
    office: hasOffice ? await readOfficeOfQuarter(db, quarter, today) : null,
    returns: await readReturnsOfQuarter(db, quarter, record.recommendations, view),
    before: comparable[0] ?? null,
    after: quarter < quarterOf(today) ? nextQuarter(quarter) : null,
  };
}

/** The state of every quarter that has a row, by its code. */
export async function readQuarterStates(db: Kysely<Database>): Promise<Record<Quarter, ShownState | undefined>> {
  return Object.fromEntries((await listQuarters(db)).map(({ code, state }) => [code, state]));
}
