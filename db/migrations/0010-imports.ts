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
  'strategy imported',
  'returns imported',
  'text removed',
];

const OVERWRITTEN = [
  'strategy',
  'theme',
  'source',
  'organisation',
  'organisation_succession',
  'recommendation',
  'milestone',
  'event',
  'indicator',
  'partnership',
  'finding',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  await moreKindsOfChange(db);
  await imports(db);
  await earlierRows(db);
  await db.schema.alterTable('milestone_fact').addColumn('as_published', text).execute();
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

async function imports(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('import')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('file_name', text, (c) => c.notNull())
      .addColumn('sha256', text, (c) => c.notNull().check(sql`length(sha256) = 64`))
      .addColumn('size', integer, (c) => c.notNull())
      .addColumn('bytes', 'blob')
      .addColumn('sent_by', integer, (c) => c.notNull().references('person.id'))
      .addColumn('sent_at', text, (c) => c.notNull())
      .addColumn('found', text)
      .addColumn('change', integer, (c) => c.references('change.number').unique())
      .addColumn('accepted', text)
      .addColumn('discarded_at', text)
      .addCheckConstraint('import_settled_once', sql`change is null or discarded_at is null`)
      .addCheckConstraint('import_accepted', sql`(change is null) = (accepted is null)`),
  ).execute();
}

async function earlierRows(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('earlier_row')
      .addColumn('of', text, (c) => c.notNull().check(oneOf('of', OVERWRITTEN)))
      .addColumn('code', text, (c) => c.notNull())
      .addColumn('replaced_change', integer, (c) => c.notNull().references('change.number'))
      .addColumn('row', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('earlier_row_key', ['of', 'code', 'replaced_change']),
  ).execute();
}
