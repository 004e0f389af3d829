import type { Kysely } from 'kysely';
import { listReturnActs } from '#db/queries/list-return-acts.ts';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import type { AsAt } from '../as-at.ts';
import type { RecommendationView } from '../record/record.ts';
import { quartersOf, type RatingAttention, ratingAttention, ratingSentences } from './rating-words.ts';
import { type ConfidenceRow, confidenceRows, isRated, type RatedReturn, ratedReturns } from './ratings.ts';

/** How many quarters figure 3 shows; what needs attention looks no further back. */
export const QUARTERS_SHOWN = 8;

/**
 * Every return of the last eight quarters that were commissioned, for people who are signed in, as things stand today.
 * Empty for signed-out readers, to whom nothing of a return is shown until its quarter is published, and on an earlier
 * day: what was known of returns then is in the closed quarters.
 */
async function readRatings(db: Kysely<Database>, { view, isToday }: Omit<AsAt, 'day'>): Promise<RatedReturn[]> {
  if (view !== 'internal' || !isToday) return [];
  const asked = await listReturns(db);
  const [from] = [...new Set(asked.map(({ quarter }) => quarter))].sort().slice(-QUARTERS_SHOWN);
  if (from === undefined) return [];
  return ratedReturns(
    asked.filter(({ quarter }) => quarter >= from),
    await listReturnActs(db, from),
  );
}

/** Something that needs attention by a return, with the title of its recommendation. */
export interface NamedAttention extends RatingAttention {
  title: string;
}

/** What pages show of ratings: nothing at all until something was rated, and nothing to signed-out readers. */
export interface Ratings {
  /** The quarters that had returns, oldest first. */
  quarters: string[];
  rows: ConfidenceRow[];
  sentences: string[];
  attention: NamedAttention[];
}

/** The ratings of some recommendations, ready to be shown; null where there are none to show. */
export async function readRatingsOf(
  db: Kysely<Database>,
  recommendations: readonly RecommendationView[],
  asAt: Omit<AsAt, 'day'>,
): Promise<Ratings | null> {
  const titles = new Map(recommendations.map(({ code, title }) => [code, title]));
  const returns = (await readRatings(db, asAt)).filter(({ recommendation }) => titles.has(recommendation));
  if (!isRated(returns)) return null;
  const quarters = quartersOf(returns);
  return {
    quarters,
    rows: confidenceRows(recommendations, quarters, returns),
    sentences: ratingSentences(returns),
    attention: ratingAttention(returns).map((one) => ({ ...one, title: titles.get(one.recommendation) ?? '' })),
  };
}
