import { parseOptions } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localPath } from '#app/domain/people/local-path.ts';
import { makeAdministrator } from '#app/domain/people/make-administrator.server.ts';
import { hashPassword, NOBODYS_HASH } from '#app/domain/people/password.server.ts';
import { passwordProblem } from '#app/domain/people/password-rules.ts';
import { endSession, readSession, startSession } from '#app/domain/people/sessions.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { findWelcomeLink, makeFirstAdministratorLink } from '#app/domain/people/welcome-link.server.ts';
import type { Database } from '#db/schema.ts';
import { freshDatabase } from '../helpers/database.ts';

const NOON = new Date('2026-11-23T12:00:00.000Z');
const later = (days: number) => new Date(NOON.getTime() + days * 86_400_000);
const ADA = { name: 'Ada Lovelace', email: 'ada@example.gov.uk', password: 'three random words' };

let db: Kysely<Database>;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await freshDatabase());
});
afterEach(() => close());

async function link(now = NOON): Promise<string> {
  const token = await makeFirstAdministratorLink(db, now);
  if (!token) throw new Error('There is an administrator already.');
  return token;
}

const everything = async () =>
  JSON.stringify([await db.selectFrom('welcomeLink').selectAll().execute(), await people()]);
const people = () => db.selectFrom('person').selectAll().execute();

describe('the one-time link of the first administrator', () => {
  test('makes an administrator, who can then sign in, and no further link is offered', async () => {
    const made = await makeAdministrator(db, { token: await link(), ...ADA, email: ' Ada@Example.gov.uk ' }, NOON);
    expect(made).toEqual({ id: made.id, name: ADA.name, email: ADA.email, role: 'administrator' });
    expect(await signIn(db, { email: 'ADA@example.gov.uk ', password: ADA.password })).toEqual(made);
    expect(await makeFirstAdministratorLink(db, NOON)).toBeNull();
  });

  test('is recorded as one change, by the new administrator', async () => {
    const { id } = await makeAdministrator(db, { token: await link(), ...ADA }, NOON);
    const changes = await db.selectFrom('change').select(['kind', 'person', 'recordedAt']).execute();
    expect(changes).toEqual([{ kind: 'administrator made', person: id, recordedAt: NOON.toISOString() }]);
  });

  test('works once, even for two people at the same moment', async () => {
    const token = await link();
    const both = await Promise.allSettled([
      makeAdministrator(db, { token, ...ADA }, NOON),
      makeAdministrator(db, { token, ...ADA, email: 'eve@example.gov.uk' }, NOON),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await people()).toHaveLength(1);
    expect(await findWelcomeLink(db, token, NOON)).toMatchObject({ state: 'used' });
  });

  test('is good for seven days', async () => {
    const token = await link();
    expect(await findWelcomeLink(db, token, later(6.99))).toMatchObject({ state: 'open' });
    await expect(makeAdministrator(db, { token, ...ADA }, later(7))).rejects.toMatchObject({
      name: 'WelcomeLinkRefusedError',
      reason: 'expired',
    });
  });

  test('stops working when a newer one is made', async () => {
    const first = await link();
    const second = await link();
    await expect(makeAdministrator(db, { token: first, ...ADA }, NOON)).rejects.toMatchObject({ reason: 'expired' });
    expect(await findWelcomeLink(db, second, NOON)).toMatchObject({ state: 'open' });
  });

  test('cannot be guessed; a refusal leaves nothing behind', async () => {
    await link();
    const before = await everything();
    await expect(makeAdministrator(db, { token: 'guess', ...ADA }, NOON)).rejects.toMatchObject({ reason: 'unknown' });
    expect(await everything()).toBe(before);
    expect(await db.selectFrom('change').selectAll().execute()).toEqual([]);
  });

  test('neither the link nor the password can be read from the database', async () => {
    const token = await link();
    await makeAdministrator(db, { token, ...ADA }, NOON);
    const stored = await everything();
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(ADA.password);
  });
});

describe('signing in', () => {
  test('is refused in the same words for a wrong password and an unknown address', async () => {
    await makeAdministrator(db, { token: await link(), ...ADA }, NOON);
    const refusal = async (typed: { email: string; password: string }) => {
      const error = await signIn(db, typed).catch((thrown: unknown) => thrown);
      return String(error);
    };
    const wrongPassword = await refusal({ email: ADA.email, password: 'three random wordz' });
    expect(wrongPassword).toContain('SignInRefusedError');
    expect(await refusal({ email: 'eve@example.gov.uk', password: ADA.password })).toBe(wrongPassword);
  });

  test('an unknown address costs the same work as a wrong password', async () => {
    expect(parseOptions(NOBODYS_HASH)).toEqual(parseOptions(await hashPassword('anything')));
    const started = performance.now();
    await signIn(db, { email: 'eve@example.gov.uk', password: 'anything' }).catch(() => undefined);
    // Without the work it takes well under a millisecond.
    expect(performance.now() - started).toBeGreaterThan(5);
  });

  test('an accented letter is the same however the keyboard sends it', async () => {
    const password = 'Café au lait, please';
    await makeAdministrator(db, { token: await link(), ...ADA, password: password.normalize('NFC') }, NOON);
    const decomposed = { email: ADA.email, password: password.normalize('NFD') };
    expect(await signIn(db, decomposed)).toMatchObject({ name: ADA.name });
  });
});

describe('a session', () => {
  test('is read by its token until twelve hours have passed, and the database does not hold the token', async () => {
    const { id } = await makeAdministrator(db, { token: await link(), ...ADA }, NOON);
    const token = await startSession(db, { person: id }, NOON);
    expect(await readSession(db, token, later(0.499))).toEqual({ person: id });
    expect(await readSession(db, token, later(0.5))).toBeNull();
    expect(JSON.stringify(await db.selectFrom('session').selectAll().execute())).not.toContain(token);
  });

  test('that has ended opens nothing; expired ones are cleared when somebody signs in', async () => {
    const ended = await startSession(db, {}, NOON);
    await endSession(db, ended);
    expect(await readSession(db, ended, NOON)).toBeNull();
    await startSession(db, {}, NOON);
    await startSession(db, {}, later(1));
    expect(await db.selectFrom('session').select('createdAt').execute()).toEqual([
      { createdAt: later(1).toISOString() },
    ]);
  });
});

describe('the rules for a new password', () => {
  test.each([
    ['elevenchars', 'Password must be 12 characters or more'],
    ['🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑', 'Password must be 12 characters or more'],
    ['ab c'.repeat(51), 'Password must be 200 characters or fewer'],
    ['Password 1234', 'Choose a password that is harder to guess'],
    ['aaaaaaaaaaaaaa', 'Choose a password that is harder to guess'],
    ['my name is ADA LOVELACE', 'Password must not contain your name or email address'],
    ['the-countess-1815', 'Password must not contain your name or email address'],
    ['ada likes engines', null],
    ['three random words', null],
  ])('"%s": %s', (password, problem) => {
    expect(passwordProblem(password, { name: ADA.name, email: 'countess@example.gov.uk' })).toBe(problem);
  });
});

describe('the page to go on to after signing in', () => {
  test.each(['/', '/milestones/DAT-1.3', '/milestones?asAt=2019-03-31&status=open#due'])('%s is followed', (path) => {
    expect(localPath(path)).toBe(path);
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/..//evil.example/x',
    'https://evil.example',
    'javascript:alert(1)',
    'evil',
    '',
    null,
  ])('%j leads to the overview instead', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
