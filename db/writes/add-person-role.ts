import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { PersonRoleTable } from '../tables/person.ts';

/** Gives a person a role from now on; null: they left. `number` follows the one that stood, so a second writer fails. */
export async function addPersonRole(trx: Transaction<Database>, role: Insertable<PersonRoleTable>): Promise<void> {
  await trx.insertInto('personRole').values(role).execute();
}
