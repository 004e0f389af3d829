import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { WelcomeLinkTable } from '../tables/person.ts';

/** The one-time link whose token has that hash, used or not, expired or not; undefined when there is none. */
export function findWelcomeLinkByHash(
  db: Kysely<Database>,
  tokenHash: string,
): Promise<Selectable<WelcomeLinkTable> | undefined> {
  return db.selectFrom('welcomeLink').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}
