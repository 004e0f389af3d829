import type { Transaction, Updateable } from 'kysely';
import type { Database } from '../schema.ts';
import type { KeptTable } from '../tables/earlier-row.ts';

/** A table whose rows have no revisions, under its name in code. */
export type ReplacedTable = Exclude<KeptTable, 'organisation_succession'> | 'organisationSuccession';

/** Which row is replaced by what, and by which change. */
export interface Replacement<T extends ReplacedTable> {
  key: Record<string, string>;
  set: Updateable<Database[T]>;
  /** Lists of codes that belong to the row and stand in a table of their own, as they were. */
  lists?: Record<string, readonly string[]>;
  /** Columns that were written over already in this act, as they were before it. */
  was?: Record<string, number>;
  change: number;
}

/** Writes over a row, and keeps what it was as an earlier row of that change. The row stays that of the change that added it. */
export async function replaceRow<T extends ReplacedTable>(
  trx: Transaction<Database>,
  table: T,
  { key, set, lists = {}, was = {}, change }: Replacement<T>,
): Promise<void> {
  // What holds for each of these tables Kysely cannot see of all of them at once.
  const one = table as 'theme';
  const row = await trx
    .selectFrom(one)
    .selectAll()
    .where(({ and }) => and(key))
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('earlierRow')
    .values({
      of: table === 'organisationSuccession' ? 'organisation_succession' : (table as KeptTable),
      code: Object.values(key).join(' '),
      replacedChange: change,
      row: JSON.stringify({ ...row, ...lists, ...was }),
    })
    .execute();
  await trx
    .updateTable(one)
    .set(set as Updateable<Database['theme']>)
    .where(({ and }) => and(key))
    .execute();
}

/** Takes rows out of the order of their table until they get their new place in it: two of them may change places. */
export async function setAside(
  trx: Transaction<Database>,
  table: 'theme' | 'recommendation' | 'milestone',
  codes: readonly string[],
): Promise<void> {
  for (const code of codes)
    await trx
      .updateTable(table as 'theme')
      .set(({ neg, ref }) => ({ position: neg(ref('position')) }))
      .where('code', '=', code)
      .execute();
}
