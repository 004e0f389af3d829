import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface AssessmentRow {
  quarter: string;
  number: number;
  words: string;
  person: string;
  /** Moment in UTC, ISO 8601. */
  recordedAt: string;
}

/** Every version of the office's assessment of one quarter, or of all; by quarter, the version that stands last. */
export function listAssessments(db: Kysely<Database>, quarter: string | null = null): Promise<AssessmentRow[]> {
  return db
    .selectFrom('assessment')
    .innerJoin('change', 'change.number', 'assessment.change')
    .innerJoin('person', 'person.id', 'change.person')
    .$if(quarter !== null, (query) => query.where('assessment.quarter', '=', quarter ?? ''))
    .select([
      'assessment.quarter',
      'assessment.number',
      'assessment.words',
      'person.name as person',
      'change.recordedAt',
    ])
    .orderBy('assessment.quarter')
    .orderBy('assessment.number')
    .execute();
}
