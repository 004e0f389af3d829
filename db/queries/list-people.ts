import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Role } from '../tables/person.ts';
import { peopleWithRoles } from './find-person.ts';

/** Somebody who is or was here, with what stands about them. */
export interface ListedPersonRow {
  id: number;
  name: string;
  email: string;
  /** Null: they left. */
  role: Role | null;
  /** Number of the role that stands. */
  number: number;
  /** When it was given (UTC, ISO 8601). */
  since: string;
  /** The person, when their name is not shown to signed-out readers; else null. */
  nameRemoved: number | null;
}

/** Everybody who is or was here, by name. */
export function listPeople(db: Kysely<Database>): Promise<ListedPersonRow[]> {
  return peopleWithRoles(db)
    .innerJoin('change', 'change.number', 'standing.change')
    .leftJoin('removedName', 'removedName.person', 'person.id')
    .select(['standing.number', 'change.recordedAt as since', 'removedName.person as nameRemoved'])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
}
