import type { Kysely } from 'kysely';
import { findPersonByEmail } from '#db/queries/find-person.ts';
import type { Database } from '#db/schema.ts';
import { comparableEmail } from './email.ts';
import { verifyPassword } from './password.server.ts';
import { countAttempt, forgetAttempts } from './sign-in-limit.server.ts';
import type { SignedIn } from './signed-in.ts';

/** The email address is unknown, or the password is not the person's. It does not say which. */
export class SignInRefusedError extends Error {
  override name = 'SignInRefusedError';
}

/**
 * The person with that address and password. Throws SignInRefusedError, after the same work, when there is none, and
 * SignInLockedError, even for the right password, after too many tries for that account or from that network address.
 */
export async function signIn(
  db: Kysely<Database>,
  typed: { email: string; password: string },
  { address, now }: { address: string; now: Date },
): Promise<SignedIn> {
  const email = comparableEmail(typed.email);
  await countAttempt(db, { email, address, now });
  const person = await findPersonByEmail(db, email);
  const right = await verifyPassword(person?.passwordHash, typed.password);
  if (!person || !right) throw new SignInRefusedError('The email address or the password is not right.');
  await forgetAttempts(db, email);
  return { id: person.id, name: person.name, email: person.email, role: person.role };
}
