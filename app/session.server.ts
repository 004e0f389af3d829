import { createSessionStorage, redirect } from '@remix-run/node';
import {
  endSession,
  findSignedIn,
  readSession,
  SESSION_HOURS,
  type SessionContent,
  startSession,
  updateSession,
} from '#app/domain/people/sessions.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { tokenHash } from '#app/domain/people/token.server.ts';
import { addresses } from './addresses.ts';
import { db } from './db.server.ts';
import { env, now } from './env.server.ts';

/** Remix's sessions over our table. The signed cookie carries a random token, the table only the token's SHA-256. */
const storage = createSessionStorage<SessionContent>({
  cookie: {
    name: 'tracker_session',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: SESSION_HOURS * 3600,
    secrets: [env.SESSION_SECRET],
  },
  // Remix offers a time of expiry from the machine's clock; ours is the injected one.
  createData: (content) => startSession(db, content, now()),
  readData: (token) => readSession(db, token, now()),
  updateData: (token, content) => updateSession(db, token, content),
  deleteData: (token) => endSession(db, token),
});

const sessionOf = (request: Request) => storage.getSession(request.headers.get('Cookie'));

/**
 * The browser asked over https, itself or through the proxy that TRUST_PROXY names: then the cookie never travels in
 * the clear. On plain http (a laptop, a closed network) a secure cookie would be dropped and nobody could sign in.
 */
const secure = (request: Request): boolean => new URL(request.url).protocol === 'https:';

/** Who is asking; null when nobody is signed in, the session has expired or the cookie was changed on the way. */
export async function signedInPerson(request: Request): Promise<SignedIn | null> {
  const session = await sessionOf(request);
  const person = session.get('person');
  return person === undefined ? null : findSignedIn(db, person);
}

/** Who is asking. Throws a redirect to the sign-in page, which leads back here, when nobody is signed in. */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const person = await signedInPerson(request);
  if (person) return person;
  const { pathname, search } = new URL(request.url);
  throw redirect(addresses().signIn(pathname + search));
}

/** The session that the request came with, as the list of sessions names it; null when nobody is signed in. */
export async function sessionHashOf(request: Request): Promise<string | null> {
  const { id } = await sessionOf(request);
  return id ? tokenHash(id) : null;
}

/** Headers that sign the person in. Always a new token, so that one planted in the browser before is worth nothing. */
export async function signInHeaders(request: Request, person: SignedIn): Promise<Headers> {
  const before = await sessionOf(request);
  if (before.id) await endSession(db, before.id);
  const session = await storage.getSession();
  session.set('person', person.id);
  session.set('browser', request.headers.get('User-Agent') ?? '');
  return new Headers({ 'Set-Cookie': await storage.commitSession(session, { secure: secure(request) }) });
}

/** Ends the session in the database and returns headers that clear the cookie. */
export async function signOutHeaders(request: Request): Promise<Headers> {
  const session = await sessionOf(request);
  return new Headers({ 'Set-Cookie': await storage.destroySession(session, { secure: secure(request) }) });
}
