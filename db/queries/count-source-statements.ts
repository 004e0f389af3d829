import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** How many statements of the record rest on each source that any rests on, by code. */
export async function countSourceStatements(db: Kysely<Database>): Promise<Map<string, number>> {
  const named = db
    .selectFrom('recommendationRevision')
    .select('source')
    .unionAll(db.selectFrom('milestoneFact').select('source'))
    .unionAll(db.selectFrom('observation').select('source'))
    .unionAll(
      db
        .selectFrom('partnershipRevision as revision')
        .where('revision.number', '=', ({ selectFrom }) =>
          selectFrom('partnershipRevision as later')
            .select(({ fn }) => fn.max('later.number').as('number'))
            .whereRef('later.partnership', '=', 'revision.partnership'),
        )
        .select('revision.source'),
    )
    .unionAll(db.selectFrom('finding').select('source'))
    .unionAll(db.selectFrom('event').select('source'))
    .unionAll(db.selectFrom('organisationSuccession').select('source'));
  const rows = await db
    .selectFrom(named.as('named'))
    .where('named.source', 'is not', null)
    .select(({ fn }) => ['named.source', fn.countAll<number>().as('statements')])
    .groupBy('named.source')
    .execute();
  return new Map(rows.map(({ source, statements }) => [source ?? '', statements]));
}
