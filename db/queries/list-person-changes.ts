import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Role } from '../tables/person.ts';

/** What was recorded about a person: a role they were given, null when they left; or `removed`: their name was taken off. */
export interface PersonChangeRow {
  number: number;
  recordedAt: string;
  by: string | null;
  role: Role | null | 'removed';
}

/** The roles of a person, and when their name was taken off public pages, newest first. */
export async function listPersonChanges(db: Kysely<Database>, person: number): Promise<PersonChangeRow[]> {
  const roles = await db
    .selectFrom('personRole')
    .innerJoin('change', 'change.number', 'personRole.change')
    .leftJoin('person as author', 'author.id', 'change.person')
    .where('personRole.person', '=', person)
    .select(['change.number', 'change.recordedAt', 'author.name as by', 'personRole.role'])
    .execute();
  const removed = await db
    .selectFrom('removedName')
    .innerJoin('change', 'change.number', 'removedName.change')
    .leftJoin('person as author', 'author.id', 'change.person')
    .where('removedName.person', '=', person)
    .select(['change.number', 'change.recordedAt', 'author.name as by'])
    .execute();
  return [...roles, ...removed.map((row) => ({ ...row, role: 'removed' as const }))].sort(
    (a, b) => b.number - a.number,
  );
}
