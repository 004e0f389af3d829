import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** In how many rows of a table a column holds a text exactly so, and in how many in any capitals. */
export async function countText(
  db: Kysely<Database>,
  { table, column, text }: { table: keyof Database; column: string; text: string },
): Promise<{ exact: number; anyCase: number }> {
  const ref = sql.ref(column);
  const { rows } = await sql<{ exact: number; anyCase: number }>`select
    coalesce(sum(instr(${ref}, ${text}) > 0), 0) as exact,
    coalesce(sum(instr(lower(${ref}), lower(${text})) > 0), 0) as any_case
    from ${sql.table(table)}`.execute(db);
  const [row] = rows;
  return { exact: row?.exact ?? 0, anyCase: row?.anyCase ?? 0 };
}
