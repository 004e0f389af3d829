import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { RemovedNameTable } from '../tables/person.ts';

/** Takes a person's name off what signed-out readers see. Throws when it was taken off before. */
export async function addRemovedName(trx: Transaction<Database>, removed: Insertable<RemovedNameTable>): Promise<void> {
  await trx.insertInto('removedName').values(removed).execute();
}
