import type { Kysely } from 'kysely';
import { listQuarters } from '#db/queries/list-quarters.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { changesBetween, type WorldChange } from '../overview/changes.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import { countGroups } from '../overview/status-over-time.server.ts';
import type { Day } from '../partial-date.ts';
import {
  nextQuarter,
  previousQuarter,
  type Quarter,
  quarterFirstDay,
  quarterLabel,
  quarterLastDay,
  quarterOf,
} from '../quarter.ts';
import type { RecordAsAt } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import type { ShownState } from './quarter-words.ts';

export interface QuarterPage {
  quarter: Quarter;
  label: string;
  state: ShownState;
  record: RecordAsAt;
  counts: Pick<QuarterCounts, 'counts' | 'endedOtherwise'>;
  changes: WorldChange[];
  before: Quarter | null;
  after: Quarter | null;
}

/** The day a quarter is shown at: its last, or today while it runs. */
export function quarterAsAt(quarter: Quarter, today: Day): AsAt {
  const last = quarterLastDay(quarter);
  return last < today ? { day: last, isToday: false } : { day: today, isToday: true };
}

/** Where everything stood at the end of a quarter, and what changed in it. */
export async function readQuarterPage(
  db: Kysely<Database>,
  quarter: Quarter,
  { start, today }: { start: Day; today: Day },
): Promise<QuarterPage> {
  const asAt = quarterAsAt(quarter, today);
  const record = await readRecordAsAt(db, asAt);
  const states = await readQuarterStates(db);
  return {
    quarter,
    label: quarterLabel(quarter),
    state: states[quarter] ?? 'current',
    record,
    counts: countGroups(record.milestones),
    changes: changesBetween(record, quarterFirstDay(quarter), asAt.day),
    before: quarter > quarterOf(start) ? previousQuarter(quarter) : null,
    after: quarter < quarterOf(today) ? nextQuarter(quarter) : null,
  };
}

/** The state of every quarter that has a row, by its code. */
export async function readQuarterStates(db: Kysely<Database>): Promise<Record<Quarter, ShownState | undefined>> {
  return Object.fromEntries((await listQuarters(db)).map(({ code, state }) => [code, state]));
}
