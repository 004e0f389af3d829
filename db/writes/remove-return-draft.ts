import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Removes the draft of a return, if one is kept. */
export async function removeReturnDraft(
  trx: Transaction<Database>,
  quarter: string,
  recommendation: string,
): Promise<void> {
  await trx
    .deleteFrom('returnDraft')
    .where('quarter', '=', quarter)
    .where('recommendation', '=', recommendation)
    .execute();
}
