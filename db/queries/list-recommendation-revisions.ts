import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

/** Every text that a recommendation had, the first one first. */
export function listRecommendationRevisions(
  db: Kysely<Database>,
  recommendation: string,
): Promise<Selectable<Database['recommendationRevision']>[]> {
  return db
    .selectFrom('recommendationRevision')
    .selectAll()
    .where('recommendation', '=', recommendation)
    .orderBy('number')
    .execute();
}
