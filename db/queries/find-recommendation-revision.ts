import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

/** The text of a recommendation that stands, with its number; undefined for a code that none has. */
export function findRecommendationRevision(
  db: Kysely<Database>,
  recommendation: string,
): Promise<Selectable<Database['recommendationRevision']> | undefined> {
  return db
    .selectFrom('recommendationRevision')
    .selectAll()
    .where('recommendation', '=', recommendation)
    .orderBy('number', 'desc')
    .executeTakeFirst();
}
