import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** A browser in which somebody is signed in. */
export interface SessionRow {
  tokenHash: string;
  browser: string | null;
  createdAt: string;
  expiresAt: string;
}

/** The sessions of a person that are open at `now` (UTC, ISO 8601), newest first. */
export function listSessions(db: Kysely<Database>, person: number, now: string): Promise<SessionRow[]> {
  return db
    .selectFrom('session')
    .select(['tokenHash', 'browser', 'createdAt', 'expiresAt'])
    .where('person', '=', person)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('tokenHash')
    .execute();
}
