import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE } from '#seeds/demonstration/people.ts';
import { copyTemplate, temporaryFolder } from '../helpers/database.ts';
import { getCsv, getPage } from '../helpers/html.ts';
import { PAGES } from '../helpers/pages.ts';
import { type RunningServer, startRefused, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

const DEMO = ['scripts/demo.js'];
const NEWEST = '2026-27-Q2';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ command: DEMO, database: join(temporaryFolder(), 'demonstration.db') });
}, 120_000);
afterAll(() => server?.stop());

async function signedIn(email: string): Promise<Visitor> {
  const who = visitor(server);
  const { location } = await who.post('/sign-in', { email, password: DEMONSTRATION_PASSWORD, next: '/' });
  expect(location).toBe('/');
  return who;
}
const personOf = (as: RegExp) => DEMONSTRATION_PEOPLE.find((person) => as.test(person.as))?.email ?? '';

describe('the demonstration', () => {
  test('prints a sign-in for each role, and lets each in', async () => {
    for (const { email, as, name } of DEMONSTRATION_PEOPLE) {
      expect(server.output()).toContain(email);
      expect(server.output()).toContain(as);
      expect((await (await signedIn(email)).get('/')).html).toContain(name);
    }
    expect(server.output()).toContain(DEMONSTRATION_PASSWORD);
  });

  test.each(PAGES.map(({ path }) => path))('says what it is on %s', async (path) => {
    expect((await getPage(server.url + path)).html).toMatch(/People, posts, returns and ratings are made up/);
  });

  test('says what it is in every file', async () => {
    for (const path of ['/milestones.csv', '/figures/late-by.csv', '/quarters/2019-20-Q3/summary.csv'])
      expect((await getCsv(server.url + path)).at(-1)?.[0]).toMatch(/Demonstration/);
    const json = await fetch(`${server.url}/quarters/2019-20-Q3/summary.json`);
    expect(await json.json()).toMatchObject({ demonstration: expect.stringMatching(/made up/) });
  });

  test('has four quarters of returns, most of them Amber, with one of each thing that goes otherwise', async () => {
    const reviewer = await signedIn(personOf(/reviewer/));
    const { text } = await reviewer.get('/');
    const said = /Delivery confidence as owners judge it: (\d+) Green, (\d+) Amber, (\d+) Red/.exec(text);
    const [green = 0, amber = 0, red = 0] = (said?.slice(1) ?? []).map(Number);
    expect(amber).toBeGreaterThan(green + red);
    expect(text).toMatch(/1 submitted and not yet accepted, 1 not in yet and 1 recorded as missing/);
    const quarter = await reviewer.get(`/quarters/${NEWEST}`);
    expect(quarter.text).toMatch(/\(office: Red\).*Missing|Missing.*\(office: Red\)/s);
    for (const earlier of ['2025-26-Q3', '2025-26-Q4', '2026-27-Q1'])
      expect((await reviewer.get(`/quarters/${earlier}`)).text).toMatch(/returns asked for/);
  });

  test('shows signed-out readers none of the returns', async () => {
    for (const path of ['/', '/themes/DAT', `/quarters/${NEWEST}`, '/search?q=Illustrative', '/changes'])
      expect((await getPage(server.url + path)).text).not.toMatch(/Illustrative:|Amber|delivery confidence/i);
  });

  test('is found as it is at the next start', async () => {
    const before = await (await signedIn(personOf(/reviewer/))).get(`/quarters/${NEWEST}`);
    const again = await startServer({ command: DEMO, database: server.databaseFile });
    expect(again.output()).not.toContain('Making the demonstration');
    const who = visitor(again);
    await who.post('/sign-in', { email: personOf(/reviewer/), password: DEMONSTRATION_PASSWORD, next: '/' });
    expect((await who.get(`/quarters/${NEWEST}`)).text).toBe(before.text);
    await again.stop();
  });

  test('is refused on a database that holds anything else, which stays as it was', async () => {
    const database = copyTemplate();
    const { code, output } = await startRefused({ command: DEMO, database });
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/holds a strategy that is no demonstration. Nothing was changed/),
    ]);
    const real = await startServer({ database });
    expect((await getPage(real.url)).html).not.toMatch(/made up/);
    await real.stop();
  });
});
