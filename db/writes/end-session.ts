import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Deletes a session: its cookie opens nothing from now on. With `person`: only when it is theirs. */
export async function endSession(
  trx: Transaction<Database>,
  tokenHash: string,
  person: number | null = null,
): Promise<void> {
  await trx
    .deleteFrom('session')
    .where('tokenHash', '=', tokenHash)
    .$if(person !== null, (query) => query.where('person', '=', person))
    .execute();
}
