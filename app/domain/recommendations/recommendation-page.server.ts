import type { Kysely } from 'kysely';
import { listResponsibilities } from '#db/queries/list-responsibilities.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import { type PassedResponsibility, passedResponsibilities } from '../organisations/passed-responsibilities.ts';
import { type AnsweringPost, readAnswersFor } from '../posts/answers-for.server.ts';
import { eventsBearingOn, readEventsAsAt } from '../record/events.server.ts';
import type { EventView, MilestoneView, RecommendationView, ThemeView } from '../record/record.ts';
import { readRecordAsAt } from '../record/record-as-at.server.ts';
import { themesAbove } from '../themes/nesting.ts';

export interface RecommendationPage {
  recommendation: RecommendationView;
  theme: ThemeView;
  /** The themes that its theme is part of, the outermost first. */
  above: ThemeView[];
  milestones: MilestoneView[];
  events: EventView[];
  /** Which organisations had it by the day and passed it on, latest first. */
  passed: PassedResponsibility[];
  /** The posts that have to do with its return. */
  answering: AnsweringPost[];
  before: RecommendationView | null;
  after: RecommendationView | null;
}

/** Everything a recommendation's page shows, as at a day; undefined for a code that none has. */
export async function readRecommendationPage(
  db: Kysely<Database>,
  code: string,
  asAt: AsAt,
): Promise<RecommendationPage | undefined> {
  const { recommendations, themes, milestones } = await readRecordAsAt(db, asAt);
  const place = recommendations.findIndex((recommendation) => recommendation.code === code);
  const recommendation = recommendations[place];
  const theme = themes.find((other) => other.code === recommendation?.theme);
  if (!recommendation || !theme) return undefined;
  return {
    recommendation,
    theme,
    above: themesAbove(themes, theme),
    milestones: milestones.filter((milestone) => milestone.recommendation === code),
    events: eventsBearingOn(await readEventsAsAt(db, asAt), [code]),
    passed: passedResponsibilities(await listResponsibilities(db)).filter(
      ({ recommendation: passed, on }) => passed === code && on <= asAt.day,
    ),
    answering: await readAnswersFor(db, code, asAt),
    before: recommendations[place - 1] ?? null,
    after: recommendations[place + 1] ?? null,
  };
}
