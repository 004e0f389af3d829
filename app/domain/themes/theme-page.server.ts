import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { type Indicators, readIndicators } from '../indicators/indicators.server.ts';
import { datePassed, dueNext } from '../overview/attention.ts';
import { endedOtherwise } from '../overview/ended-otherwise.ts';
import { type Cut, cut, type Recently, recently } from '../overview/overview.server.ts';
import { positionSentences } from '../overview/position-sentences.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import { countStages, type StageCounts } from '../overview/stage-counts.ts';
import { readStatusOverTime } from '../overview/status-over-time.server.ts';
import { type Ratings, readRatingsOf } from '../ratings/read-ratings.server.ts';
import { eventsBearingOn, readEventsAsAt } from '../record/events.server.ts';
import type { EventView, MilestoneView, RecommendationView, StrategyView, ThemeView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { type Timeline, timelineOf } from '../timeline.ts';
import { datesMoved, type MovedDates } from './dates-moved.ts';
import { storyOf } from './story.ts';
import { readThemePartnerships, type ThemePartnership } from './theme-partnerships.server.ts';

export interface ThemePage {
  strategy: StrategyView;
  theme: ThemeView;
  day: string;
  stages: StageCounts;
  sentences: string[];
  story: RecommendationView[];
  attention: Cut<MilestoneView>;
  dueNext: Cut<MilestoneView>;
  recently: Recently;
  recommendations: (RecommendationView & { next: MilestoneView | null })[];
  timeline: Timeline;
  moved: MovedDates[];
  overTime: QuarterCounts[];
  endedOtherwise: MilestoneView[];
  milestones: MilestoneView[];
  indicators: Indicators;
  partnerships: ThemePartnership[];
  events: EventView[];
  /** What returns say, for people who are signed in, once there are any. */
  ratings: Ratings | null;
  before: ThemeView | null;
  after: ThemeView | null;
}

/** Everything a theme's page shows, as at a day; undefined for a code that no theme has. */
export async function readThemePage(
  db: Kysely<Database>,
  code: string,
  asAt: AsAt,
  href: (milestone: string) => string,
): Promise<ThemePage | undefined> {
  const record = await readRecordAsAt(db, asAt);
  const place = record.themes.findIndex((theme) => theme.code === code);
  const theme = record.themes[place];
  if (!theme) return undefined;
  const recommendations = record.recommendations.filter((recommendation) => recommendation.theme === code);
  const milestones = record.milestones.filter((milestone) => milestone.theme === code);
  const own = { ...record, themes: [theme], recommendations, milestones };
  const upcoming = dueNext(milestones);
  const events = eventsBearingOn(
    await readEventsAsAt(db, asAt),
    recommendations.map((recommendation) => recommendation.code),
  );
  return {
    strategy: record.strategy,
    theme,
    day: record.day,
    stages: countStages(recommendations),
    sentences: positionSentences({ ...own, themes: [] }),
    story: storyOf(recommendations, milestones, events),
    attention: cut(datePassed(milestones)),
    dueNext: cut(upcoming),
    recently: recently(own),
    recommendations: recommendations.map((recommendation) => ({
      ...recommendation,
      next: upcoming.find((milestone) => milestone.recommendation === recommendation.code) ?? null,
    })),
    timeline: timelineOf(milestones, record.day, href),
    moved: datesMoved(milestones),
    overTime: await readStatusOverTime(db, record, code),
    endedOtherwise: endedOtherwise(milestones),
    milestones,
    indicators: await readIndicators(db, asAt, code),
    partnerships: await readThemePartnerships(db, code, asAt),
    events,
    ratings: await readRatingsOf(db, recommendations, asAt),
    before: record.themes[place - 1] ?? null,
    after: record.themes[place + 1] ?? null,
  };
}
