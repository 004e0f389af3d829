import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** True while no strategy has been loaded. */
export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  const strategy = await db.selectFrom('strategy').select('code').executeTakeFirst();
  return strategy === undefined;
}
