import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../helpers/server.ts';

const ADA = { name: 'Ada Lovelace', email: 'ada@example.gov.uk', password: 'three random words' };

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

/** The path of the link that the server printed when it started. */
const welcomePath = () => /\/welcome\/\S+/.exec(server.output())?.[0] ?? '';

/** A browser that keeps one cookie and follows no redirect by itself. */
function browser(cookie = '') {
  const headers = () => ({ Cookie: cookie });
  const keep = (response: Response) => {
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  return {
    get: async (path: string) => keep(await fetch(server.url + path, { headers: headers(), redirect: 'manual' })),
    post: async (path: string, fields: Record<string, string>) =>
      keep(
        await fetch(server.url + path, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: headers(),
          redirect: 'manual',
        }),
      ),
    cookie: () => cookie,
  };
}
type Browser = ReturnType<typeof browser>;

/** Who the server takes the browser for: whoever is signed in is told so on the sign-out page. */
const signedInAs = async (who: Browser) => /You are signed in as ([^.]+)\./.exec(await text(who.get('/sign-out')))?.[1];
/** The page without the empty comments that React leaves between pieces of text. */
const text = async (response: Promise<Response>) => (await (await response).text()).replaceAll('<!-- -->', '');
const credentials = { email: ADA.email, password: ADA.password };

async function signedInBrowser(): Promise<Browser> {
  const who = browser();
  await who.post('/sign-in', credentials);
  return who;
}

describe('the first administrator', () => {
  test('is told what is wrong, and the password is not sent back', async () => {
    const response = await browser().post(welcomePath(), { ...ADA, email: 'ada', password: 'short!short' });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain('<title>Error: ');
    expect(page).toContain('href="#email">Enter an email address in the correct format');
    expect(page).toContain('value="Ada Lovelace"');
    expect(page).not.toContain('short!short');
  });

  // The tests below sign in as the person made here.
  test('opens the printed link, fills in the form, and is signed in; the link then works no more', async () => {
    const who = browser();
    const form = await who.get(welcomePath());
    expect(form.status).toBe(200);
    expect(await form.text()).toContain('autoComplete="new-password"');
    const answer = await who.post(welcomePath(), ADA);
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/']);
    expect(await signedInAs(who)).toBe(ADA.name);

    const again = await browser().get(welcomePath());
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('This link has been used');
    const second = await browser().post(welcomePath(), { ...ADA, email: 'eve@example.gov.uk' });
    expect([second.status, second.headers.getSetCookie()]).toEqual([410, []]);
  });

  test('an unknown link says that a restart prints a new one', async () => {
    const response = await browser().get('/welcome/guess');
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/restart it and open the link/);
  });
});

describe('signing in', () => {
  test('leads on to the page that was asked for', async () => {
    const who = browser();
    const form = await text(who.get('/sign-in?next=%2Fmilestones%3Fstatus%3Dopen'));
    expect(form).toContain('name="next" value="/milestones?status=open"');
    const answer = await who.post('/sign-in', { ...credentials, next: '/milestones?status=open' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/milestones?status=open']);
    expect(await signedInAs(who)).toBe(ADA.name);
  });

  test('never leads to another site', async () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example/', '/.//evil.example']) {
      expect(await text(browser().get(`/sign-in?next=${encodeURIComponent(next)}`))).toContain('name="next" value="/"');
      const answer = await browser().post('/sign-in', { ...credentials, next });
      expect(answer.headers.get('Location')).toBe('/');
    }
  });

  test('with a wrong password is refused, keeping the address and the page to go on to', async () => {
    const who = browser();
    const response = await who.post('/sign-in', {
      email: ADA.email,
      password: 'wrong!horse!battery',
      next: '/quarters',
    });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain('<title>Error: Sign in');
    expect(page).toContain('<a href="#email">Enter a correct email address and password</a>');
    expect(page).toContain(`value="${ADA.email}"`);
    expect(page).toContain('name="next" value="/quarters"');
    expect(page).not.toContain('wrong!horse!battery');
    expect(who.cookie()).toBe('');
  });

  test('the cookie is out of reach of scripts, and the page is kept in no cache', async () => {
    const answer = await browser().post('/sign-in', credentials);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^tracker_session=/);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) expect(cookie).toContain(part);
    // Plain http here: a browser would throw a secure cookie away.
    expect(cookie).not.toContain('Secure');
    expect((await browser().get('/sign-in')).headers.get('Cache-Control')).toContain('no-store');
  });

  test('over https, by the word of a trusted proxy only, the cookie never travels in the clear', async () => {
    const viaProxy = { method: 'POST', headers: { 'X-Forwarded-Proto': 'https' }, redirect: 'manual' } as const;
    const cookieFrom = async (url: string) => {
      const answer = await fetch(`${url}/sign-in`, { ...viaProxy, body: new URLSearchParams(credentials) });
      return answer.headers.getSetCookie()[0] ?? 'no cookie';
    };
    expect(await cookieFrom(server.url)).not.toMatch(/no cookie|Secure/);
    const behindProxy = await startServer({ database: server.databaseFile, env: { TRUST_PROXY: '1' } });
    expect(await cookieFrom(behindProxy.url)).toContain('; Secure');
    await behindProxy.stop();
  });

  test('gives a new session each time, and the one before opens nothing', async () => {
    const who = await signedInBrowser();
    const before = who.cookie();
    await who.post('/sign-in', credentials);
    expect(who.cookie()).not.toBe(before);
    expect(await signedInAs(browser(before))).toBeUndefined();
  });

  test('a cookie that was changed, or made up, is nobody', async () => {
    const { cookie } = await signedInBrowser();
    const [value = '', signature = ''] = cookie().split('=').slice(1).join('=').split('.');
    for (const forged of [`${value}.${signature}x`, `${value}x.${signature}`, value, 'MQ%3D%3D', 'e30.']) {
      expect(await signedInAs(browser(`tracker_session=${forged}`))).toBeUndefined();
    }
  });
});

describe('signing out', () => {
  test('is a form, and ends the session for whoever kept a copy of the cookie', async () => {
    const who = await signedInBrowser();
    const copy = browser(who.cookie());
    expect(await text(who.get('/sign-out'))).toContain('<form method="post" action="/sign-out">');
    expect(await signedInAs(who)).toBe(ADA.name);
    const answer = await who.post('/sign-out', {});
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/']);
    expect(await signedInAs(who)).toBeUndefined();
    expect(await signedInAs(copy)).toBeUndefined();
  });
});
