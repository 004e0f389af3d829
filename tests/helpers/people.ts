import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join as inFolder } from 'node:path';
import { createCookie } from '@remix-run/node';
import type { Kysely } from 'kysely';
import { invite } from '#app/domain/people/invite.server.ts';
import { join } from '#app/domain/people/join.server.ts';
import { startSession } from '#app/domain/people/sessions.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { makeFirstAdministratorLink } from '#app/domain/people/welcome-link.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { peopleWithRoles } from '#db/queries/find-person.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import { NOON } from './recorder.ts';
import type { RunningServer } from './server.ts';
import { ADA, type Visitor, visitor } from './visitor.ts';

/** The password of everybody whom this file makes. */
export const PASSWORD = ADA.password;

/** A person made for a test, and the browser in which they are signed in. */
export interface SignedInVisitor extends Visitor {
  person: SignedIn;
}

/**
 * A browser signed in as a new person of that role, without the forms and so without their limits. The first
 * administrator is made by the way when there is none yet: Ada Lovelace, as `administrator` in visitor.ts makes her.
 */
export async function signedInAs(server: RunningServer, role: Role, name?: string): Promise<SignedInVisitor> {
  return withDatabase(server, async (db) => {
    const person = await makePerson(db, role, { name, token: printedToken(server) });
    return { ...visitor(server, await cookieOf(server, db, person)), person };
  });
}

/** A further browser of somebody who is there. */
export async function anotherBrowserOf(server: RunningServer, person: SignedIn): Promise<Visitor> {
  return withDatabase(server, async (db) => visitor(server, await cookieOf(server, db, person)));
}

/** The `Cookie` header of a new session of that person, for a real browser. */
export async function cookieFor(server: RunningServer, person: SignedIn): Promise<string> {
  return withDatabase(server, (db) => cookieOf(server, db, person));
}

/** Opens the database of a running server beside it, for what a test must see or do there. */
export async function withDatabase<T>(
  { databaseFile }: Pick<RunningServer, 'databaseFile'>,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const db = openDatabase(databaseFile);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** A new person of that role, invited by an administrator. `token`: of the printed link, where a server printed one. */
export async function makePerson(
  db: Kysely<Database>,
  role: Role,
  { name, token = null }: { name?: string; token?: string | null } = {},
): Promise<SignedIn> {
  const administrator = await findOrMakeAdministrator(db, token);
  const number = (await peopleWithRoles(db).execute()).length + 1;
  const invited = { name: name ?? `${NAMES[role]} ${number}`, email: `${randomUUID()}@example.gov.uk`, role };
  const link = await invite(db, invited, { person: administrator, now: NOON });
  return join(db, { ...invited, token: link, password: PASSWORD }, NOON);
}

const NAMES: Record<Role, string> = {
  'internal reader': 'Reader',
  reviewer: 'Reviewer',
  administrator: 'Administrator',
};

async function findOrMakeAdministrator(
  db: Kysely<Database>,
  printed: string | null,
): Promise<{ id: number; role: Role }> {
  const administrator = await peopleWithRoles(db).where('standing.role', '=', 'administrator').executeTakeFirst();
  if (administrator) return { id: administrator.id, role: 'administrator' };
  const token = printed ?? (await makeFirstAdministratorLink(db, NOON)) ?? '';
  return join(db, { token, ...ADA }, NOON);
}

const printedToken = (server: RunningServer): string | null => /\/welcome\/(\S+)/.exec(server.output())?.[1] ?? null;

async function cookieOf(server: RunningServer, db: Kysely<Database>, person: SignedIn): Promise<string> {
  const token = await startSession(db, { person: person.id }, NOON);
  const secret = readFileSync(inFolder(server.databaseFile, '../session-secret'), 'utf8').trim();
  const cookie = createCookie('tracker_session', { secrets: [secret] });
  return (await cookie.serialize(token)).split(';')[0] ?? '';
}
