import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { ReturnRevisionTable } from '../tables/quarterly-return.ts';

/** An act on a return with when it was done (UTC, ISO 8601) and by whom. */
export interface ReturnRevisionRow extends Selectable<ReturnRevisionTable> {
  recordedAt: string;
  personId: number | null;
  personName: string | null;
}

/** Every act on the returns of one recommendation, or of all, by quarter, recommendation and number. */
export function listReturnRevisions(db: Kysely<Database>, recommendation?: string): Promise<ReturnRevisionRow[]> {
  return db
    .selectFrom('returnRevision as revision')
    .innerJoin('change', 'change.number', 'revision.change')
    .leftJoin('person', 'person.id', 'change.person')
    .$if(recommendation !== undefined, (query) => query.where('revision.recommendation', '=', recommendation ?? ''))
    .selectAll('revision')
    .select(['change.recordedAt', 'person.id as personId', 'person.name as personName'])
    .orderBy('revision.quarter')
    .orderBy('revision.recommendation')
    .orderBy('revision.number')
    .execute();
}
