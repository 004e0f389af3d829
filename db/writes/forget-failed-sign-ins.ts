import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Forgets the refused sign-ins of an account, whose person has now signed in. */
export async function forgetFailedSignIns(trx: Transaction<Database>, email: string): Promise<void> {
  await trx.deleteFrom('failedSignIn').where('email', '=', email).execute();
}
