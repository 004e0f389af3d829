import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** What a session holds, as JSON, when it has not expired at `now` (UTC, ISO 8601); undefined otherwise. */
export async function findSessionData(
  db: Kysely<Database>,
  tokenHash: string,
  now: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .select('data')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.data;
}
