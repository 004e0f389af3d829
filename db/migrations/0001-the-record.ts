import { type ColumnDataType, type Kysely, type RawBuilder, sql } from 'kysely';
import { strict } from '../client.server.ts';

/** A CHECK that a column holds one of the listed words. Written out here: a migration is frozen in time. */
function oneOf(column: string, words: string[]): RawBuilder<boolean> {
  return sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

const text: ColumnDataType = 'text';
const integer: ColumnDataType = 'integer';

const CONFIRMATIONS = ['published', 'memory', 'owner'];
const STAGES = [
  'not started',
  'under way',
  'delivered',
  'partly delivered',
  'changed',
  'not delivered',
  'no public evidence',
  'not assessed',
];

/** What was seen in a published source names it; what rests on memory has none. */
const publishedNamesSource = sql<boolean>`case confirmation when 'published' then source is not null when 'memory' then source is null else 1 end`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await strategy(db);
  await recommendations(db);
  await milestones(db);
  await positions(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('change')
      .addColumn('number', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('recorded_at', text, (c) => c.notNull())
      .addColumn('person', integer, (c) => c.references('person.id'))
      .addColumn('quarter', text)
      .addColumn('kind', text, (c) =>
        c
          .notNull()
          .check(
            oneOf('kind', [
              'strategy loaded',
              'administrator made',
              'date recorded',
              'outcome recorded',
              'fact corrected',
            ]),
          ),
      )
      .addColumn('reason', text),
  ).execute();
  await strict(
    schema
      .createTable('person')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('email', text, (c) => c.notNull().unique())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('role', text, (c) => c.notNull().check(oneOf('role', ['administrator'])))
      .addColumn('password_hash', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('session')
      .addColumn('token_hash', text, (c) => c.primaryKey())
      .addColumn('person', integer, (c) => c.references('person.id'))
      .addColumn('data', text, (c) => c.notNull())
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('expires_at', text, (c) => c.notNull()),
  ).execute();
  await strict(
    schema
      .createTable('welcome_link')
      .addColumn('token_hash', text, (c) => c.primaryKey())
      .addColumn('role', text, (c) => c.notNull().check(oneOf('role', ['administrator'])))
      .addColumn('created_at', text, (c) => c.notNull())
      .addColumn('expires_at', text, (c) => c.notNull())
      .addColumn('used_at', text),
  ).execute();
}

async function strategy(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('strategy')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('short_name', text, (c) => c.notNull())
      .addColumn('author', text, (c) => c.notNull())
      .addColumn('published_on', text, (c) => c.notNull())
      .addColumn('succeeded_by', text)
      .addColumn('assessed_on', text, (c) => c.notNull())
      .addColumn('assessed_by', text, (c) => c.notNull())
      .addColumn('about', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('theme')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('parent', text, (c) => c.references('theme.code'))
      .addColumn('position', integer, (c) => c.notNull().unique())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('aim', text, (c) => c.notNull())
      .addColumn('goals', text)
      .addColumn('place_in_report', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('source')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('publisher', text, (c) => c.notNull())
      .addColumn('type', text, (c) =>
        c.notNull().check(oneOf('type', ['official', 'delivering body', 'trade body', 'press', 'other'])),
      )
      .addColumn('url', text)
      .addColumn('published_on', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('organisation')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('short_name', text)
      .addColumn('sector', text, (c) =>
        c
          .notNull()
          .check(
            oneOf('sector', [
              'government',
              'nhs',
              'regulator',
              'research funder',
              'university',
              'industry',
              'industry body',
              'charity',
              'cluster',
              'overseas',
              'other',
            ]),
          ),
      )
      .addColumn('until', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('organisation_succession')
      .addColumn('organisation', text, (c) => c.notNull().references('organisation.code'))
      .addColumn('successor', text, (c) => c.notNull().references('organisation.code'))
      .addColumn('happened_on', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull().check(oneOf('kind', ['renamed', 'merged', 'split', 'abolished'])))
      .addColumn('confirmation', text, (c) => c.notNull().check(oneOf('confirmation', CONFIRMATIONS)))
      .addColumn('source', text, (c) => c.references('source.code'))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('organisation_succession_key', ['organisation', 'successor'])
      .addCheckConstraint('organisation_succession_source', publishedNamesSource)
      .addCheckConstraint('organisation_succession_other', sql`organisation <> successor`),
  ).execute();
}

async function recommendations(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('recommendation')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('theme', text, (c) => c.notNull().references('theme.code'))
      .addColumn('position', integer, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addUniqueConstraint('recommendation_order', ['theme', 'position']),
  ).execute();
  await strict(
    schema
      .createTable('recommendation_revision')
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('summary', text, (c) => c.notNull())
      .addColumn('target', text)
      .addColumn('target_due', text)
      .addColumn('done_when', text)
      .addColumn('confirmation', text, (c) => c.notNull().check(oneOf('confirmation', CONFIRMATIONS)))
      .addColumn('source', text, (c) => c.references('source.code'))
      .addColumn('place_in_source', text)
      .addColumn('note', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('recommendation_revision_key', ['recommendation', 'number'])
      .addCheckConstraint('recommendation_revision_source', publishedNamesSource),
  ).execute();
  await strict(
    schema
      .createTable('responsibility')
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('organisation', text, (c) => c.notNull().references('organisation.code'))
      .addColumn('role', text, (c) => c.notNull().check(oneOf('role', ['lead', 'supporting'])))
      .addColumn('basis', text, (c) => c.notNull().check(oneOf('basis', ['stated', 'inferred'])))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('responsibility_key', ['recommendation', 'organisation']),
  ).execute();
  await schema.createIndex('responsibility_of').on('responsibility').column('organisation').execute();
  await strict(
    schema
      .createTable('stage_judgement')
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('stage', text, (c) => c.notNull().check(oneOf('stage', STAGES)))
      .addColumn('judged_on', text, (c) => c.notNull())
      .addColumn('judged_by', text, (c) => c.notNull())
      .addColumn('reason', text, (c) => c.notNull().check(sql`length(trim(reason)) > 0`))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('stage_judgement_key', ['recommendation', 'number']),
  ).execute();
}

async function milestones(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('milestone')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('position', integer, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addUniqueConstraint('milestone_order', ['recommendation', 'position']),
  ).execute();
  await strict(
    schema
      .createTable('milestone_revision')
      .addColumn('milestone', text, (c) => c.notNull().references('milestone.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('note', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('milestone_revision_key', ['milestone', 'number']),
  ).execute();
  await strict(
    schema
      .createTable('milestone_fact')
      .addColumn('milestone', text, (c) => c.notNull().references('milestone.code'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('kind', text, (c) =>
        c
          .notNull()
          .check(
            oneOf('kind', [
              'baseline',
              'forecast',
              'undated',
              'agreed baseline',
              'met',
              'partly met',
              'missed',
              'withdrawn',
              're-measured',
            ]),
          ),
      )
      .addColumn('value', text)
      .addColumn('said_on', text, (c) => c.notNull())
      .addColumn('confirmation', text, (c) => c.notNull().check(oneOf('confirmation', CONFIRMATIONS)))
      .addColumn('source', text, (c) => c.references('source.code'))
      .addColumn('note', text)
      .addColumn('replaces', integer)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('milestone_fact_key', ['milestone', 'number'])
      .addUniqueConstraint('milestone_fact_replaced_once', ['milestone', 'replaces'])
      .addForeignKeyConstraint('milestone_fact_replaced', ['milestone', 'replaces'], 'milestone_fact', [
        'milestone',
        'number',
      ])
      .addCheckConstraint('milestone_fact_value', sql`(kind = 'undated') = (value is null)`)
      .addCheckConstraint('milestone_fact_replaces_earlier', sql`replaces < number`)
      .addCheckConstraint('milestone_fact_source', publishedNamesSource),
  ).execute();
  await schema.createIndex('milestone_fact_source').on('milestone_fact').column('source').execute();
  await strict(
    schema
      .createTable('event')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('milestone', text, (c) => c.references('milestone.code'))
      .addColumn('happened_on', text, (c) => c.notNull())
      .addColumn('title', text, (c) => c.notNull())
      .addColumn('bearing', text, (c) =>
        c
          .notNull()
          .check(
            oneOf('bearing', [
              'completes',
              'contributes',
              'enables',
              'commits',
              'context',
              'criticism',
              'parallel',
              'setback',
            ]),
          ),
      )
      .addColumn('confirmation', text, (c) => c.notNull().check(oneOf('confirmation', CONFIRMATIONS)))
      .addColumn('source', text, (c) => c.references('source.code'))
      .addColumn('note', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addCheckConstraint('event_source', publishedNamesSource),
  ).execute();
  await schema.createIndex('event_recommendation_key').on('event').column('recommendation').execute();
  await strict(
    schema
      .createTable('event_recommendation')
      .addColumn('event', text, (c) => c.notNull().references('event.code'))
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('event_recommendation_pair', ['event', 'recommendation']),
  ).execute();
}

async function positions(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await strict(
    schema
      .createTable('quarter')
      .addColumn('code', text, (c) => c.primaryKey())
      .addColumn('state', text, (c) =>
        c.notNull().check(oneOf('state', ['reconstructed', 'commissioned', 'in clearance', 'closed', 'published'])),
      ),
  ).execute();
  await strict(
    schema
      .createTable('milestone_position')
      .addColumn('quarter', text, (c) => c.notNull().references('quarter.code'))
      .addColumn('milestone', text, (c) => c.notNull().references('milestone.code'))
      .addColumn('status', text, (c) =>
        c
          .notNull()
          .check(
            oneOf('status', [
              'done by its first date',
              'done late',
              'on course',
              'due later than first promised',
              'no date',
              'date passed',
              'partly met',
              'not met',
              'met by re-measurement',
              'withdrawn',
            ]),
          ),
      )
      .addColumn('first_date', text)
      .addColumn('latest_date', text)
      .addColumn('outcome_date', text)
      .addPrimaryKeyConstraint('milestone_position_key', ['quarter', 'milestone']),
  ).execute();
  // Counting by quarter and status reads this index alone, never the rows.
  await schema
    .createIndex('milestone_position_counts')
    .on('milestone_position')
    .columns(['quarter', 'status'])
    .execute();
  await schema.createIndex('milestone_position_of').on('milestone_position').column('milestone').execute();
  await strict(
    schema
      .createTable('recommendation_position')
      .addColumn('quarter', text, (c) => c.notNull().references('quarter.code'))
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('stage', text, (c) => c.notNull().check(oneOf('stage', STAGES)))
      .addColumn('judgement', integer, (c) => c.notNull())
      .addPrimaryKeyConstraint('recommendation_position_key', ['quarter', 'recommendation']),
  ).execute();
}
