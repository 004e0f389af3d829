import { type ColumnDataType, type Kysely, type RawBuilder, sql } from 'kysely';
import { rebuild, strict } from '../client.server.ts';

/** A CHECK that a column holds one of the listed words. Written out here: a migration is frozen in time. */
function oneOf(column: string, words: string[]): RawBuilder<boolean> {
  return sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

const text: ColumnDataType = 'text';
const integer: ColumnDataType = 'integer';

const CHANGE_KINDS = [
  'strategy loaded',
  'administrator made',
  'date recorded',
  'outcome recorded',
  'fact corrected',
  'person invited',
  'person joined',
  'role changed',
  'person left',
  'name removed',
  'post added',
  'post handed over',
  'ownership changed',
  'quarter commissioned',
  'commission changed',
  'deadline extended',
  'return submitted',
  'return sent back',
  'return accepted',
  'return missing',
  'assessment written',
  'clearance recorded',
  'steer recorded',
  'steer done',
  'quarter closed',
  'quarter published',
  'quarter corrected',
  'recommendation added',
  'recommendation edited',
  'milestone added',
  'milestone edited',
  'baseline agreed',
  'stage judged',
  'responsibility passed',
  'partnership added',
  'partnership edited',
  'partnership health noted',
  'values recorded',
];

const DIMENSIONS = [
  'needs',
  'capabilities',
  'working practices',
  'constraints',
  'value for both sides',
  'adapting',
  'dedicated support',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  await moreKindsOfChange(db);
  await health(db);
}

async function moreKindsOfChange(db: Kysely<unknown>): Promise<void> {
  await rebuild(db, 'change', ['number', 'recorded_at', 'person', 'quarter', 'kind', 'reason'], (table) =>
    table
      .addColumn('number', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('recorded_at', text, (c) => c.notNull())
      .addColumn('person', integer, (c) => c.references('person.id'))
      .addColumn('quarter', text)
      .addColumn('kind', text, (c) => c.notNull().check(oneOf('kind', CHANGE_KINDS)))
      .addColumn('reason', text),
  );
}

async function health(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('partnership_health')
      .addColumn('partnership', text, (c) => c.notNull().references('partnership.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('noted_on', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('partnership_health_key', ['partnership', 'number']),
  ).execute();
  await strict(
    db.schema
      .createTable('partnership_health_words')
      .addColumn('partnership', text, (c) => c.notNull())
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('dimension', text, (c) => c.notNull().check(oneOf('dimension', DIMENSIONS)))
      .addColumn('words', text, (c) => c.notNull().check(sql`length(trim(words)) > 0`))
      .addColumn('evidence', text, (c) => c.notNull().check(sql`length(trim(evidence)) > 0`))
      .addPrimaryKeyConstraint('partnership_health_words_key', ['partnership', 'number', 'dimension'])
      .addForeignKeyConstraint('partnership_health_words_of', ['partnership', 'number'], 'partnership_health', [
        'partnership',
        'number',
      ]),
  ).execute();
}
