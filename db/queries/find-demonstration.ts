import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The day that this database's demonstration was made; undefined in a database that is none. */
export async function findDemonstration(db: Kysely<Database>): Promise<string | undefined> {
  return (await db.selectFrom('demonstration').select('madeOn').executeTakeFirst())?.madeOn;
}
