import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** True while no strategy has been loaded. */
export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  const strategy = await db.selectFrom('strategy').select('code').executeTakeFirst();
  return strategy === undefined;
}

/** True while the database holds no indicator, partnership or finding. */
export async function lacksCollaboration(db: Kysely<Database>): Promise<boolean> {
  for (const table of ['indicator', 'partnership', 'finding'] as const)
    if (await db.selectFrom(table).select('code').executeTakeFirst()) return false;
  return true;
}
