import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';
import type { WelcomeLinkTable } from '../tables/person.ts';

/** Adds a one-time link. Earlier links for the same address that nobody used expire at that moment: one is good at a time. */
export async function addWelcomeLink(
  trx: Transaction<Database>,
  link: Omit<Insertable<WelcomeLinkTable>, 'usedAt'>,
): Promise<void> {
  await trx
    .updateTable('welcomeLink')
    .set({ expiresAt: link.createdAt })
    .where((eb) => (link.email ? eb('email', '=', link.email) : eb('email', 'is', null)))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', link.createdAt)
    .execute();
  await trx
    .insertInto('welcomeLink')
    .values({ ...link, usedAt: null })
    .execute();
}
