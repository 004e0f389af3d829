import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { ChangeKind } from '../tables/change.ts';

export interface LaterChange {
  kind: ChangeKind;
  /** Moment in UTC, ISO 8601. */
  recordedAt: string;
  person: string | null;
}

/** What was recorded after the change with that number, in order. */
export function listChangesAfter(db: Kysely<Database>, number: number): Promise<LaterChange[]> {
  return db
    .selectFrom('change')
    .leftJoin('person', 'person.id', 'change.person')
    .where('change.number', '>', number)
    .select(['change.kind', 'change.recordedAt', 'person.name as person'])
    .orderBy('change.number')
    .execute();
}
