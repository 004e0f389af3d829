import type { Kysely } from 'kysely';
import type { Database, Source } from '../schema.ts';

/** Every source, by code. */
export function listSources(db: Kysely<Database>): Promise<Source[]> {
  return db.selectFrom('source').selectAll().orderBy('code').execute();
}
