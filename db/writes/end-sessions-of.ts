import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Deletes the sessions of a person, but the one whose token has the hash `except`. Returns how many there were. */
export async function endSessionsOf(
  trx: Transaction<Database>,
  person: number,
  except: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('person', '=', person)
    .$if(except !== null, (query) => query.where('tokenHash', '!=', except ?? ''))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
