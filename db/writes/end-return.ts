import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Takes a return out of its commission. Throws when it is not asked for. */
export async function endReturn(
  trx: Transaction<Database>,
  quarter: string,
  recommendation: string,
  change: number,
): Promise<void> {
  await trx
    .updateTable('quarterlyReturn')
    .set({ endedChange: change })
    .where('quarter', '=', quarter)
    .where('recommendation', '=', recommendation)
    .where('endedChange', 'is', null)
    .returning('recommendation')
    .executeTakeFirstOrThrow();
}
