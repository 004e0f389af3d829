import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Writes the end of a responsibility, once: the first day on which it is over. Throws when it has an end already. */
export async function endResponsibility(
  trx: Transaction<Database>,
  id: number,
  { untilOn, change }: { untilOn: string; change: number },
): Promise<void> {
  await trx
    .updateTable('responsibility')
    .set({ untilOn, endedChange: change })
    .where('id', '=', id)
    .where('untilOn', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow();
}
