import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** A submitted return whose owner answered that nothing has changed, with the number of that act. */
export interface UnchangedReturnRow {
  recommendation: string;
  number: number;
}

/** The returns of a quarter that wait for the office and say that nothing has changed, by recommendation. */
export function listUnchangedReturns(db: Kysely<Database>, quarter: string): Promise<UnchangedReturnRow[]> {
  return db
    .selectFrom('returnRevision as last')
    .innerJoin('quarterlyReturn as asked', (join) =>
      join
        .onRef('asked.quarter', '=', 'last.quarter')
        .onRef('asked.recommendation', '=', 'last.recommendation')
        .on('asked.endedChange', 'is', null),
    )
    .where('last.quarter', '=', quarter)
    .where('last.act', '=', 'submitted')
    .where('last.unchanged', '=', 1)
    .where('last.number', '=', ({ selectFrom }) =>
      selectFrom('returnRevision as newest')
        .select(({ fn }) => fn.max('newest.number').as('number'))
        .whereRef('newest.quarter', '=', 'last.quarter')
        .whereRef('newest.recommendation', '=', 'last.recommendation'),
    )
    .select(['last.recommendation', 'last.number'])
    .orderBy('last.recommendation')
    .execute();
}
