import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Deletes a session: its cookie opens nothing from now on. */
export async function endSession(trx: Transaction<Database>, tokenHash: string): Promise<void> {
  await trx.deleteFrom('session').where('tokenHash', '=', tokenHash).execute();
}
