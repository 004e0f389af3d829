import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getPage } from '../helpers/html.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
// Stopping also asserts that no request made the server write an error.
afterAll(async () => {
  await server?.stop();
});

const get = (path: string) => getPage(server.url + path);
const inTheFrame = (html: string) => html.includes('app-header') && html.includes('href="/quarters"');

/** Asks with the address exactly as written, which fetch would tidy. */
function raw(path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(server.url, { path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject).end();
  });
}

describe('codes that nothing has', () => {
  test.each([
    ['/themes/NONE', 'There is no theme with the code “NONE”.'],
    ['/recommendations/DAT-99', 'There is no recommendation with the code “DAT-99”.'],
    ['/recommendations/DAT-99/history', 'There is no recommendation with the code “DAT-99”.'],
    ['/milestones/DAT-1.99', 'There is no milestone with the code “DAT-1.99”.'],
    ['/partnerships/NONE/history', 'There is no partnership with the code “NONE”.'],
    ['/sources/none', 'There is no source with the code “none”.'],
    ['/figures/none.csv', 'There is no figure with the code “none”.'],
    ['/quarters/2019-21-Q3', 'is not a quarter'],
    ['/quarters/2019-20-Q5', 'is not a quarter'],
    ['/quarters/2017-18-Q1', 'That quarter ended before the strategy was published.'],
    ['/quarters/2026-27-Q4', 'That quarter has not begun yet.'],
    ['/nothing/here', 'If you typed the address, check it.'],
  ])('%s: 404 in words, in the frame of the site', async (path, words) => {
    const page = await get(path);
    expect([page.status, page.text]).toEqual([404, expect.stringContaining(words)]);
    if (!path.endsWith('.csv')) expect(inTheFrame(page.html)).toBe(true);
  });

  test.each([
    '/quarters/2019-21-Q3/summary.csv',
    '/quarters/2026-27-Q4/summary.json',
    '/figures/none.csv',
    '/figures/timeline.csv?theme=NONE',
  ])('%s: 404 for a file too', async (path) => expect((await get(path)).status).toBe(404));
});

describe('days that cannot be shown', () => {
  const DAYS: [string, string][] = [
    ['2026-11-24', '24 November 2026 is in the future. Choose a day up to today, 23 November 2026.'],
    ['2017-08-29', '29 August 2017 is before the strategy was published. Choose a day from 30 August 2017 on.'],
    ['2019-02-30', '“2019-02-30” is not a day. Write the year, month and day, such as 2019-03-31.'],
    ['2019-03', '“2019-03” is not a day.'],
    ['yesterday', '“yesterday” is not a day.'],
  ];
  test.each(DAYS)('%s: 400 with what to do', async (day, words) => {
    for (const path of [
      '/',
      '/themes',
      '/themes/DAT',
      '/recommendations',
      '/recommendations/DAT-1',
      '/milestones',
      '/milestones/DAT-1.3',
    ]) {
      const page = await get(`${path}?asAt=${day}`);
      expect([path, page.status, page.text]).toEqual([path, 400, expect.stringContaining(words)]);
      expect(inTheFrame(page.html)).toBe(true);
    }
  });

  test.each(DAYS)('%s: 400 for files too', async (day) => {
    for (const path of [
      '/milestones.csv',
      '/recommendations.csv',
      '/figures/timeline.csv',
      '/figures/milestones-by-quarter.csv',
    ])
      expect([path, (await get(`${path}?asAt=${day}`)).status]).toEqual([path, 400]);
  });

  test('an empty day is today', async () => {
    expect((await get('/?asAt=')).text).toContain('As it stood on 23 November 2026');
  });
});

describe('filters that mean nothing', () => {
  test.each([
    '/milestones?status=finished',
    '/milestones?due=tomorrow',
    '/milestones?sort=random',
    '/milestones?confirmation=rumour',
    '/milestones?theme=%27%20or%201%3D1',
    '/recommendations?stage=done',
    '/recommendations?sort=status',
    '/milestones.csv?status=finished',
    '/recommendations.csv?stage=done',
  ])('%s: 400 that names the filter', async (path) => {
    const page = await get(path);
    expect(page.status).toBe(400);
    if (!path.includes('.csv')) expect(page.text).toMatch(/There is no such filter: \w+ “.*”/);
  });

  test('an empty filter is none', async () => {
    expect((await get('/milestones?status=&theme=&q=&due=')).text).toContain('All 62 milestones');
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table milestone; --",
  '\u0000',
  '../../etc/passwd',
  '=cmd|calc',
  '\u202Eevil\uFFFF',
  '{"$gt":""}',
  'a'.repeat(6_000),
];
const PLACES = [
  ...['/themes/', '/recommendations/', '/milestones/', '/quarters/', '/sources/', '/figures/', '/welcome/', '/'],
  ...['/?asAt=', '/milestones?q=', '/milestones?status=', '/recommendations?q=', '/recommendations?organisation='],
  ...['/milestones?asAt=', '/sign-in?next=', '/milestones/DAT-1.3?record=', '/milestones/DAT-1.3?recorded='],
  ...['/figures/timeline.csv?theme=', '/posts/', '/posts?done=', '/quarters/2019-20-Q3?audience='],
  ...['/partnerships/', '/partnerships/NACP?done=', '/changes?subject='],
  ...['/quarters/2019-20-Q3?version=', '/quarters/2019-20-Q3?done=', '/quarters/2019-20-Q3/summary.csv?audience='],
];

describe('hostile values', () => {
  test.each(PLACES)('%s: never an error of the program, and never unescaped', async (place) => {
    for (const value of HOSTILE) {
      const page = await get(place + encodeURIComponent(value));
      expect([value.slice(0, 40), page.status]).toEqual([value.slice(0, 40), expect.toSatisfy((n: number) => n < 500)]);
      // A file is never shown as a page (X-Content-Type-Options: nosniff).
      if (page.type.startsWith('text/html')) expect(page.html).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  test.each([
    '/%E0%A4%A',
    '/milestones/%E0%A4%A',
    '/themes/%00',
    '/milestones/%',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//evil.example/',
    '/milestones?q=%E0%A4%A',
    '/?asAt=%',
  ])('an address that cannot be read, %s, is answered with 4xx or shown', async (path) => {
    const { status, body } = await raw(path);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain('root:');
  });

  test('the same name twice, and names in brackets, are no error', async () => {
    for (const query of [
      'status=met&status=on+course',
      'status[]=met',
      'q[a]=1',
      '__proto__=1',
      'theme=DAT&theme=SCI',
      'asAt=2019-01-01&asAt=2020-01-01',
    ])
      expect([query, (await get(`/milestones?${query}`)).status]).toEqual([
        query,
        expect.toSatisfy((n: number) => n < 500),
      ]);
  });

  test('what is searched for comes back escaped, in its box', async () => {
    const page = await get(`/milestones?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});

describe('other methods', () => {
  test('HEAD is answered as GET, without the page', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/milestones/DAT-1.3', 200],
      ['/milestones.csv', 200],
      ['/nothing', 404],
    ] as const)
      expect([path, await raw(path, 'HEAD')]).toEqual([path, { status, body: '' }]);
  });

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH'])(
    '%s changes nothing and is no error of the program',
    async (method) => {
      for (const path of ['/', '/milestones/DAT-1.3', '/milestones.csv']) {
        const { status } = await raw(path, method);
        expect([path, status]).toEqual([path, expect.toSatisfy((n: number) => n < 500)]);
      }
    },
  );

  test('a form sent to a page that takes none: 405', async () => {
    for (const path of ['/', '/themes', '/themes/DAT', '/milestones', '/quarters/2019-20-Q3', '/about']) {
      const page = await getPage(server.url + path, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
      expect([path, page.status]).toEqual([path, 405]);
    }
  });

  test('a body that is no form, or breaks off, is no error of the program', async () => {
    const send = (type: string, body: string) =>
      getPage(`${server.url}/milestones/DAT-1.3`, { method: 'POST', body, headers: { 'Content-Type': type } });
    expect((await send('application/json', '{"act":"outcome"}')).status).toBe(415);
    expect(
      (await send('multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="act"')).status,
    ).toBeLessThan(500);
    expect((await send('multipart/form-data', 'act=outcome')).status).toBeLessThan(500);
  });
});
