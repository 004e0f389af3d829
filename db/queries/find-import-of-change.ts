import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The file that a change accepted, and what it did; undefined for another change. */
export function findImportOfChange(db: Kysely<Database>, change: number) {
  return db
    .selectFrom('import')
    .select(['id', 'fileName', 'sha256', 'sentBy', 'accepted'])
    .where('change', '=', change)
    .executeTakeFirst();
}
