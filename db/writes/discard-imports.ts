import type { Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Discards files that wait: those with that in what was found in them, and those that are not read yet. Returns how many. */
export async function discardImportsWith(
  trx: Transaction<Database>,
  text: string,
  discardedAt: string,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('import')
    .set({ discardedAt, bytes: null, found: null })
    .where('bytes', 'is not', null)
    .where(({ or, eb, fn, val }) =>
      or([eb('found', 'is', null), eb(fn<number>('instr', ['found', val(text)]), '>', 0)]),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
