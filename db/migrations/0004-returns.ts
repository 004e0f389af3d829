import { type ColumnDataType, type Kysely, type RawBuilder, sql } from 'kysely';
import { strict } from '../client.server.ts';

/** A CHECK that a column holds one of the listed words. Written out here: a migration is frozen in time. */
function oneOf(column: string, words: string[]): RawBuilder<boolean> {
  return sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

const text: ColumnDataType = 'text';
const integer: ColumnDataType = 'integer';

const CONFIDENCES = ['Green', 'Amber', 'Red', 'not rated'];
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

export async function up(db: Kysely<unknown>): Promise<void> {
  await commissions(db);
  await returns(db);
  await partsOfReturns(db);
}

async function commissions(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('recommendation_revision')
    .addColumn('reporting', text, (c) =>
      c.check(oneOf('reporting', ['every quarter', 'twice a year', 'only when something changes', 'finished'])),
    )
    .execute();
  await strict(
    schema
      .createTable('commission')
      .addColumn('quarter', text, (c) => c.primaryKey().references('quarter.code'))
      .addColumn('deadline', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number')),
  ).execute();
  await strict(
    schema
      .createTable('quarterly_return')
      .addColumn('quarter', text, (c) => c.notNull().references('commission.quarter'))
      .addColumn('recommendation', text, (c) => c.notNull().references('recommendation.code'))
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addColumn('ended_change', integer, (c) => c.references('change.number'))
      .addPrimaryKeyConstraint('quarterly_return_key', ['quarter', 'recommendation']),
  ).execute();
  await strict(
    schema
      .createTable('return_extension')
      .addColumn('quarter', text, (c) => c.notNull().references('commission.quarter'))
      .addColumn('post', integer, (c) => c.notNull().references('post.id'))
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('deadline', text, (c) => c.notNull())
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('return_extension_key', ['quarter', 'post', 'number']),
  ).execute();
}

async function returns(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const ofReturn: ['quarter', 'recommendation'] = ['quarter', 'recommendation'];
  await strict(
    schema
      .createTable('return_draft')
      .addColumn('quarter', text, (c) => c.notNull())
      .addColumn('recommendation', text, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('fields', text, (c) => c.notNull())
      .addColumn('saved_by', integer, (c) => c.notNull().references('person.id'))
      .addColumn('saved_at', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('return_draft_key', ofReturn)
      .addForeignKeyConstraint('return_draft_of', ofReturn, 'quarterly_return', ofReturn),
  ).execute();
  await strict(
    schema
      .createTable('return_revision')
      .addColumn('quarter', text, (c) => c.notNull())
      .addColumn('recommendation', text, (c) => c.notNull())
      .addColumn('number', integer, (c) => c.notNull())
      .addColumn('act', text, (c) => c.notNull().check(oneOf('act', ['submitted', 'sent back', 'accepted', 'missing'])))
      .addColumn('unchanged', integer, (c) => c.check(sql`unchanged in (0, 1)`))
      .addColumn('confidence', text, (c) => c.check(oneOf('confidence', CONFIDENCES)))
      .addColumn('confidence_reason', text)
      .addColumn('achieved', text)
      .addColumn('next', text)
      .addColumn('risks', text)
      .addColumn('path_to_green', text)
      .addColumn('help', text)
      .addColumn('help_from', text)
      .addColumn('help_by', text)
      .addColumn('stage', text, (c) => c.check(oneOf('stage', STAGES)))
      .addColumn('stage_reason', text)
      .addColumn('proposed_milestone', text)
      .addColumn('proposed_date', text)
      .addColumn('evidence', text)
      .addColumn('cleared_by', text)
      .addColumn('cleared_on', text)
      .addColumn('own_confidence', text, (c) => c.check(oneOf('own_confidence', CONFIDENCES)))
      .addColumn('comment', text)
      .addColumn('change', integer, (c) => c.notNull().references('change.number'))
      .addPrimaryKeyConstraint('return_revision_key', ['quarter', 'recommendation', 'number'])
      .addForeignKeyConstraint('return_revision_of', ofReturn, 'quarterly_return', ofReturn)
      .addCheckConstraint('return_revision_content', sql`(act = 'submitted') = (confidence is not null)`)
      .addCheckConstraint('return_revision_whole', sql`(act = 'submitted') = (unchanged is not null)`)
      .addCheckConstraint('return_revision_proposal', sql`(proposed_milestone is null) = (proposed_date is null)`)
      .addCheckConstraint('return_revision_stage', sql`(stage is null) = (stage_reason is null)`)
      .addCheckConstraint('return_revision_office', sql`own_confidence is null or act in ('accepted', 'missing')`),
  ).execute();
}

async function partsOfReturns(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const ofRevision: ['quarter', 'recommendation', 'revision'] = ['quarter', 'recommendation', 'revision'];
  const revisionKey: ['quarter', 'recommendation', 'number'] = ['quarter', 'recommendation', 'number'];
  await strict(
    schema
      .createTable('return_statement')
      .addColumn('quarter', text, (c) => c.notNull())
      .addColumn('recommendation', text, (c) => c.notNull())
      .addColumn('revision', integer, (c) => c.notNull())
      .addColumn('milestone', text, (c) => c.notNull().references('milestone.code'))
      .addColumn('kind', text, (c) =>
        c.notNull().check(oneOf('kind', ['forecast', 'undated', 'met', 'partly met', 'missed', 'withdrawn'])),
      )
      .addColumn('value', text)
      .addColumn('reason', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('return_statement_key', [...ofRevision, 'milestone'])
      .addForeignKeyConstraint('return_statement_of', ofRevision, 'return_revision', revisionKey)
      .addCheckConstraint('return_statement_value', sql`(kind = 'undated') = (value is null)`),
  ).execute();
  await strict(
    schema
      .createTable('return_confirmation')
      .addColumn('quarter', text, (c) => c.notNull())
      .addColumn('recommendation', text, (c) => c.notNull())
      .addColumn('revision', integer, (c) => c.notNull())
      .addColumn('milestone', text, (c) => c.notNull())
      .addColumn('fact', integer, (c) => c.notNull())
      .addColumn('answer', text, (c) => c.notNull().check(oneOf('answer', ['right', 'wrong'])))
      .addColumn('words', text)
      .addPrimaryKeyConstraint('return_confirmation_key', [...ofRevision, 'milestone', 'fact'])
      .addForeignKeyConstraint('return_confirmation_of', ofRevision, 'return_revision', revisionKey)
      .addForeignKeyConstraint('return_confirmation_about', ['milestone', 'fact'], 'milestone_fact', [
        'milestone',
        'number',
      ])
      .addCheckConstraint('return_confirmation_words', sql`answer = 'right' or words is not null`),
  ).execute();
  await strict(
    schema
      .createTable('return_comment')
      .addColumn('quarter', text, (c) => c.notNull())
      .addColumn('recommendation', text, (c) => c.notNull())
      .addColumn('revision', integer, (c) => c.notNull())
      .addColumn('section', text, (c) =>
        c
          .notNull()
          .check(
            oneOf('section', ['confidence', 'achieved', 'next', 'risks', 'help', 'milestones', 'stage', 'evidence']),
          ),
      )
      .addColumn('words', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('return_comment_key', [...ofRevision, 'section'])
      .addForeignKeyConstraint('return_comment_of', ofRevision, 'return_revision', revisionKey),
  ).execute();
}
