import type { Kysely } from 'kysely';
import { findAccount } from '#db/queries/find-person.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import { addChange } from '#db/writes/add-change.ts';
import { addWelcomeLink } from '#db/writes/add-welcome-link.ts';
import { RefusedError } from '../refused.ts';
import { comparableEmail } from './email.ts';
import { mustBeAllowed } from './permissions.ts';
import { ROLE_WORDS } from './role-words.ts';
import { newToken, tokenHash } from './token.server.ts';
import { linkExpiresAt } from './welcome-link.server.ts';

/** Who is invited, and as what. */
export interface Invitation {
  name: string;
  email: string;
  role: Role;
}

/** Who acts, and the moment at which they do. */
export interface Actor {
  person: { id: number; role: Role };
  now: Date;
}

/**
 * Invites somebody: the token of a one-time link (`/welcome/TOKEN`) that is good for seven days. An earlier link for the
 * same address stops working. Throws NotAllowedError, or RefusedError when the address has an account already.
 */
export async function invite(db: Kysely<Database>, invitation: Invitation, { person, now }: Actor): Promise<string> {
  mustBeAllowed(person, 'manage people');
  const email = comparableEmail(invitation.email);
  return db.transaction().execute(async (trx) => {
    const account = await findAccount(trx, email);
    if (account) throw new RefusedError('email', accountInWords(account.role));
    const change = await addChange(trx, {
      kind: 'person invited',
      recordedAt: now.toISOString(),
      person: person.id,
      quarter: null,
      // Without the address, which is for administrators alone.
      reason: `${invitation.name}, as ${ROLE_WORDS[invitation.role].one}`,
    });
    const token = newToken();
    await addWelcomeLink(trx, {
      tokenHash: tokenHash(token),
      role: invitation.role,
      name: invitation.name,
      email,
      change,
      createdAt: now.toISOString(),
      expiresAt: linkExpiresAt(now),
    });
    return token;
  });
}

function accountInWords(role: Role | null): string {
  return role === null
    ? 'Somebody who left has an account with this email address. Find them in the list and let them back'
    : 'Somebody has an account with this email address already';
}
