import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

export type Strategy = Selectable<Database['strategy']>;

/** The one strategy of this database. Throws when none has been loaded. */
export function findStrategy(db: Kysely<Database>): Promise<Strategy> {
  return db.selectFrom('strategy').selectAll().executeTakeFirstOrThrow();
}
