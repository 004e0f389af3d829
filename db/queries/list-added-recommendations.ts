import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The recommendations that somebody added after the strategy was loaded, with the moment when. */
export function listAddedRecommendations(db: Kysely<Database>): Promise<{ code: string; recordedAt: string }[]> {
  return db
    .selectFrom('recommendation')
    .innerJoin('change', 'change.number', 'recommendation.change')
    .select(['recommendation.code', 'change.recordedAt'])
    .where('change.kind', '=', 'recommendation added')
    .execute();
}
