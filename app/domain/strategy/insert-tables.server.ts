import type { Insertable, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import type { TableRows } from './table-rows.server.ts';

/** Adds rows to several tables, in the order in which they are named. `say` hears of long work. */
export async function insertTables(
  trx: Transaction<Database>,
  tables: TableRows,
  say: (line: string) => void = () => {},
): Promise<void> {
  for (const [table, values] of Object.entries(tables))
    await insertRows(trx, table as keyof Database, values as Insertable<Database[keyof Database]>[], (done) => {
      if (done % 5_000 === 0)
        say(`  ${done.toLocaleString('en-GB')} of ${values.length.toLocaleString('en-GB')} rows saved`);
    });
}
