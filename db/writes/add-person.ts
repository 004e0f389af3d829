import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { PersonTable, Role } from '../tables/person.ts';

/**
 * Adds somebody who, by a link, makes themselves a person of the tracker, with their first role, and names them as the
 * author of that change. Change and person point at each other: the change is there first, without its author.
 * Returns the person's id.
 */
export async function addPersonByOwnAct(
  trx: Transaction<Database>,
  { role, ...person }: Omit<Insertable<PersonTable>, 'id'> & { role: Role },
): Promise<number> {
  const { id } = await trx.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow();
  await trx.updateTable('change').set({ person: id }).where('number', '=', person.change).execute();
  await trx.insertInto('personRole').values({ person: id, number: 1, role, change: person.change }).execute();
  return id;
}
