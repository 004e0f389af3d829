import type { Kysely } from 'kysely';
import { someoneHasRole } from '#db/queries/find-person.ts';
import { findWelcomeLinkByHash } from '#db/queries/find-welcome-link.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import { addWelcomeLink } from '#db/writes/add-welcome-link.ts';
import { newToken, tokenHash } from './token.server.ts';

/** For how long a one-time link is good. */
export const LINK_DAYS = 7;

/** The moment (UTC, ISO 8601) at which a link made `now` stops working. */
export function linkExpiresAt(now: Date): string {
  return new Date(now.getTime() + LINK_DAYS * 86_400_000).toISOString();
}

/** How a one-time link stands: only an open one lets somebody in. */
export interface WelcomeLink {
  role: Role;
  /** Who was invited; null on the link for the first administrator. */
  invited: { name: string; email: string } | null;
  state: 'open' | 'used' | 'expired';
}

/**
 * The token of a new one-time link (`/welcome/TOKEN`, good for seven days) that makes the first administrator.
 * Earlier links stop working. Null, with nothing written, when there is an administrator already.
 */
export function makeFirstAdministratorLink(db: Kysely<Database>, now: Date): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    if (await someoneHasRole(trx, 'administrator')) return null;
    const token = newToken();
    await addWelcomeLink(trx, {
      tokenHash: tokenHash(token),
      role: 'administrator',
      name: null,
      email: null,
      change: null,
      createdAt: now.toISOString(),
      expiresAt: linkExpiresAt(now),
    });
    return token;
  });
}

/** How the link with that token stands at `now`; null when there is no such link. */
export async function findWelcomeLink(db: Kysely<Database>, token: string, now: Date): Promise<WelcomeLink | null> {
  const link = await findWelcomeLinkByHash(db, tokenHash(token));
  if (!link) return null;
  const { role, name, email, usedAt, expiresAt } = link;
  const invited = name !== null && email !== null ? { name, email } : null;
  if (usedAt !== null) return { role, invited, state: 'used' };
  return { role, invited, state: expiresAt > now.toISOString() ? 'open' : 'expired' };
}
