import type { Kysely, Transaction } from 'kysely';
import { listFailedSignIns } from '#db/queries/list-failed-sign-ins.ts';
import type { Database } from '#db/schema.ts';
import { addFailedSignIn } from '#db/writes/add-failed-sign-in.ts';
import { forgetFailedSignIns } from '#db/writes/forget-failed-sign-ins.ts';

/** So many refused sign-ins within so many minutes close an account, or a network address, for the rest of them. */
export const SIGN_IN_LIMIT = { forAccount: 5, fromAddress: 20, minutes: 15 };

const MINUTE_MS = 60_000;
const WINDOW_MS = SIGN_IN_LIMIT.minutes * MINUTE_MS;

/** Too many sign-ins were refused. Nobody signs in under that account, or from there, until `until`. */
export class SignInLockedError extends Error {
  override name = 'SignInLockedError';
  constructor(readonly until: Date) {
    super('There were too many tries.');
  }
}

/** Where a sign-in comes from, and when. */
export interface Attempt {
  /** Stored form; known here or not makes no difference. */
  email: string;
  /** The network address. */
  address: string;
  now: Date;
}

/**
 * Counts a sign-in as refused before its password is looked at, so that of many sent at once no more are looked at
 * than may be. Throws SignInLockedError, counting nothing, when there were too many.
 */
export function countAttempt(db: Kysely<Database>, { email, address, now }: Attempt): Promise<void> {
  const since = new Date(now.getTime() - WINDOW_MS).toISOString();
  return db.transaction().execute(async (trx) => {
    const until = await closedUntil(trx, { email, address }, since);
    if (until) throw new SignInLockedError(until);
    await addFailedSignIn(trx, { email, address, failedAt: now.toISOString() }, since);
  });
}

/** Forgets the refused sign-ins of an account, once its person has signed in. */
export function forgetAttempts(db: Kysely<Database>, email: string): Promise<void> {
  return db.transaction().execute((trx) => forgetFailedSignIns(trx, email));
}

/** The moment at which neither limit is reached any more; null when neither is now. */
async function closedUntil(
  trx: Transaction<Database>,
  { email, address }: Omit<Attempt, 'now'>,
  since: string,
): Promise<Date | null> {
  const ofAccount = await listFailedSignIns(trx, { email }, since);
  const fromAddress = await listFailedSignIns(trx, { address }, since);
  const deciding = [ofAccount[SIGN_IN_LIMIT.forAccount - 1], fromAddress[SIGN_IN_LIMIT.fromAddress - 1]]
    .filter((moment) => moment !== undefined)
    .sort()
    .at(-1);
  return deciding === undefined ? null : new Date(Date.parse(deciding) + WINDOW_MS);
}
