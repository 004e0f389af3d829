import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { ChangeKind } from '../tables/change.ts';

export interface QuarterChangeRow {
  number: number;
  recordedAt: string;
  kind: ChangeKind;
  person: string | null;
  reason: string | null;
}

/** Every change that is about one quarter, in order. */
export function listQuarterChanges(db: Kysely<Database>, quarter: string): Promise<QuarterChangeRow[]> {
  return db
    .selectFrom('change')
    .leftJoin('person', 'person.id', 'change.person')
    .where('change.quarter', '=', quarter)
    .select(['change.number', 'change.recordedAt', 'change.kind', 'person.name as person', 'change.reason'])
    .orderBy('change.number')
    .execute();
}
