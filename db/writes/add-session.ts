import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { SessionTable } from '../tables/person.ts';

/** Adds a signed-in browser, and clears every session that had expired by then. */
export async function addSession(trx: Transaction<Database>, session: Insertable<SessionTable>): Promise<void> {
  await trx.deleteFrom('session').where('expiresAt', '<=', session.createdAt).execute();
  await trx.insertInto('session').values(session).execute();
}
