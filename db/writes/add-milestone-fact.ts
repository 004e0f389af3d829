import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Adds one fact. Its number must be free: the key refuses a second fact with the same one. */
export async function addMilestoneFact(
  trx: Transaction<Database>,
  fact: Insertable<Database['milestoneFact']>,
): Promise<void> {
  await trx.insertInto('milestoneFact').values(fact).execute();
}
