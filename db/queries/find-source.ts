import type { Kysely } from 'kysely';
import type { Database, Source } from '../schema.ts';

/** The source with that code, if there is one. */
export function findSource(db: Kysely<Database>, code: string): Promise<Source | undefined> {
  return db.selectFrom('source').selectAll().where('code', '=', code).executeTakeFirst();
}
