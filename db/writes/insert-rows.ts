import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** SQLite takes 32,766 values in a statement; no table has more than 20 columns. */
const ROWS_A_STATEMENT = 500;

/** Adds many rows to one table, a few hundred a statement. `onProgress` hears how many are in after each. */
export async function insertRows<T extends keyof Database>(
  trx: Transaction<Database>,
  table: T,
  rows: Insertable<Database[T]>[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const batch = rows.slice(start, start + ROWS_A_STATEMENT);
    await trx.insertInto(table).values(batch).execute();
    onProgress(start + batch.length);
  }
}
