import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

/** Every quarter that has a row, oldest first. */
export function listQuarters(db: Kysely<Database>): Promise<Selectable<Database['quarter']>[]> {
  return db.selectFrom('quarter').selectAll().orderBy('code').execute();
}
