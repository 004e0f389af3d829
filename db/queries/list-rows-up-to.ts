import type { Kysely, Selectable } from 'kysely';
import { asAdded } from '../client.server.ts';
import type { Database } from '../schema.ts';

/** Tables of which each row carries the change that added it. */
export type TableOfChanges = {
  [T in keyof Database]: Database[T] extends { change: number } ? T : never;
}[keyof Database];

/** The rows of a table that came with that change or one before it, in the order in which they were added. */
export async function listRowsUpTo<T extends TableOfChanges>(
  db: Kysely<Database>,
  table: T,
  change: number,
): Promise<Selectable<Database[T]>[]> {
  // What holds for each of these tables Kysely cannot see of all of them at once.
  const rows = await db
    .selectFrom(table as 'theme')
    .selectAll()
    .where('change', '<=', change)
    .orderBy(asAdded)
    .execute();
  return rows as unknown as Selectable<Database[T]>[];
}
