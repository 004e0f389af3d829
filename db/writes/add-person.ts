import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { PersonTable } from '../tables/person.ts';

/**
 * Adds somebody who, by a link, makes themselves a person of the tracker, and names them as the author of that change.
 * The two rows point at each other: the change is there first, without its author. Returns the person's id.
 */
export async function addPersonByOwnAct(
  trx: Transaction<Database>,
  person: Omit<Insertable<PersonTable>, 'id'>,
): Promise<number> {
  const { id } = await trx.insertInto('person').values(person).returning('id').executeTakeFirstOrThrow();
  await trx.updateTable('change').set({ person: id }).where('number', '=', person.change).execute();
  return id;
}
