import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { ChangeTable } from '../tables/change.ts';

/** Opens the change that every row of a command carries. Returns its number. */
export async function addChange(
  trx: Transaction<Database>,
  change: Omit<Insertable<ChangeTable>, 'number'>,
): Promise<number> {
  const { number } = await trx.insertInto('change').values(change).returning('number').executeTakeFirstOrThrow();
  return number;
}
