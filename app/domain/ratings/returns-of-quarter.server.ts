import type { Kysely } from 'kysely';
import { listReturnActs } from '#db/queries/list-return-acts.ts';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import type { View } from '../as-at.ts';
import { confidenceMove } from '../delivery-confidence.ts';
import { previousQuarter, type Quarter } from '../quarter.ts';
import type { RecommendationView } from '../record/record.ts';
import { type RatedReturn, ratedReturns } from './ratings.ts';

/** One return of a quarter, beside the same recommendation's return of the quarter before. */
export interface ReturnOfQuarter {
  code: string;
  title: string;
  now: RatedReturn;
  before: RatedReturn | null;
  move: 'improved' | 'worsened' | 'same' | null;
}

/** Every return asked for in a quarter, in the strategy's order; none for signed-out readers. */
export async function readReturnsOfQuarter(
  db: Kysely<Database>,
  quarter: Quarter,
  recommendations: readonly RecommendationView[],
  view: View,
): Promise<ReturnOfQuarter[]> {
  if (view !== 'internal') return [];
  const last = previousQuarter(quarter);
  const asked = [...(await listReturns(db, last)), ...(await listReturns(db, quarter))];
  const returns = ratedReturns(asked, await listReturnActs(db, last));
  const find = (of: Quarter, code: string): RatedReturn | null =>
    returns.find((one) => one.quarter === of && one.recommendation === code) ?? null;
  return recommendations.flatMap(({ code, title }) => {
    const now = find(quarter, code);
    if (now === null) return [];
    const before = find(last, code);
    return [{ code, title, now, before, move: confidenceMove(before?.confidence ?? null, now.confidence) }];
  });
}
