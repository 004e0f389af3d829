import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** Number of the newest change; 0 while there is none. Everything that is recorded raises it. */
export async function findNewestChange(db: Kysely<Database>): Promise<number> {
  const { newest } = await db
    .selectFrom('change')
    .select(({ fn }) => fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}
