import type { Kysely } from 'kysely';
import { findPersonByEmail } from '#db/queries/find-person.ts';
import type { Database } from '#db/schema.ts';
import { endSessionsOf } from '#db/writes/end-sessions-of.ts';
import { replacePassword } from '#db/writes/replace-password.ts';
import { RefusedError } from '../refused.ts';
import { hashPassword, verifyPassword } from './password.server.ts';
import type { SignedIn } from './signed-in.ts';

/** What the form for a new password says. */
export interface ChangePassword {
  currentPassword: string;
  newPassword: string;
}

/**
 * Gives a person a new password and ends their sessions but `keep`. Returns how many ended.
 * Throws RefusedError when the current password is not theirs; then nothing is saved.
 */
export async function changePassword(
  db: Kysely<Database>,
  { currentPassword, newPassword }: ChangePassword,
  { person, keep }: { person: SignedIn; keep: string | null },
): Promise<number> {
  const account = await findPersonByEmail(db, person.email);
  if (!(await verifyPassword(account?.passwordHash, currentPassword)))
    throw new RefusedError('currentPassword', 'Enter your current password');
  const passwordHash = await hashPassword(newPassword);
  return db.transaction().execute(async (trx) => {
    await replacePassword(trx, person.id, passwordHash);
    return endSessionsOf(trx, person.id, keep);
  });
}
