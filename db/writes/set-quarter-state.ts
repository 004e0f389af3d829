import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterState } from '../tables/quarter.ts';

/** Gives a quarter a state; a quarter that had no row gets one. */
export async function setQuarterState(trx: Transaction<Database>, code: string, state: QuarterState): Promise<void> {
  await trx
    .insertInto('quarter')
    .values({ code, state })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ state }))
    .execute();
}
