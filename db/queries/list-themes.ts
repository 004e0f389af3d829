import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

export type Theme = Selectable<Database['theme']>;

/** Every theme in the strategy's order, governance last. */
export function listThemes(db: Kysely<Database>): Promise<Theme[]> {
  return db.selectFrom('theme').selectAll().orderBy('position').execute();
}
