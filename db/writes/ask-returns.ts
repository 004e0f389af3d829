import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Asks a quarter's return of recommendations; one that was taken out before is asked again. */
export async function askReturns(
  trx: Transaction<Database>,
  quarter: string,
  recommendations: readonly string[],
  change: number,
): Promise<void> {
  await trx
    .insertInto('quarterlyReturn')
    .values(recommendations.map((recommendation) => ({ quarter, recommendation, change, endedChange: null })))
    .onConflict((conflict) =>
      conflict.columns(['quarter', 'recommendation']).doUpdateSet({ change, endedChange: null }),
    )
    .execute();
}
