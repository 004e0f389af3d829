import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Replaces the hash of a person's password. A password is no part of the record and has no history. */
export async function replacePassword(trx: Transaction<Database>, person: number, passwordHash: string): Promise<void> {
  await trx.updateTable('person').set({ passwordHash }).where('id', '=', person).execute();
}
