import type { Kysely } from 'kysely';
import type { Database, MilestoneFact } from '../schema.ts';

/** Every fact of one milestone, or of all, by milestone and number, replaced ones too. */
export function listMilestoneFacts(db: Kysely<Database>, milestone?: string): Promise<MilestoneFact[]> {
  return db
    .selectFrom('milestoneFact')
    .selectAll()
    .$if(milestone !== undefined, (query) => query.where('milestone', '=', milestone ?? ''))
    .orderBy('milestone')
    .orderBy('number')
    .execute();
}
