import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { FailedSignInTable } from '../tables/person.ts';

/**
 * The moments (UTC, ISO 8601), newest first, of the sign-ins after `since` that were refused for that account or that
 * came from that network address, whichever is asked for.
 */
export async function listFailedSignIns(
  db: Kysely<Database>,
  of: Pick<FailedSignInTable, 'email'> | Pick<FailedSignInTable, 'address'>,
  since: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('failedSignIn')
    .select('failedAt')
    .where((eb) => ('email' in of ? eb('email', '=', of.email) : eb('address', '=', of.address)))
    .where('failedAt', '>', since)
    .orderBy('failedAt', 'desc')
    .execute();
  return rows.map(({ failedAt }) => failedAt);
}
