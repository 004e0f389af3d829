import type { Kysely } from 'kysely';
import { strict } from '../client.server.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('demonstration')
      .addColumn('made_on', 'text', (c) => c.primaryKey())
      .addColumn('change', 'integer', (c) => c.notNull().references('change.number')),
  ).execute();
}
