import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Keeps the draft of a return in the place of the one before. */
export async function keepReturnDraft(
  trx: Transaction<Database>,
  draft: Insertable<Database['returnDraft']>,
): Promise<void> {
  await trx
    .insertInto('returnDraft')
    .values(draft)
    .onConflict((conflict) => conflict.columns(['quarter', 'recommendation']).doUpdateSet(draft))
    .execute();
}
