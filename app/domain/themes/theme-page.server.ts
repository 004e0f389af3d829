import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { type Indicators, readIndicators } from '../indicators/indicators.server.ts';
import { datePassed, dueNext } from '../overview/attention.ts';
import { endedOtherwise } from '../overview/ended-otherwise.ts';
import { type Cut, cut, type Recently, recently } from '../overview/overview.server.ts';
import { positionSentences } from '../overview/position-sentences.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import { countStages, type StageCounts, stagesByTheme, type ThemeStages } from '../overview/stage-counts.ts';
import { readStatusOverTime } from '../overview/status-over-time.server.ts';
import { type Ratings, readRatingsOf } from '../ratings/read-ratings.server.ts';
import { eventsBearingOn, readEventsAsAt } from '../record/events.server.ts';
import type { EventView, MilestoneView, RecommendationView, StrategyView, ThemeView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { type Timeline, timelineOf } from '../timeline.ts';
import { datesMoved, type MovedDates } from './dates-moved.ts';
import { codesWithin, partsOf, themesAbove } from './nesting.ts';
import { storyOf } from './story.ts';
import { readThemePartnerships, type ThemePartnership } from './theme-partnerships.server.ts';

export interface ThemePage {
  strategy: StrategyView;
  theme: ThemeView;
  /** The themes that it is part of, the outermost first, and its own parts with their counts. */
  above: ThemeView[];
  parts: (ThemeView & Pick<ThemeStages, 'total'>)[];
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

/** Everything a theme's page shows, with what its parts hold, as at a day; undefined for a code that no theme has. */
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
  const within = codesWithin(record.themes, code);
  const recommendations = record.recommendations.filter((recommendation) => within.includes(recommendation.theme));
  const milestones = record.milestones.filter((milestone) => within.includes(milestone.theme));
  const own = { ...record, themes: [theme], recommendations, milestones };
  const upcoming = dueNext(milestones);
  const events = eventsBearingOn(
    await readEventsAsAt(db, asAt),
    recommendations.map((recommendation) => recommendation.code),
  );
  return {
    strategy: record.strategy,
    theme,
    above: themesAbove(record.themes, theme),
    parts: withTotals(partsOf(record.themes, code), stagesByTheme(record)),
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
    overTime: await readStatusOverTime(db, record, within),
    endedOtherwise: endedOtherwise(milestones),
    milestones,
    indicators: await readIndicators(db, asAt, within),
    partnerships: await readThemePartnerships(db, within, asAt),
    events,
    ratings: await readRatingsOf(db, recommendations, asAt),
    before: record.themes[place - 1] ?? null,
    after: record.themes[place + 1] ?? null,
  };
}

function withTotals(parts: readonly ThemeView[], stages: readonly ThemeStages[]): ThemePage['parts'] {
  return parts.map((part) => ({ ...part, total: stages.find(({ code }) => code === part.code)?.total ?? 0 }));
}
