import type { Kysely } from 'kysely';
import { findPersonById } from '#db/queries/find-person.ts';
import { findSessionData } from '#db/queries/find-session.ts';
import type { Database } from '#db/schema.ts';
import { addSession } from '#db/writes/add-session.ts';
import { endSession as endSessionRow } from '#db/writes/end-session.ts';
import { endSessionsOf } from '#db/writes/end-sessions-of.ts';
import { replaceSessionData } from '#db/writes/replace-session-data.ts';
import type { SignedIn } from './signed-in.ts';
import { newToken, tokenHash } from './token.server.ts';

/** A working day. Counted from signing in: use does not make it longer. */
export const SESSION_HOURS = 12;

/** The most that is kept of what a browser says of itself. */
const LONGEST_BROWSER = 300;

/** What a browser's session keeps. */
export interface SessionContent {
  person: number;
  /** What the browser says of itself (`User-Agent`). Read when the session is opened, and kept beside the content. */
  browser: string;
}

type Kept = Partial<SessionContent>;

/** Opens a session and returns its token, which only the browser keeps. Clears the sessions that had expired by `now`. */
export async function startSession(db: Kysely<Database>, opened: Kept, now: Date): Promise<string> {
  const token = newToken();
  const { browser, ...content } = opened;
  const session = {
    tokenHash: tokenHash(token),
    person: content.person ?? null,
    data: JSON.stringify(content),
    browser: browser?.slice(0, LONGEST_BROWSER) || null,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString(),
  };
  await db.transaction().execute((trx) => addSession(trx, session));
  return token;
}

/** What the session with that token keeps; null when there is none or it has expired at `now`. */
export async function readSession(db: Kysely<Database>, token: string, now: Date): Promise<Kept | null> {
  const data = await findSessionData(db, tokenHash(token), now.toISOString());
  return data === undefined ? null : JSON.parse(data);
}

/** Replaces what the session keeps; its end does not move. */
export async function updateSession(db: Kysely<Database>, token: string, content: Kept): Promise<void> {
  const data = JSON.stringify(content);
  await db.transaction().execute((trx) => replaceSessionData(trx, tokenHash(token), data));
}

/** Ends the session with that token, if there is one. */
export async function endSession(db: Kysely<Database>, token: string): Promise<void> {
  await db.transaction().execute((trx) => endSessionRow(trx, tokenHash(token)));
}

/** Ends one session of a person, by its code; somebody else's stays as it is. */
export async function endOwnSession(db: Kysely<Database>, person: number, code: string): Promise<void> {
  await db.transaction().execute((trx) => endSessionRow(trx, code, person));
}

/** Ends the sessions of a person but the one with the code `keep`. Returns how many ended. */
export function endOtherSessions(db: Kysely<Database>, person: number, keep: string | null): Promise<number> {
  return db.transaction().execute((trx) => endSessionsOf(trx, person, keep));
}

/** The person with that id; null when there is none. */
export async function findSignedIn(db: Kysely<Database>, person: number): Promise<SignedIn | null> {
  return (await findPersonById(db, person)) ?? null;
}
