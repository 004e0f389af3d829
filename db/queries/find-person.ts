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

/** The person with that address (lower case) and the hash of their password; undefined for nobody and for leavers. */
export async function findPersonByEmail(
  db: Kysely<Database>,
  email: string,
): Promise<(PersonRow & { passwordHash: string }) | undefined> {
  const row = await peopleWithRoles(db)
    .select('person.passwordHash')
    .where('person.email', '=', email)
    .executeTakeFirst();
  return row && here(row);
}

/** The person with that id; undefined for nobody and for leavers. */
export async function findPersonById(db: Kysely<Database>, id: number): Promise<PersonRow | undefined> {
  const row = await peopleWithRoles(db).where('person.id', '=', id).executeTakeFirst();
  return row && here(row);
}

/** The person with that id, whether here or left, with the number of the role that stands; undefined for nobody. */
export function findPersonEver(
  db: Kysely<Database>,
  id: number,
): Promise<(Omit<PersonRow, 'role'> & { role: Role | null; number: number }) | undefined> {
  return peopleWithRoles(db).select('standing.number').where('person.id', '=', id).executeTakeFirst();
}

/** Whoever has an account under that address (lower case), here or left; undefined when nobody has. */
export function findAccount(db: Kysely<Database>, email: string): Promise<{ role: Role | null } | undefined> {
  return peopleWithRoles(db).where('person.email', '=', email).executeTakeFirst();
}

/** True when somebody has that role. */
export async function someoneHasRole(db: Kysely<Database>, role: Role): Promise<boolean> {
  return (await countHavingRole(db, role)) > 0;
}

/** How many people have that role. */
export async function countHavingRole(db: Kysely<Database>, role: Role): Promise<number> {
  return (await peopleWithRoles(db).where('standing.role', '=', role).execute()).length;
}

/** Everybody there ever was, with the role that stands; null for leavers. */
export function peopleWithRoles(db: Kysely<Database>) {
  return db
    .selectFrom('person')
    .innerJoin('personRole as standing', 'standing.person', 'person.id')
    .where('standing.number', '=', ({ selectFrom }) =>
      selectFrom('personRole as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.person', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'person.email', 'standing.role']);
}

function here<T extends { role: Role | null }>(row: T): (T & { role: Role }) | undefined {
  return row.role === null ? undefined : { ...row, role: row.role };
}
