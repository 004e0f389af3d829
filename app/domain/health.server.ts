import type { Kysely } from 'kysely';
import { isEmpty } from '#db/queries/is-empty.ts';
import type { Database } from '#db/schema.ts';

/** True when the record can be read and holds a strategy. */
export async function isHealthy(db: Kysely<Database>): Promise<boolean> {
  return isEmpty(db).then(
    (empty) => !empty,
    () => false,
  );
}
