import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGES } from '../helpers/pages.ts';
import { cookieFor, type SignedInVisitor, signedInAs } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { visitor } from '../helpers/visitor.ts';

const FILES = [
  ...['/milestones.csv', '/recommendations.csv', '/figures/late-by.csv', '/quarters/2019-20-Q3/summary.csv'],
  ...['/quarters/2019-20-Q3/summary.json', '/search?q=genome', '/?_data=routes%2F_index', '/changes'],
];
const OPEN = ['/sign-in', '/welcome/guess', '/accessibility', '/health'];

describe('a site that only signed-in people may read', () => {
  let server: RunningServer;
  let reader: SignedInVisitor;
  beforeAll(async () => {
    server = await startServer({ env: { READING: 'signed-in', MARKING: 'OFFICIAL-SENSITIVE' } });
    reader = await signedInAs(server, 'internal reader');
  });
  afterAll(() => server?.stop());

  test.each([...PAGES.map(({ path }) => path), ...FILES].filter((path) => !OPEN.includes(path)))(
    'sends who is signed out from %s to sign in',
    async (path) => {
      const response = await fetch(server.url + path, { redirect: 'manual' });
      expect(response.status).toBe(302);
      expect(response.headers.get('Location')).toBe(`/sign-in?${new URLSearchParams({ next: path })}`);
      expect((await response.text()).length).toBeLessThan(200);
    },
  );

  test.each(['/%6dilestones', '//milestones', '/milestones/', '/sign-in/../milestones', '/health/x', '/MILESTONES'])(
    'is not got round by %s',
    async (path) => {
      const response = await fetch(server.url + path, { redirect: 'manual' });
      expect(await response.text()).not.toMatch(/DAT-1/);
    },
  );

  test.each(OPEN)('shows %s to everybody', async (path) => {
    const { status, text } = await visitor(server).get(path);
    expect(status).toBe(path.startsWith('/welcome') ? 404 : 200);
    expect(text).not.toMatch(/DAT-1/);
  });

  test('answers a form that comes after its session with what to do, and shows nothing', async () => {
    const { status, html } = await visitor(server).post('/milestones/DAT-1.3', { act: 'outcome' });
    expect([status, html]).toEqual([403, expect.stringMatching(/Sign in again in another tab/)]);
    expect(html).not.toMatch(/Health data research hubs/);
  });

  test.each(['/', '/milestones/DAT-1.3', '/quarters/2019-20-Q3'])(
    'shows %s to readers who are signed in',
    async (path) => {
      const { status, html } = await reader.get(path);
      expect(status).toBe(200);
      expect(html.match(/app-marking">OFFICIAL-SENSITIVE</g)).toHaveLength(2);
    },
  );

  test('gives them files that carry the marking', async () => {
    const headers = { Cookie: await cookieFor(server, reader.person) };
    const csv = await fetch(`${server.url}/milestones.csv`, { headers });
    expect(csv.headers.get('Content-Disposition')).toContain('"OFFICIAL-SENSITIVE-milestones-2026-11-23.csv"');
    const json = await fetch(`${server.url}/quarters/2019-20-Q3/summary.json`, { headers });
    expect(await json.json()).toMatchObject({ marking: 'OFFICIAL-SENSITIVE', quarter: '2019-20-Q3' });
  });
});

describe('a site that everybody may read', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.stop());

  test('carries no marking for signed-out readers, on pages and in files', async () => {
    expect((await visitor(server).get('/')).html).not.toMatch(/OFFICIAL/);
    const csv = await fetch(`${server.url}/milestones.csv`);
    expect(csv.headers.get('Content-Disposition')).toContain('"milestones-2026-11-23.csv"');
    const json = await fetch(`${server.url}/quarters/2019-20-Q3/summary.json`);
    expect(await json.json()).toMatchObject({ marking: null });
  });

  test.each(['/', '/milestones.csv', '/nothing-here'])('lets nobody keep %s for another reader', async (path) => {
    const response = await fetch(server.url + path);
    expect(response.headers.get('Cache-Control')).toMatch(/private/);
    expect(response.headers.get('Vary')).toMatch(/Cookie/);
    await response.text();
  });
});
