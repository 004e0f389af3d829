import type { Kysely } from 'kysely';
import { listSessions } from '#db/queries/list-sessions.ts';
import type { Database } from '#db/schema.ts';
import { londonMoment } from '../clock.ts';
import { browserInWords } from './browser-words.ts';

/** A browser in which the person is signed in. */
export interface OpenSession {
  /** Names the session in the form that ends it. It opens nothing: the cookie holds the token, this is its SHA-256. */
  code: string;
  /** "Firefox on Windows". */
  browser: string;
  /** "23 November 2026 at 14:05". */
  since: string;
  until: string;
  isThis: boolean;
}

/** The sessions of a person that are open at `now`, newest first. `current`: the code of the one that asks. */
export async function readSessions(
  db: Kysely<Database>,
  person: number,
  { current, now }: { current: string | null; now: Date },
): Promise<OpenSession[]> {
  const rows = await listSessions(db, person, now.toISOString());
  return rows.map(({ tokenHash, browser, createdAt, expiresAt }) => ({
    code: tokenHash,
    browser: browserInWords(browser),
    since: londonMoment(new Date(createdAt)),
    until: londonMoment(new Date(expiresAt)),
    isThis: tokenHash === current,
  }));
}
