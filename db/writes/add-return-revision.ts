import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Adds one act on a return. Its number must be free: the key refuses a second act with the same one. */
export async function addReturnRevision(
  trx: Transaction<Database>,
  revision: Insertable<Database['returnRevision']>,
): Promise<void> {
  await trx.insertInto('returnRevision').values(revision).execute();
}
