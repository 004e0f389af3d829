import { type ColumnDataType, type Kysely, type RawBuilder, sql } from 'kysely';
import { strict } from '../client.server.ts';

/** A CHECK that a column holds one of the listed words. Written out here: a migration is frozen in time. */
function oneOf(column: string, words: string[]): RawBuilder<boolean> {
  return sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

const text: ColumnDataType = 'text';
const integer: ColumnDataType = 'integer';

const CONFIRMATIONS = ['published', 'memory', 'owner'];

/** What was seen in a published source names it; what rests on memory has none. */
const publishedNamesSource = sql<boolean>`case confirmation when 'published' then source is not null when 'memory' then source is null else 1 end`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await indicators(db);
  await partnerships(db);
  await partsOfPartnerships(db);
  await findings(db);
}

async function indicators(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('indicator')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('theme', text, (c) => c.notNull().references('theme.code'))
      .addColumn('position', integer, (c) => c.notNull().unique())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('unit', text, (c) => c.notNull())
      .addColumn('direction', text, (c) => c.notNull().check(oneOf('direction', ['up', 'down', 'none'])))
      .addColumn('target', text)
      .addColumn('target_due', text)
      .addColumn('target_basis', text)
      .addColumn('caution', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('observation')
      .addColumn('indicator', text, (c) => c.notNull().references('indicator.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('period', text, (c) => c.notNull())
      .addColumn('series', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('status', text, (c) => c.notNull().check(oneOf('status', ['final', 'provisional', 'revised'])))
      .addColumn('confirmation', text, (c) => c.notNull().check(oneOf('confirmation', CONFIRMATIONS)))
      .addColumn('source', text, (c) => c.references('source.code'))
      .addColumn('note', text)
      .addColumn('replaces', integer)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('observation_key', ['indicator', 'number'])
      .addUniqueConstraint('observation_replaced_once', ['indicator', 'replaces'])
      .addForeignKeyConstraint('observation_replaced', ['indicator', 'replaces'], 'observation', [
        'indicator',
        'number',
      ])
      .addCheckConstraint('observation_replaces_earlier', sql`replaces < number`)
      .addCheckConstraint('observation_source', publishedNamesSource),
  ).execute();
  await schema.createIndex('observation_source_key').on('observation').column('source').execute();
}

async function partnerships(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('partnership')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('position', integer, (c) => c.notNull().unique())
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('partnership_revision')
      .addColumn('partnership', text, (c) => c.notNull().references('partnership.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('started_on', text)
      .addColumn('purpose', text, (c) => c.notNull())
      .addColumn('funding', text)
      .addColumn('confirmation', text, (c) => c.notNull().check(oneOf('confirmation', CONFIRMATIONS)))
      .addColumn('source', text, (c) => c.references('source.code'))
      .addColumn('note', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('partnership_revision_key', ['partnership', 'number'])
      .addCheckConstraint('partnership_revision_source', publishedNamesSource),
  ).execute();
}

/** Members, themes and strands belong to one revision whole, so an earlier revision is read as it stood. */
async function partsOfPartnerships(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const ofRevision: ['partnership', 'revision'] = ['partnership', 'revision'];
  const revisionKey: ['partnership', 'number'] = ['partnership', 'number'];
  await strict(
    schema
      .createTable('partnership_member')
      .addColumn('partnership', text, (c) => c.notNull())
      .addColumn('revision', integer, (c) => c.notNull())
      .addColumn('position', integer, (c) => c.notNull())
      .addColumn('organisation', text, (c) => c.notNull().references('organisation.code'))
      .addColumn('role', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('partnership_member_key', ['partnership', 'revision', 'organisation'])
      .addForeignKeyConstraint('partnership_member_of', ofRevision, 'partnership_revision', revisionKey),
  ).execute();
  await schema.createIndex('partnership_member_organisation').on('partnership_member').column('organisation').execute();
  await strict(
    schema
      .createTable('partnership_theme')
      .addColumn('partnership', text, (c) => c.notNull())
      .addColumn('revision', integer, (c) => c.notNull())
      .addColumn('theme', text, (c) => c.notNull().references('theme.code'))
      .addPrimaryKeyConstraint('partnership_theme_key', ['partnership', 'revision', 'theme'])
      .addForeignKeyConstraint('partnership_theme_of', ofRevision, 'partnership_revision', revisionKey),
  ).execute();
  await strict(
    schema
      .createTable('partnership_strand')
      .addColumn('partnership', text, (c) => c.notNull())
      .addColumn('revision', integer, (c) => c.notNull())
      .addColumn('position', integer, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('detail', text)
      .addPrimaryKeyConstraint('partnership_strand_key', ['partnership', 'revision', 'position'])
      .addForeignKeyConstraint('partnership_strand_of', ofRevision, 'partnership_revision', revisionKey),
  ).execute();
}

async function findings(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('finding')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('position', integer, (c) => c.notNull().unique())
      .addColumn('source', text, (c) => c.notNull().references('source.code'))
      .addColumn('text', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('finding_theme')
      .addColumn('finding', text, (c) => c.notNull().references('finding.code'))
      .addColumn('theme', text, (c) => c.notNull().references('theme.code'))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('finding_theme_pair', ['finding', 'theme']),
  ).execute();
}
