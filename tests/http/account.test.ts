import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserInWords } from '#app/domain/people/browser-words.ts';
import type { Page } from '../helpers/html.ts';
import { tableNamed } from '../helpers/html.ts';
import { anotherBrowserOf, PASSWORD, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { administrator, visitor } from '../helpers/visitor.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const sessionsOn = (page: Page) => tableNamed(page, 'Where you are signed in');
const codesOn = ({ html }: Page) => [...html.matchAll(/name="session" value="(\w+)"/g)].map(([, code = '']) => code);

describe('the only administrator', () => {
  test('can neither leave nor be given another role, until there is a second', async () => {
    const ada = await administrator(server);
    const left = await ada.post('/people/1', { act: 'leave', seen: '1' });
    expect([left.status, left.text]).toEqual([400, expect.stringContaining('Ada Lovelace is the last administrator.')]);
    const lowered = await ada.post('/people/1', { act: 'role', role: 'reviewer', seen: '1' });
    expect([lowered.status, lowered.text]).toEqual([400, expect.stringContaining('is the last administrator.')]);
    expect((await ada.get('/people')).status).toBe(200);
    await signedInAs(server, 'administrator');
    expect((await ada.post('/people/1', { act: 'leave', seen: '1' })).status).toBe(302);
    expect((await ada.get('/account')).status).toBe(302);
  });
});

describe('the account page', () => {
  test('says who one is, what one may do, and where People is for those who may see it', async () => {
    const reader = await signedInAs(server, 'internal reader', 'Edmond Reader');
    const page = await reader.get('/account');
    for (const words of ['Edmond Reader', reader.person.email, 'Internal reader', 'read what is not published'])
      expect(page.text).toContain(words);
    expect(page.text).not.toContain('invite people');
    expect(page.html).not.toContain('href="/people"');
    const reviewer = await (await signedInAs(server, 'reviewer')).get('/account');
    expect(reviewer.html).toContain('href="/people"');
  });

  test('is linked by the name in the navigation of every page, beside the way out', async () => {
    const reader = await signedInAs(server, 'internal reader', 'Mary Jackson');
    const { html } = await reader.get('/milestones');
    expect(html).toMatch(/href="\/account">Mary Jackson<span[^>]*>, your account/);
    expect(html).toMatch(/href="\/sign-out">Sign out/);
    expect((await visitor(server).get('/milestones')).html).not.toContain('href="/account"');
  });
});

describe('sessions', () => {
  test('are listed, with the one that asks, and one of them can be ended', async () => {
    const here = await signedInAs(server, 'reviewer');
    const there = await anotherBrowserOf(server, here.person);
    const page = await here.get('/account');
    expect(sessionsOn(page)).toHaveLength(2);
    expect(sessionsOn(page).filter((row) => row.at(-1) === 'This browser')).toHaveLength(1);
    const [code = ''] = codesOn(page);
    expect((await here.post('/account', { act: 'end', session: code })).location).toBe('/account?done=end');
    expect((await there.get('/account')).status).toBe(302);
    expect(sessionsOn(await here.get('/account'))).toHaveLength(1);
  });

  test('of somebody else cannot be ended, and the list holds no token', async () => {
    const mine = await signedInAs(server, 'reviewer');
    const other = await signedInAs(server, 'reviewer');
    await anotherBrowserOf(server, other.person);
    const [code = ''] = codesOn(await other.get('/account'));
    await mine.post('/account', { act: 'end', session: code });
    expect(sessionsOn(await other.get('/account'))).toHaveLength(2);
    // The code in the form is worth nothing in a cookie.
    const forged = await fetch(`${server.url}/account`, {
      headers: { Cookie: `tracker_session=${code}` },
      redirect: 'manual',
    });
    expect(forged.status).toBe(302);
  });

  test('all others can be ended at once; the one that asks stays', async () => {
    const here = await signedInAs(server, 'reviewer');
    const others = [await anotherBrowserOf(server, here.person), await anotherBrowserOf(server, here.person)];
    await here.post('/account', { act: 'end-others' });
    for (const other of others) expect((await other.get('/account')).status).toBe(302);
    expect((await here.get('/account')).status).toBe(200);
  });

  test('are known by the browser that signed in by the form', async () => {
    const { person } = await signedInAs(server, 'internal reader');
    const answer = await fetch(`${server.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ email: person.email, password: PASSWORD }),
      headers: { 'User-Agent': FIREFOX },
      redirect: 'manual',
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await visitor(server, cookie).get('/account');
    expect(sessionsOn(page).find((row) => row.at(-1) === 'This browser')?.[0]).toBe('Firefox on Windows');
  });
});

describe('a new password', () => {
  const send = (currentPassword: string, newPassword: string) => ({ act: 'password', currentPassword, newPassword });

  test('is refused without the current one, and by the rules for every password; neither is sent back', async () => {
    const who = await signedInAs(server, 'reviewer', 'Mary Cartwright');
    for (const [fields, words] of [
      [send('wrong!horse!battery', 'four quite random words'), 'Enter your current password'],
      [send(PASSWORD, 'short!short'), 'Password must be 12 characters or more'],
      [send(PASSWORD, 'mary cartwright 1900'), 'Password must not contain your name'],
      [send('', ''), 'Enter a new password'],
    ] as const) {
      const page = await who.post('/account', fields);
      expect([page.status, page.text]).toEqual([400, expect.stringContaining(words)]);
      for (const typed of [fields.currentPassword, fields.newPassword].filter(Boolean))
        expect(page.html).not.toContain(typed);
    }
    expect((await visitor(server).post('/sign-in', { email: who.person.email, password: PASSWORD })).status).toBe(302);
  });

  test('takes the place of the old one and ends every other session', async () => {
    const who = await signedInAs(server, 'reviewer');
    const other = await anotherBrowserOf(server, who.person);
    const answer = await who.post('/account', send(PASSWORD, 'four quite random words'));
    expect(answer.location).toBe('/account?done=password');
    expect((await who.get('/account')).status).toBe(200);
    expect((await other.get('/account')).status).toBe(302);
    const signIn = (password: string) => visitor(server).post('/sign-in', { email: who.person.email, password });
    expect((await signIn(PASSWORD)).status).toBe(400);
    expect((await signIn('four quite random words')).status).toBe(302);
    const stored = await withDatabase(server, (db) => db.selectFrom('person').select('passwordHash').execute());
    expect(JSON.stringify(stored)).not.toContain('random words');
  });
});

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('a browser in words', () => {
  const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
  test.each([
    [FIREFOX, 'Firefox on Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/140.0.0.0`, 'Edge on Windows'],
    [`Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, 'Chrome on Android'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${SAFARI}`, 'Safari on an iPhone'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI}`, 'Safari on a Mac'],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME} Safari/537.36`, 'Chrome on ChromeOS'],
    ['curl/8.5.0', 'A browser that does not say which'],
    ['', 'A browser that does not say which'],
    [null, 'A browser that does not say which'],
  ])('%s: %s', (userAgent, words) => expect(browserInWords(userAgent)).toBe(words));
});
