import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Keeps a file that was sent, to wait. Returns its number. */
export async function keepImport(
  trx: Transaction<Database>,
  sent: Omit<Insertable<Database['import']>, 'id'>,
): Promise<number> {
  const { id } = await trx.insertInto('import').values(sent).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Keeps what was found in a file that waits. */
export async function keepFound(db: Kysely<Database>, id: number, found: string): Promise<void> {
  await db.updateTable('import').set({ found }).where('id', '=', id).where('bytes', 'is not', null).execute();
}

/** Settles a file: accepted by a change, or discarded. Its bytes and what was found in them go. */
export async function settleImport(
  trx: Transaction<Database>,
  id: number,
  how: { change: number; accepted: string } | { discardedAt: string },
): Promise<void> {
  await trx
    .updateTable('import')
    .set({ ...how, bytes: null, found: null })
    .where('id', '=', id)
    .execute();
}
