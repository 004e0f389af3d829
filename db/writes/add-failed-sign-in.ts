import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { FailedSignInTable } from '../tables/person.ts';

/** Adds a sign-in that counts as refused, and clears those up to `since`, which count no more. */
export async function addFailedSignIn(
  trx: Transaction<Database>,
  failed: Omit<Insertable<FailedSignInTable>, 'number'>,
  since: string,
): Promise<void> {
  await trx.deleteFrom('failedSignIn').where('failedAt', '<=', since).execute();
  await trx.insertInto('failedSignIn').values(failed).execute();
}
