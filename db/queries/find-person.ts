import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Role } from '../tables/person.ts';

/** A person without the password. */
export interface PersonRow {
  id: number;
  name: string;
  email: string;
  role: Role;
}

/** The person with that address (lower case) and the hash of their password, or undefined. */
export function findPersonByEmail(
  db: Kysely<Database>,
  email: string,
): Promise<(PersonRow & { passwordHash: string }) | undefined> {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'role', 'passwordHash'])
    .where('email', '=', email)
    .executeTakeFirst();
}

/** The person with that id, or undefined. */
export function findPersonById(db: Kysely<Database>, id: number): Promise<PersonRow | undefined> {
  return db.selectFrom('person').select(['id', 'name', 'email', 'role']).where('id', '=', id).executeTakeFirst();
}

/** True when somebody has that role. */
export async function someoneHasRole(db: Kysely<Database>, role: Role): Promise<boolean> {
  const row = await db.selectFrom('person').select('id').where('role', '=', role).executeTakeFirst();
  return row !== undefined;
}
