import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { type OfficeOnOverview, readOfficeOnOverview } from '../office/office-page.server.ts';
import type { Day } from '../partial-date.ts';
import { previousQuarter, type Quarter, quarterFirstDay, quarterOf } from '../quarter.ts';
import { type NamedAttention, readRatingsOf } from '../ratings/read-ratings.server.ts';
import type { MilestoneView, RecordAsAt, StrategyView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { datePassed, dueNext } from './attention.ts';
import { changesSince, type WorldChange } from './changes.ts';
import { endedOtherwise } from './ended-otherwise.ts';
import { positionSentences } from './position-sentences.ts';
import type { QuarterCounts } from './quarter-counts.ts';
import { countStages, type StageCounts, stagesByTheme, type ThemeStages } from './stage-counts.ts';
import { readStatusOverTime } from './status-over-time.server.ts';

/** How many entries a list on the overview shows before "See all". */
const SHOWN = 5;
const CHANGES_SHOWN = 8;

/** A list cut to what the page shows, with the length of the whole. */
export interface Cut<T> {
  shown: T[];
  total: number;
}

/** What changed in the quarter that ended last and since; `last` is the newest change of all, `latestFact` the newest recorded. */
export interface Recently {
  /** The quarter that the day falls in, and the one before. */
  current: Quarter;
  before: Quarter;
  changes: Cut<WorldChange>;
  last: WorldChange | null;
  latestFact: WorldChange | null;
}

export interface Overview {
  strategy: StrategyView;
  day: Day;
  stages: StageCounts;
  sentences: string[];
  /** What returns say, for people who are signed in, once there are any. */
  ratings: { sentences: string[]; attention: Cut<NamedAttention>; newest: Quarter } | null;
  /** What the office wrote, for people who are signed in, as things stand today. */
  office: OfficeOnOverview | null;
  themes: ThemeStages[];
  attention: Cut<MilestoneView>;
  dueNext: Cut<MilestoneView>;
  recently: Recently;
  overTime: QuarterCounts[];
  endedOtherwise: MilestoneView[];
}

/** Everything the overview shows, as at a day. */
export async function readOverview(db: Kysely<Database>, asAt: AsAt): Promise<Overview> {
  const record = await readRecordAsAt(db, asAt);
  return {
    strategy: record.strategy,
    day: record.day,
    stages: countStages(record.recommendations),
    sentences: positionSentences(record),
    ratings: await readRatingLines(db, record),
    office: asAt.view === 'internal' && asAt.isToday ? await readOfficeOnOverview(db, asAt.day) : null,
    themes: stagesByTheme(record),
    attention: cut(datePassed(record.milestones)),
    dueNext: cut(dueNext(record.milestones)),
    recently: recently(record),
    overTime: await readStatusOverTime(db, record),
    endedOtherwise: endedOtherwise(record.milestones),
  };
}

/** Of ratings the overview shows a line and what needs attention; the grids are on the themes' pages. */
async function readRatingLines(db: Kysely<Database>, record: RecordAsAt): Promise<Overview['ratings']> {
  const ratings = await readRatingsOf(db, record.recommendations, record);
  const newest = ratings?.quarters.at(-1);
  if (!ratings || newest === undefined) return null;
  return { sentences: ratings.sentences, attention: cut(ratings.attention), newest };
}

/** The first items of a list, and how many there are in all. */
export function cut<T>(items: T[], shown = SHOWN): Cut<T> {
  return { shown: items.slice(0, shown), total: items.length };
}

/** What changed from the first day of the quarter before the record's day, and the newest change of all. */
export function recently(record: RecordAsAt): Recently {
  const current = quarterOf(record.day);
  const before = previousQuarter(current);
  const { since, last, latestFact } = changesSince(record, quarterFirstDay(before));
  return { current, before, changes: cut(since, CHANGES_SHOWN), last, latestFact };
}
