import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

export type Organisation = Selectable<Database['organisation']>;

/** Every organisation, by name. */
export function listOrganisations(db: Kysely<Database>): Promise<Organisation[]> {
  return db.selectFrom('organisation').selectAll().orderBy('name').execute();
}
