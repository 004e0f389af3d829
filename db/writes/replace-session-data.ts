import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Replaces what a session holds (JSON). Its person and its end stay; a session that has ended is not brought back. */
export async function replaceSessionData(trx: Transaction<Database>, tokenHash: string, data: string): Promise<void> {
  await trx.updateTable('session').set({ data }).where('tokenHash', '=', tokenHash).execute();
}
