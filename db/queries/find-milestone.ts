import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The milestone with that code, if there is one. */
export function findMilestone(db: Kysely<Database>, code: string): Promise<{ code: string } | undefined> {
  return db.selectFrom('milestone').select('code').where('code', '=', code).executeTakeFirst();
}
