import { parseOptions } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeRole, noteLeaver, removeName } from '#app/domain/people/change-role.server.ts';
import { invite } from '#app/domain/people/invite.server.ts';
import { join } from '#app/domain/people/join.server.ts';
import { localPath } from '#app/domain/people/local-path.ts';
import { hashPassword, NOBODYS_HASH } from '#app/domain/people/password.server.ts';
import { passwordProblem } from '#app/domain/people/password-rules.ts';
import { readPeople, readPerson } from '#app/domain/people/people-page.server.ts';
import { endSession, readSession, startSession } from '#app/domain/people/sessions.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';
import { findWelcomeLink, makeFirstAdministratorLink } from '#app/domain/people/welcome-link.server.ts';
import { peopleWithRoles } from '#db/queries/find-person.ts';
import type { Database } from '#db/schema.ts';
import { freshDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';

const NOON = new Date('2026-11-23T12:00:00.000Z');
const later = (days: number) => new Date(NOON.getTime() + days * 86_400_000);
const HERE = { address: '192.0.2.1', now: NOON };
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
    const made = await join(db, { token: await link(), ...ADA, email: ' Ada@Example.gov.uk ' }, NOON);
    expect(made).toEqual({ id: made.id, name: ADA.name, email: ADA.email, role: 'administrator' });
    expect(await signIn(db, { email: 'ADA@example.gov.uk ', password: ADA.password }, HERE)).toEqual(made);
    expect(await makeFirstAdministratorLink(db, NOON)).toBeNull();
  });

  test('is recorded as one change, by the new administrator', async () => {
    const { id } = await join(db, { token: await link(), ...ADA }, NOON);
    const changes = await db.selectFrom('change').select(['kind', 'person', 'recordedAt']).execute();
    expect(changes).toEqual([{ kind: 'administrator made', person: id, recordedAt: NOON.toISOString() }]);
  });

  test('works once, even for two people at the same moment', async () => {
    const token = await link();
    const both = await Promise.allSettled([
      join(db, { token, ...ADA }, NOON),
      join(db, { token, ...ADA, email: 'eve@example.gov.uk' }, NOON),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await people()).toHaveLength(1);
    expect(await findWelcomeLink(db, token, NOON)).toMatchObject({ state: 'used' });
  });

  test('is good for seven days', async () => {
    const token = await link();
    expect(await findWelcomeLink(db, token, later(6.99))).toMatchObject({ state: 'open' });
    await expect(join(db, { token, ...ADA }, later(7))).rejects.toMatchObject({
      name: 'WelcomeLinkRefusedError',
      reason: 'expired',
    });
  });

  test('stops working when a newer one is made', async () => {
    const first = await link();
    const second = await link();
    await expect(join(db, { token: first, ...ADA }, NOON)).rejects.toMatchObject({ reason: 'expired' });
    expect(await findWelcomeLink(db, second, NOON)).toMatchObject({ state: 'open' });
  });

  test('cannot be guessed; a refusal leaves nothing behind', async () => {
    await link();
    const before = await everything();
    await expect(join(db, { token: 'guess', ...ADA }, NOON)).rejects.toMatchObject({ reason: 'unknown' });
    expect(await everything()).toBe(before);
    expect(await db.selectFrom('change').selectAll().execute()).toEqual([]);
  });

  test('neither the link nor the password can be read from the database', async () => {
    const token = await link();
    await join(db, { token, ...ADA }, NOON);
    const stored = await everything();
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(ADA.password);
  });
});

describe('signing in', () => {
  test('is refused in the same words for a wrong password and an unknown address', async () => {
    await join(db, { token: await link(), ...ADA }, NOON);
    const refusal = async (typed: { email: string; password: string }) => {
      const error = await signIn(db, typed, HERE).catch((thrown: unknown) => thrown);
      return String(error);
    };
    const wrongPassword = await refusal({ email: ADA.email, password: 'three random wordz' });
    expect(wrongPassword).toContain('SignInRefusedError');
    expect(await refusal({ email: 'eve@example.gov.uk', password: ADA.password })).toBe(wrongPassword);
  });

  test('of tries sent at once no more than five are looked at, though the last is right', async () => {
    await join(db, { token: await link(), ...ADA }, NOON);
    const passwords = [...Array.from({ length: 5 }, (_, n) => `wrong password ${n}`), ADA.password];
    const all = await Promise.allSettled(passwords.map((password) => signIn(db, { ...ADA, password }, HERE)));
    expect(all.map((result) => result.status === 'rejected' && result.reason.name)).toEqual([
      ...Array.from({ length: 5 }, () => 'SignInRefusedError'),
      'SignInLockedError',
    ]);
  });

  test('an unknown address costs the same work as a wrong password', async () => {
    expect(parseOptions(NOBODYS_HASH)).toEqual(parseOptions(await hashPassword('anything')));
    const started = performance.now();
    await signIn(db, { email: 'eve@example.gov.uk', password: 'anything' }, HERE).catch(() => undefined);
    // Without the work it takes well under a millisecond.
    expect(performance.now() - started).toBeGreaterThan(5);
  });

  test('an accented letter is the same however the keyboard sends it', async () => {
    const password = 'Café au lait, please';
    await join(db, { token: await link(), ...ADA, password: password.normalize('NFC') }, NOON);
    const decomposed = { email: ADA.email, password: password.normalize('NFD') };
    expect(await signIn(db, decomposed, HERE)).toMatchObject({ name: ADA.name });
  });
});

describe('an invitation', () => {
  const INVITED = { name: 'Grace Hopper', email: ' Grace@Example.gov.uk', role: 'reviewer' } as const;
  const administrator = async () => ({ person: await join(db, { token: await link(), ...ADA }, NOON), now: NOON });

  test('makes one person of the invited role and address, whatever the form says, and works once', async () => {
    const ada = await administrator();
    const token = await invite(db, INVITED, ada);
    const both = await Promise.allSettled([
      join(db, { ...ADA, token, name: 'Grace M. Hopper' }, NOON),
      join(db, { ...ADA, token, name: 'Eve' }, NOON),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const made = (await people()).find(({ id }) => id !== ada.person.id);
    expect(made?.email).toBe('grace@example.gov.uk');
    expect(await signIn(db, { ...ADA, email: 'grace@example.gov.uk' }, HERE)).toMatchObject({ role: 'reviewer' });
  });

  test('is good for seven days, as its list says, and is no more listed when it is used or replaced', async () => {
    const ada = await administrator();
    const first = await invite(db, INVITED, ada);
    const second = await invite(db, { ...INVITED, name: 'Grace B. Hopper' }, ada);
    expect(await findWelcomeLink(db, first, NOON)).toMatchObject({ state: 'expired' });
    expect((await readPeople(db, NOON)).invitations).toMatchObject([
      { name: 'Grace B. Hopper', roleWords: 'Reviewer', expires: '30 November 2026 at 12:00', invitedBy: ADA.name },
    ]);
    expect((await readPeople(db, later(7))).invitations).toEqual([]);
    await expect(join(db, { ...ADA, token: second }, later(7))).rejects.toMatchObject({ reason: 'expired' });
    await join(db, { ...ADA, token: second }, later(6.99));
    expect((await readPeople(db, NOON)).invitations).toEqual([]);
  });

  test('does not touch the link of the first administrator, nor that link an invitation', async () => {
    const ada = await administrator();
    const token = await invite(db, INVITED, ada);
    expect(await makeFirstAdministratorLink(db, NOON)).toBeNull();
    expect(await findWelcomeLink(db, token, NOON)).toMatchObject({ state: 'open' });
  });

  test('a refusal leaves nothing behind', async () => {
    const ada = await administrator();
    const reviewer = { person: await join(db, { ...ADA, token: await invite(db, INVITED, ada) }, NOON), now: NOON };
    const before = await everything();
    await expect(invite(db, { ...INVITED, email: 'eve@example.gov.uk' }, reviewer)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(invite(db, INVITED, ada)).rejects.toMatchObject({ name: 'RefusedError', field: 'email' });
    expect(await everything()).toBe(before);
    expect((await db.selectFrom('change').select('kind').execute()).map(({ kind }) => kind)).toEqual([
      'administrator made',
      'person invited',
      'person joined',
    ]);
  });
});

describe('roles', () => {
  test('two administrators who lower each other at the same moment leave one', async () => {
    const ada = await makePerson(db, 'administrator');
    const [first] = await db.selectFrom('person').select('id').orderBy('id').execute();
    const one = { person: { id: first?.id ?? 0, role: 'administrator' as const }, now: NOON };
    const other = { person: ada, now: NOON };
    const both = await Promise.allSettled([
      changeRole(db, { id: ada.id, seen: 1, role: 'reviewer' }, one),
      noteLeaver(db, { id: one.person.id, seen: 1 }, other),
    ]);
    expect(both.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    const left = await peopleWithRoles(db).where('standing.role', '=', 'administrator').execute();
    expect(left).toHaveLength(1);
  });

  test('each act is one change, and every role that somebody had is kept', async () => {
    const grace = await makePerson(db, 'internal reader', { name: 'Grace Hopper' });
    const ada = { person: { id: 1, role: 'administrator' as const }, now: NOON };
    const before = await db.selectFrom('change').select('number').execute();
    await changeRole(db, { id: grace.id, seen: 1, role: 'reviewer' }, ada);
    await noteLeaver(db, { id: grace.id, seen: 2 }, ada);
    await changeRole(db, { id: grace.id, seen: 3, role: 'internal reader' }, ada);
    await removeName(db, grace.id, ada);
    const changes = await db.selectFrom('change').select(['kind', 'reason', 'person']).orderBy('number').execute();
    expect(changes.slice(before.length)).toEqual([
      { kind: 'role changed', reason: 'Grace Hopper, from internal reader to reviewer', person: 1 },
      { kind: 'person left', reason: 'Grace Hopper', person: 1 },
      { kind: 'role changed', reason: 'Grace Hopper, back, as an internal reader', person: 1 },
      { kind: 'name removed', reason: 'Grace Hopper', person: 1 },
    ]);
    expect((await readPerson(db, grace.id))?.history.map(({ words }) => words)).toEqual([
      'Name taken off public pages',
      'Came back as an internal reader',
      'Left',
      'Became a reviewer',
      'Joined as an internal reader',
    ]);
  });

  test.each(['internal reader', 'reviewer'] as const)('are not given by %ss', async (role) => {
    const actor = { person: await makePerson(db, role), now: NOON };
    const acts = [
      () => changeRole(db, { id: 1, seen: 1, role: 'reviewer' }, actor),
      () => noteLeaver(db, { id: 1, seen: 1 }, actor),
      () => removeName(db, 1, actor),
    ];
    // Refused as they are asked: no promise is made.
    for (const act of acts) await expect((async () => act())()).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  test.each([
    [{ id: 99, seen: 1 }, 'There is no such person'],
    [{ id: 2, seen: 1 }, 'Reviewer 2 is a reviewer already'],
    [{ id: 2, seen: 9 }, 'Somebody else changed the role of Reviewer 2.'],
  ])('%o as a reviewer: %s', async (command, words) => {
    await makePerson(db, 'reviewer');
    const ada = { person: { id: 1, role: 'administrator' as const }, now: NOON };
    await expect(changeRole(db, { ...command, role: 'reviewer' }, ada)).rejects.toThrow(words);
  });
});

describe('a session', () => {
  test('is read by its token until twelve hours have passed, and the database does not hold the token', async () => {
    const { id } = await join(db, { token: await link(), ...ADA }, NOON);
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
