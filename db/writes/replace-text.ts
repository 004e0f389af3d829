import { sql, type Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Puts other words in the place of a text wherever a column of a table holds it. For redaction alone: nothing else writes over what is recorded. */
export async function replaceText(
  trx: Transaction<Database>,
  { table, column, text, words }: { table: keyof Database; column: string; text: string; words: string },
): Promise<void> {
  const ref = sql.ref(column);
  await sql`update ${sql.table(table)} set ${ref} = replace(${ref}, ${text}, ${words}) where instr(${ref}, ${text}) > 0`.execute(
    trx,
  );
}
