import { type Kysely, sql } from 'kysely';
import { rebuild } from '../client.server.ts';

/** An end is written once, with the change that wrote it. Without a first day a row counts from the beginning. */
const endedByAChange = sql<boolean>`(until_on is null) = (ended_change is null) and (until_on is null or from_on is null or until_on >= from_on)`;

/** Responsibility passes between organisations by date. What was there counts from the beginning and has no end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await rebuild(db, 'responsibility', ['recommendation', 'organisation', 'role', 'basis', 'change'], (table) =>
    table
      .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('recommendation', 'text', (c) => c.notNull().references('recommendation.code'))
      .addColumn('organisation', 'text', (c) => c.notNull().references('organisation.code'))
      .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('lead', 'supporting')`))
      .addColumn('basis', 'text', (c) => c.notNull().check(sql`basis in ('stated', 'inferred')`))
      .addColumn('from_on', 'text')
      .addColumn('until_on', 'text')
      .addColumn('change', 'integer', (c) => c.notNull().references('change.number'))
      .addColumn('ended_change', 'integer', (c) => c.references('change.number'))
      .addCheckConstraint('responsibility_end', endedByAChange),
  );
  await db.schema.createIndex('responsibility_of').on('responsibility').column('organisation').execute();
  await db.schema
    .createIndex('responsibility_now')
    .unique()
    .on('responsibility')
    .columns(['recommendation', 'organisation'])
    .where(sql.ref('until_on'), 'is', null)
    .execute();
}
