import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface LateSubmission {
  quarter: string;
  recommendation: string;
  /** Moment in UTC, ISO 8601. */
  recordedAt: string;
}

/** Every time that a return was submitted after its quarter had been closed, of one quarter or of all, in order. */
export function listLateSubmissions(db: Kysely<Database>, quarter?: string): Promise<LateSubmission[]> {
  return db
    .selectFrom('returnRevision as revision')
    .innerJoin('quarterVersion as closing', (join) =>
      join.onRef('closing.quarter', '=', 'revision.quarter').on('closing.number', '=', 1),
    )
    .innerJoin('change', 'change.number', 'revision.change')
    .where('revision.act', '=', 'submitted')
    .whereRef('revision.change', '>', 'closing.change')
    .$if(quarter !== undefined, (query) => query.where('revision.quarter', '=', quarter ?? ''))
    .select(['revision.quarter', 'revision.recommendation', 'change.recordedAt'])
    .orderBy('change.number')
    .execute();
}
