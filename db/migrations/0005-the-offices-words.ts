import { type ColumnDataType, type Kysely, sql } from 'kysely';
import { strict } from '../client.server.ts';

const text: ColumnDataType = 'text';
const integer: ColumnDataType = 'integer';

export async function up(db: Kysely<unknown>): Promise<void> {
  await assessments(db);
  await clearances(db);
  await steers(db);
}

async function assessments(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('assessment')
      .addColumn('quarter', text, (c) => c.notNull().references('quarter.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('words', text, (c) => c.notNull().check(sql`length(trim(words)) > 0`))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('assessment_key', ['quarter', 'number']),
  ).execute();
}

async function clearances(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('clearance')
      .addColumn('quarter', text, (c) => c.notNull().references('quarter.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('role', text, (c) => c.notNull())
      .addColumn('cleared_on', text, (c) => c.notNull())
      .addColumn('comment', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('clearance_key', ['quarter', 'number']),
  ).execute();
}

async function steers(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('steer')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('quarter', text, (c) => c.notNull().references('quarter.code'))
      .addColumn('from_whom', text, (c) => c.notNull())
      .addColumn('words', text, (c) => c.notNull())
      .addColumn('owner', text, (c) => c.notNull())
      .addColumn('recommendation', text, (c) => c.references('recommendation.code'))
      .addColumn('due', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    db.schema
      .createTable('steer_done')
      .addColumn('steer', integer, (c) => c.primaryKey().references('steer.id'))
      .addColumn('done_on', text, (c) => c.notNull())
      .addColumn('words', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
}
