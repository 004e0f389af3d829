import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

export type StatementSubject = 'recommendation' | 'milestone' | 'partnership' | 'finding' | 'event' | 'organisation';

/** One statement of the record that names a source. */
export interface SourceStatement {
  subject: StatementSubject;
  code: string;
  title: string;
  /** What of it was seen there: the kind of a fact, the bearing of an event, or empty. */
  what: string;
  /** The date it states, partial; null when it states none. */
  date: string | null;
}

/** Every statement that rests on a source: recommendations, milestone facts, partnerships, findings, events and successions. */
export async function listStatementsOfSource(db: Kysely<Database>, source: string): Promise<SourceStatement[]> {
  const subject = (name: StatementSubject) => sql<StatementSubject>`${sql.lit(name)}`.as('subject');
  const none = sql<string | null>`null`;
  return db
    .selectFrom('recommendationRevision')
    .where('source', '=', source)
    .select([subject('recommendation'), 'recommendation as code', 'title', sql<string>`''`.as('what'), none.as('date')])
    .unionAll(
      db
        .selectFrom('milestoneFact as fact')
        .innerJoin('milestoneRevision as revision', 'revision.milestone', 'fact.milestone')
        .where('revision.number', '=', ({ selectFrom }) =>
          selectFrom('milestoneRevision as later')
            .select(({ fn }) => fn.max('later.number').as('number'))
            .whereRef('later.milestone', '=', 'fact.milestone'),
        )
        .where('fact.source', '=', source)
        .select([
          subject('milestone'),
          'fact.milestone as code',
          'revision.title',
          sql<string>`fact.kind`.as('what'),
          'fact.value as date',
        ]),
    )
    .unionAll(
      db
        .selectFrom('partnershipRevision as revision')
        .where('revision.number', '=', ({ selectFrom }) =>
          selectFrom('partnershipRevision as later')
            .select(({ fn }) => fn.max('later.number').as('number'))
            .whereRef('later.partnership', '=', 'revision.partnership'),
        )
        .where('revision.source', '=', source)
        .select([
          subject('partnership'),
          'revision.partnership as code',
          'revision.name as title',
          sql<string>`''`.as('what'),
          'revision.startedOn as date',
        ]),
    )
    .unionAll(
      db
        .selectFrom('finding')
        .where('source', '=', source)
        .select([subject('finding'), 'code', 'text as title', sql<string>`''`.as('what'), none.as('date')]),
    )
    .unionAll(
      db
        .selectFrom('event')
        .where('source', '=', source)
        .select([subject('event'), 'code', 'title', sql<string>`bearing`.as('what'), 'happenedOn as date']),
    )
    .unionAll(
      db
        .selectFrom('organisationSuccession as succession')
        .innerJoin('organisation', 'organisation.code', 'succession.organisation')
        .where('succession.source', '=', source)
        .select([
          subject('organisation'),
          'succession.organisation as code',
          'organisation.name as title',
          sql<string>`succession.kind`.as('what'),
          'succession.happenedOn as date',
        ]),
    )
    .execute();
}
