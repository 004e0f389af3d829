import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawlSignedOut } from '../helpers/crawl.ts';
import { linksOf, pageOf, tableNamed } from '../helpers/html.ts';
import { type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { rowsOf } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let office: SignedInVisitor;
let reader: SignedInVisitor;
beforeAll(async () => {
  server = await startServer();
  office = await signedInAs(server, 'reviewer', 'Rosalind Franklin');
  reader = await signedInAs(server, 'internal reader', 'Edmond Reader');
});
afterAll(() => server?.stop());

const HEALTH = '/partnerships/NACP/health';
const on = (day: string, month: string, year: string) => ({
  ...{ 'notedOn.day': day, 'notedOn.month': month, 'notedOn.year': year },
});
const said = (slug: string, words: string, evidence: string) => ({
  ...{ [`said.${slug}.words`]: words, [`said.${slug}.evidence`]: evidence },
});
const everything = () =>
  withDatabase(server, async (db) => [
    await db.selectFrom('partnershipHealth').selectAll().execute(),
    await db.selectFrom('partnershipHealthWords').selectAll().execute(),
    await db.selectFrom('change').selectAll().execute(),
  ]);

test('says what each dimension asks, and the finding and the source that it comes from', async () => {
  const page = await reader.get(HEALTH);
  for (const { code = '', text = '', source = '' } of rowsOf('findings.csv').filter(({ code = '' }) =>
    ['CSTI-3', 'CSTI-4', 'CSTI-5', 'CSTI-6'].includes(code),
  )) {
    expect(page.text).toContain(text);
    expect(linksOf(page)).toEqual(expect.arrayContaining([`/partnerships#${code}`, `/sources/${source}`]));
  }
  expect(page.text.match(/Not looked at yet/g)).toHaveLength(7);
  expect(page.text).toContain('Nobody has noted how this partnership does.');
});

test('is noted by the office, and read by whoever is signed in', async () => {
  const before = await everything();
  const sent = { ...on('20', '11', '2026'), ...said('needs', 'zebrafish-in-words', 'zebrafish-in-evidence') };
  const nobody = visitor(server);
  expect((await nobody.get(HEALTH)).status).toBe(302);
  const out = await nobody.post(HEALTH, sent);
  expect([out.status, out.text]).toEqual([403, expect.stringContaining('You are signed out, so nothing was saved')]);
  expect(out.html).toContain('zebrafish-in-words');
  expect((await reader.get(HEALTH)).html).not.toContain('<form method="post"');
  expect((await reader.post(HEALTH, sent)).status).toBe(403);
  expect((await office.get('/partnerships/NONE/health')).status).toBe(404);
  expect(await everything()).toEqual(before);

  const saved = await office.post(HEALTH, sent);
  expect([saved.status, saved.location]).toEqual([302, `${HEALTH}?done=noted`]);
  const earlier = { ...on('1', '5', '2024'), ...said('dedicated-support', 'Two people.', 'Its budget') };
  expect((await office.post(HEALTH, earlier)).status).toBe(302);
  expect((await office.post(HEALTH, { ...on('2', '6', '2025'), ...said('needs', 'Better.', 'A call') })).status).toBe(
    302,
  );
  const page = await reader.get(HEALTH);
  expect(page.text).toMatch(
    /Each other’s needs Does.*20 November 2026 zebrafish-in-words Rests on: zebrafish-in-evidence Noted by Rosalind Franklin 2 June 2025 Better\./,
  );
  expect(tableNamed(page, 'What was looked at, and when')).toContainEqual([
    'Dedicated support',
    'Not looked at',
    'Not looked at',
    'Noted',
  ]);
  expect((await reader.get('/partnerships/NACP')).text).toMatch(/Last looked at on 20 November 2026/);
  expect((await reader.get('/partnerships/HUBS')).text).toMatch(/Nobody has noted one\./);
  const changes = await reader.get('/changes?subject=NACP');
  expect(changes.text).toMatch(/The health of a partnership was noted NACP/);
  expect(changes.text).not.toContain('zebrafish');
});

test('bad input is answered in words and keeps what was typed', async () => {
  const before = await everything();
  const good = { ...on('21', '11', '2026'), ...said('adapting', 'It learned.', 'Minutes') };
  const faults: [Record<string, string>, RegExp, string][] = [
    [on('24', '11', '2026'), /must be today or in the past/, 'notedOn-year'],
    [on('27', '6', '2022'), /not be before the partnership started: 28 June 2022/, 'notedOn-year'],
    [on('', '11', '2026'), /must include a day and a month/, 'notedOn-day'],
    [said('adapting', '', 'Minutes'), /Say in words how it stands/, 'said-adapting-words'],
    [said('adapting', 'It learned.', ' '), /Say what this rests on/, 'said-adapting-evidence'],
    [said('adapting', '', ''), /at least one of the seven/, 'said-needs-words'],
    [said('needs', 'a'.repeat(2_001), 'b'), /Use 2,000 characters or fewer/, 'said-needs-words'],
  ];
  for (const [fault, words, box] of faults) {
    const answer = await office.post(HEALTH, { ...good, ...fault });
    expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(words)]);
    expect(answer.html).toContain(`href="#${box}"`);
    expect(answer.html).toContain(` id="${box}"`);
    if (!('said.adapting.words' in fault)) expect(answer.html).toContain('It learned.');
  }
  const day = on('21', '11', '2026');
  for (const forged of [
    {},
    day,
    { ...day, said: 'x' },
    { ...day, 'said.adapting': 'x' },
    { ...good, 'notedOn.day': 'x' },
  ])
    expect((await office.post(HEALTH, forged as Record<string, string>)).status).toBe(400);
  expect(await everything()).toEqual(before);
});

test('a signed-out reader meets nothing of it, on any page or answer for scripts', async () => {
  const pages = await crawlSignedOut(server, ['/', '/partnerships', '/changes', '/search?q=zebrafish', '/memory']);
  const own = ['', '/history', '/health', '/edit'].flatMap((part) => [
    `/partnerships/NACP${part}`,
    `/partnerships/NACP${part}.data`,
  ]);
  const filters = ['subject=NACP', 'kind=partnership+health+noted'].map((filter) => `/changes?${filter}`);
  for (const path of [...own, ...filters, '/partnerships.data', '/organisations/CHARNWOOD', '/themes/NHS.data'])
    pages.set(path, await pageOf(await fetch(server.url + path, { redirect: 'manual' })));
  const told = [...pages].filter(([, { html }]) =>
    /zebrafish-in|Two people\.|20 November 2026|health noted|Health check/.test(html),
  );
  expect(told.map(([path]) => path)).toEqual([]);
  expect(pages.size).toBeGreaterThan(200);
}, 180_000);
