import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { EarlierRowTable } from '../tables/earlier-row.ts';

/** Every row that a later change replaced, as it stood until then; of one row the earliest replacement first. */
export function listEarlierRows(db: Kysely<Database>, change: number): Promise<EarlierRowTable[]> {
  return db
    .selectFrom('earlierRow')
    .selectAll()
    .where('replacedChange', '>', change)
    .orderBy('of')
    .orderBy('code')
    .orderBy('replacedChange')
    .execute();
}
