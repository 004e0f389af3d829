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
];

export async function up(db: Kysely<unknown>): Promise<void> {
  await moreKindsOfChange(db);
  await versions(db);
  await publications(db);
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

/** The first version has no reason, every correction has one. Bytes and hash are written together, once. */
async function versions(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('quarter_version')
      .addColumn('quarter', text, (c) => c.notNull().references('quarter.code'))
      .addColumn('number', integer, (c) => c.notNull().check(sql`number > 0`))
      .addColumn('reason', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('quarter_version_key', ['quarter', 'number'])
      .addCheckConstraint('quarter_version_reason', sql`(number = 1) = (reason is null)`),
  ).execute();
  await strict(
    db.schema
      .createTable('quarter_file')
      .addColumn('quarter', text, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('audience', text, (c) => c.notNull().check(oneOf('audience', ['board', 'ministers', 'publication'])))
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('media_type', text, (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addColumn('sha256', text, (c) => c.notNull().check(sql`length(sha256) = 64`))
      .addPrimaryKeyConstraint('quarter_file_key', ['quarter', 'version', 'audience', 'name'])
      .addForeignKeyConstraint('quarter_file_version', ['quarter', 'version'], 'quarter_version', [
        'quarter',
        'number',
      ]),
  ).execute();
}

async function publications(db: Kysely<unknown>): Promise<void> {
  await strict(
    db.schema
      .createTable('publication')
      .addColumn('quarter', text, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('fields', text, (c) => c.notNull().check(sql`json_valid(fields)`))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('publication_key', ['quarter', 'version'])
      .addForeignKeyConstraint('publication_version', ['quarter', 'version'], 'quarter_version', ['quarter', 'number']),
  ).execute();
}
