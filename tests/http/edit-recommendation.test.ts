import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let office: Visitor;
let other: Visitor;
let reader: Visitor;
beforeAll(async () => {
  server = await startServer();
  office = await signedInAs(server, 'reviewer', 'Rosalind Franklin');
  other = await signedInAs(server, 'administrator', 'Mary Somerville');
  reader = await signedInAs(server, 'internal reader', 'Edmond Reader');
});
afterAll(() => server?.stop());

const EDIT = '/recommendations/DAT-1/edit';
const FIELDS = {
  ...{ seen: '1', title: 'Set up hubs for data', summary: 'Hubs for health data.', target: '' },
  ...{ 'targetDue.month': 'Q2', 'targetDue.year': '2027', placeInSource: 'Page 7', note: '' },
  ...{ doneWhen: 'Five hubs run.', reporting: 'twice a year', reason: 'Agreed with the owner.' },
};
const everything = () =>
  withDatabase(server, async (db) => [
    await db.selectFrom('recommendationRevision').selectAll().execute(),
    await db.selectFrom('milestoneFact').selectAll().execute(),
    await db.selectFrom('change').selectAll().orderBy('number').execute(),
  ]);

test('the text of a recommendation is for the office to edit', async () => {
  const before = await everything();
  expect((await visitor(server).get(EDIT)).status).toBe(302);
  const out = await visitor(server).post(EDIT, FIELDS);
  expect([out.status, out.text]).toEqual([403, expect.stringContaining('You are signed out, so nothing was saved')]);
  expect(out.html).toContain('Hubs for health data.');
  expect([(await reader.get(EDIT)).status, (await reader.post(EDIT, FIELDS)).status]).toEqual([403, 403]);
  expect((await reader.get('/recommendations/DAT-1')).html).not.toContain(EDIT);
  expect((await office.get('/recommendations/DAT-1')).html).toContain(`href="${EDIT}"`);
  expect((await office.get('/recommendations/DAT-99/edit')).status).toBe(404);
  expect((await office.post('/recommendations/DAT-99/edit', FIELDS)).status).toBe(404);
  expect(await everything()).toEqual(before);
});

test('bad input and forged forms are answered in words and keep what was typed', async () => {
  const before = await everything();
  const empty = await office.post(EDIT, { ...FIELDS, title: ' ', reason: '' });
  expect([empty.status, empty.text]).toEqual([400, expect.stringMatching(/Enter the title.*Enter the reason/)]);
  expect(empty.html).toMatch(/<textarea[^>]*name="summary"[^>]*>Hubs for health data\./);
  expect(empty.html).toMatch(/checked=""[^>]*value="twice a year"/);
  for (const forged of [
    {},
    { ...FIELDS, reporting: 'never' },
    { ...FIELDS, seen: 'x' },
    { ...FIELDS, 'targetDue.year': '' },
  ] as Record<string, string>[])
    expect((await office.post(EDIT, forged)).status).toBe(400);
  expect(await everything()).toEqual(before);
});

test('an edit shows on the page, and the second of two people sees both texts', async () => {
  const saved = await office.post(EDIT, FIELDS);
  expect([saved.status, saved.location]).toEqual([302, '/recommendations/DAT-1?done=edited']);
  expect((await office.get('/recommendations/DAT-1')).text).toMatch(/Set up hubs for data.*Five hubs run\./);
  const second = await other.post(EDIT, { ...FIELDS, title: 'Set up many hubs' });
  expect([second.status, second.text]).toEqual([
    409,
    expect.stringMatching(/Rosalind Franklin saved this.*Title Set up hubs for data Set up many hubs/),
  ]);
  expect(second.html).toMatch(/value="Set up many hubs"/);
  const seen = /name="seen" value="(\d+)"/.exec(second.html)?.[1] ?? '';
  expect((await other.post(EDIT, { ...FIELDS, title: 'Set up many hubs', seen })).status).toBe(302);
});

test('the second of two people keeps what they wrote, and takes nothing back that they had left alone', async () => {
  const { number = '' } = /name="seen" value="(?<number>\d+)"/.exec((await office.get(EDIT)).html)?.groups ?? {};
  const from = { ...FIELDS, title: 'Set up many hubs', seen: number };
  expect((await office.post(EDIT, { ...from, note: 'As the minister said.' })).status).toBe(302);
  const second = await other.post(EDIT, { ...from, title: 'Set up a few hubs' });
  expect(second.status).toBe(409);
  expect(second.html).toMatch(/value="Set up a few hubs"/);
  expect(second.html).toMatch(/<textarea[^>]*name="note"[^>]*>As the minister said\.</);
});

test('a date agreed by change control says who agreed it, and stands beside the first', async () => {
  const path = '/milestones/DAT-1.4?record=agreed-date';
  const fields = {
    ...{
      act: 'agreed-date',
      seen: '2',
      'value.month': '6',
      'value.year': '2027',
      'saidOn.year': '2026',
      'saidOn.month': '11',
    },
    ...{ agreedBy: 'the programme board', reason: 'The scope is wider.' },
  };
  expect((await reader.post(path, fields)).status).toBe(403);
  const nobody = await office.post(path, { ...fields, agreedBy: '' });
  expect([nobody.status, nobody.text]).toEqual([400, expect.stringContaining('Enter who agreed it, by role')]);
  expect((await office.post(path, fields)).status).toBe(302);
  const page = await office.get('/milestones/DAT-1.4');
  expect(page.text).toMatch(/Agreed by the programme board\. The scope is wider\./);
  expect(page.text).toMatch(/December 2026/);
  expect(page.text).toMatch(/June 2027/);
});
