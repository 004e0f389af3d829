import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface ClearanceRow {
  number: number;
  role: string;
  clearedOn: string;
  comment: string | null;
  /** Who recorded it. */
  person: string;
}

/** The clearances of a quarter's report, in the order in which they were recorded. */
export function listClearances(db: Kysely<Database>, quarter: string): Promise<ClearanceRow[]> {
  return db
    .selectFrom('clearance')
    .innerJoin('change', 'change.number', 'clearance.change')
    .innerJoin('person', 'person.id', 'change.person')
    .where('clearance.quarter', '=', quarter)
    .select(['clearance.number', 'clearance.role', 'clearance.clearedOn', 'clearance.comment', 'person.name as person'])
    .orderBy('clearance.number')
    .execute();
}
