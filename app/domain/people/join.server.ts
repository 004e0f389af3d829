import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { addPersonByOwnAct } from '#db/writes/add-person.ts';
import { markWelcomeLinkUsed } from '#db/writes/mark-welcome-link-used.ts';
import { comparableEmail } from './email.ts';
import { hashPassword } from './password.server.ts';
import { ROLE_WORDS } from './role-words.ts';
import type { SignedIn } from './signed-in.ts';
import { tokenHash } from './token.server.ts';
import { findWelcomeLink } from './welcome-link.server.ts';

/** The link is unknown, used or expired; nothing was written. */
export class WelcomeLinkRefusedError extends Error {
  override name = 'WelcomeLinkRefusedError';
  constructor(readonly reason: 'unknown' | 'used' | 'expired') {
    super(`The welcome link is ${reason}.`);
  }
}

/** What the welcome form says, with the token of the link it came by. */
export interface Join {
  token: string;
  name: string;
  /** Counts for the first administrator alone: whoever was invited joins under the address that was invited. */
  email: string;
  password: string;
}

/**
 * Makes the person with the role of the link, records the change under their own name and uses the link up, all or
 * nothing. Returns the new person. Throws WelcomeLinkRefusedError.
 */
export async function join(db: Kysely<Database>, command: Join, now: Date): Promise<SignedIn> {
  // Hashed before the transaction, which would keep every other writer waiting meanwhile.
  const passwordHash = await hashPassword(command.password);
  return db.transaction().execute(async (trx) => {
    const link = await findWelcomeLink(trx, command.token, now);
    if (link?.state !== 'open') throw new WelcomeLinkRefusedError(link?.state ?? 'unknown');
    const { role, invited } = link;
    const person = { name: command.name, email: invited?.email ?? comparableEmail(command.email) };
    const recordedAt = now.toISOString();
    const change = await addChange(trx, {
      recordedAt,
      person: null,
      quarter: null,
      kind: invited ? 'person joined' : 'administrator made',
      reason: invited ? `As ${ROLE_WORDS[role].one}` : null,
    });
    const id = await addPersonByOwnAct(trx, { ...person, role, passwordHash, change });
    await markWelcomeLinkUsed(trx, tokenHash(command.token), recordedAt);
    return { id, ...person, role };
  });
}
