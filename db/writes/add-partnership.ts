import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Adds a partnership at the end of the strategy's order. What it says is in its first revision. */
export async function addPartnershipRow(trx: Transaction<Database>, code: string, change: number): Promise<void> {
  const last = await trx
    .selectFrom('partnership')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  await trx
    .insertInto('partnership')
    .values({ code, position: (last?.position ?? 0) + 1, change })
    .execute();
}
