import { type ColumnDataType, type Kysely, type RawBuilder, sql } from 'kysely';
import { rebuild, strict } from '../client.server.ts';

/** A CHECK that a column holds one of the listed words. Written out here: a migration is frozen in time. */
function oneOf(column: string, words: string[]): RawBuilder<boolean> {
  return sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

const text: ColumnDataType = 'text';
const integer: ColumnDataType = 'integer';

const ROLES = ['internal reader', 'reviewer', 'administrator'];

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
  'recommendation added',
  'recommendation edited',
  'milestone added',
  'milestone edited',
  'baseline agreed',
  'stage judged',
  'responsibility passed',
];

/** The one who has it now has no end; an end is written once, with the change that wrote it. */
const endedByAChange = sql<boolean>`(until_on is null) = (ended_change is null) and (until_on is null or until_on >= from_on)`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await moreKindsOfChange(db);
  await roles(db);
  await links(db);
  await sessions(db);
  await posts(db);
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

/** A role is given by a change and never overwritten: the one with the highest number stands, none means left. */
async function roles(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('person_role')
      .addColumn('person', integer, (c) => c.notNull().references('person.id'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('role', text, (c) => c.check(oneOf('role', ROLES)))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('person_role_key', ['person', 'number']),
  ).execute();
  await sql`insert into person_role (person, number, role, change) select id, 1, role, change from person`.execute(db);
  await rebuild(db, 'person', ['id', 'email', 'name', 'password_hash', 'change'], (table) =>
    table
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('email', text, (c) => c.notNull().unique())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('password_hash', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  );
  await strict(
    schema
      .createTable('removed_name')
      .addColumn('person', integer, (c) => c.primaryKey().references('person.id'))
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
}

async function links(db: Kysely<unknown>): Promise<void> {
  await rebuild(db, 'welcome_link', ['token_hash', 'role', 'created_at', 'expires_at', 'used_at'], (table) =>
    table
      .addColumn('token_hash', text, (c) => c.primaryKey())
      .addColumn('role', text, (c) => c.notNull().check(oneOf('role', ROLES)))
      .addColumn('name', text)
      .addColumn('email', text)
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('expires_at', text, (c) => c.notNull())
      .addColumn('used_at', text)
      .addColumn('change', integer, (c) => c.references('change.number')),
  );
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('session').addColumn('browser', text).execute();
  await strict(
    schema
      .createTable('failed_sign_in')
      .addColumn('number', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('address', text, (c) => c.notNull())
      .addColumn('failed_at', text, (c) => c.notNull()),
  ).execute();
  await schema.createIndex('failed_sign_in_at').on('failed_sign_in').column('failed_at').execute();
}

async function posts(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('post')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('organisation', text, (c) => c.notNull().references('organisation.code'))
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addUniqueConstraint('post_title', ['organisation', 'title']),
  ).execute();
  await strict(
    schema
      .createTable('post_holder')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('post', integer, (c) => c.notNull().references('post.id'))
      .addColumn('person', integer, (c) => c.notNull().references('person.id'))
      .addColumn('from_on', text, (c) => c.notNull())
      .addColumn('until_on', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addColumn('ended_change', integer, (c) => c.references('change.number'))
      .addCheckConstraint('post_holder_end', endedByAChange),
  ).execute();
  await oneNow(db, 'post_holder', ['post']);
  await strict(
    schema
      .createTable('ownership')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('post', integer, (c) => c.notNull().references('post.id'))
      .addColumn('role', text, (c) => c.notNull().check(oneOf('role', ['owner', 'deputy', 'contributor'])))
      .addColumn('from_on', text, (c) => c.notNull())
      .addColumn('until_on', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addColumn('ended_change', integer, (c) => c.references('change.number'))
      .addCheckConstraint('ownership_end', endedByAChange),
  ).execute();
  await oneNow(db, 'ownership', ['recommendation', 'post']);
  await schema
    .createIndex('ownership_one_owner')
    .unique()
    .on('ownership')
    .column('recommendation')
    .where(sql.ref('until_on'), 'is', null)
    .where(sql.ref('role'), '=', sql.lit('owner'))
    .execute();
}

/** At any time at most one row for these columns has no end. */
async function oneNow(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_now`)
    .unique()
    .on(table)
    .columns(columns)
    .where(sql.ref('until_on'), 'is', null)
    .execute();
}
