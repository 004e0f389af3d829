import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getPage } from '../helpers/html.ts';
import { cookieFor, type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { formFields, type Visitor, visitor } from '../helpers/visitor.ts';

type Who = 'signed out' | 'internal reader' | 'reviewer' | 'administrator';

let server: RunningServer;
let reviewer: SignedInVisitor;
const visitors = {} as Record<Who, Visitor>;
beforeAll(async () => {
  server = await startServer();
  reviewer = await signedInAs(server, 'reviewer', 'Rosalind Franklin');
  Object.assign(visitors, { 'signed out': visitor(server), reviewer });
  visitors['internal reader'] = await signedInAs(server, 'internal reader', 'Edmond Reader');
  visitors.administrator = await signedInAs(server, 'administrator', 'Mary Somerville');
});
afterAll(() => server?.stop());

const TABLES = [
  'change',
  'recommendation',
  'recommendationRevision',
  'stageJudgement',
  'milestone',
  'milestoneRevision',
  'milestoneFact',
  'milestonePosition',
  'recommendationPosition',
] as const;
const everything = () =>
  withDatabase(server, async (db) =>
    JSON.stringify(await Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().execute()))),
  );

const ADD = '/themes/DAT/add-recommendation';
const PROMISE = '/recommendations/DAT-1/add-milestone';
const REWORD = '/milestones/DAT-1.3/edit';
const JUDGE = '/recommendations/DAT-2/stage';
const date = (name: string, text: string) => {
  const [d = '', m = '', y = ''] = text.split(' ');
  return { [`${name}.day`]: d, [`${name}.month`]: m, [`${name}.year`]: y };
};
const FIELDS: Record<string, Record<string, string>> = {
  [ADD]: { code: 'DAT-9', title: 'Link the records', summary: 'Link them all.', reason: 'The board agreed.' },
  [PROMISE]: {
    title: 'A sixth hub opens',
    ...date('value', '1 6 2027'),
    ...date('saidOn', '20 11 2026'),
    reason: 'The board agreed.',
  },
  [REWORD]: { seen: '1', title: 'Hubs are open', note: '', reason: 'The board agreed.' },
  [JUDGE]: { seen: '1', stage: 'not started', ...date('judgedOn', '20 11 2026'), reason: 'The board agreed.' },
};
const FORMS = Object.keys(FIELDS);
const fieldsOf = (path: string) => FIELDS[path] ?? {};

describe('who may edit the strategy', () => {
  test.each(FORMS)('%s: the office alone', async (path) => {
    const before = await everything();
    expect((await getPage(server.url + path)).status).toBe(302);
    expect((await visitors['internal reader'].get(path)).status).toBe(403);
    const out = await visitors['signed out'].post(path, fieldsOf(path));
    expect([out.status, out.text]).toEqual([403, expect.stringContaining('You are signed out, so nothing was saved')]);
    expect(out.html).toContain('The board agreed.');
    const refused = await visitors['internal reader'].post(path, fieldsOf(path));
    expect([refused.status, refused.text]).toEqual([
      403,
      expect.stringMatching(/may not add and edit.*Nothing was saved/),
    ]);
    const init = { method: 'POST', body: new URLSearchParams(fieldsOf(path)), redirect: 'manual' } as const;
    const cookie = await cookieFor(server, reviewer.person);
    const foreign = await fetch(server.url + path, {
      ...init,
      headers: { Cookie: cookie, Origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(await everything()).toBe(before);
    for (const who of ['reviewer', 'administrator'] as const) expect((await visitors[who].get(path)).status).toBe(200);
  });

  test('pages lead to the forms for the office alone, and only today', async () => {
    for (const [page, form] of [
      ['/themes/DAT', ADD],
      ['/recommendations/DAT-1', PROMISE],
      ['/milestones/DAT-1.3', REWORD],
      ['/recommendations/DAT-2', JUDGE],
    ] as const) {
      expect((await visitors.reviewer.get(page)).html).toContain(`href="${form}"`);
      expect((await visitors['internal reader'].get(page)).html).not.toContain(form);
      expect((await visitors.reviewer.get(`${page}?asAt=2026-06-30`)).html).not.toContain(form);
    }
  });

  test('what is not there is not there', async () => {
    for (const path of [
      '/themes/ART/add-recommendation',
      '/recommendations/DAT-99/add-milestone',
      '/recommendations/DAT-99/stage',
      '/milestones/DAT-9.9/edit',
    ]) {
      expect([path, (await visitors.reviewer.get(path)).status]).toEqual([path, 404]);
      expect([path, (await visitors.reviewer.post(path, {})).status]).toEqual([path, 404]);
    }
  });
});

describe('bad input', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['a code that is taken', ADD, { code: 'DAT-8' }, 'The next code that is free is DAT-9'],
    ['a code of another theme', ADD, { code: 'SCI-99' }, 'A code of this theme is DAT- and a number'],
    ['no title', ADD, { title: ' ' }, 'Enter the title'],
    ['a long text', ADD, { summary: 'x'.repeat(2001) }, 'Use 2,000 characters or fewer'],
    ['a source that is not there', ADD, { source: 'nowhere' }, 'No source has the code “nowhere”'],
    ['half a new source', ADD, { 'newSource.title': 'A plan' }, 'Enter who published the new source'],
    ['no first date', PROMISE, date('value', ''), 'The first date must include a year'],
    ['a day that does not exist', PROMISE, date('value', '31 6 2027'), 'must be a day that exists'],
    ['said in the future', PROMISE, date('saidOn', '24 11 2026'), 'must be today or in the past'],
    ['no promise', REWORD, { title: '' }, 'Enter the promise'],
    ['no number', REWORD, { seen: 'x' }, 'There is a problem'],
    ['no stage', JUDGE, { stage: '' }, 'Choose the stage'],
    ['a stage that is none', JUDGE, { stage: 'splendid' }, 'Choose the stage'],
    ['a day to come', JUDGE, date('judgedOn', '24 11 2026'), 'must be today or in the past'],
    ['a month', JUDGE, date('judgedOn', ' 11 2026'), 'must include a day'],
  ])('%s is answered 400, and what was typed is kept', async (_, path, fields, message) => {
    const before = await everything();
    const page = await visitors.reviewer.post(path, { ...fieldsOf(path), ...fields });
    expect([page.status, page.text]).toEqual([400, expect.stringContaining(message)]);
    expect(page.html).toContain('<title>Error: ');
    expect(page.html).toContain('The board agreed.');
    expect(await everything()).toBe(before);
  });

  test('no reason: refused by every form; an empty form too', async () => {
    const before = await everything();
    for (const path of FORMS) {
      const page = await visitors.reviewer.post(path, { ...fieldsOf(path), reason: '' });
      expect([path, page.status, page.text]).toEqual([path, 400, expect.stringContaining('Enter the reason')]);
      expect((await visitors.reviewer.post(path, {})).status).toBe(400);
    }
    expect(await everything()).toBe(before);
  });
});

describe('what was saved', () => {
  test('a recommendation is on its theme, in every count, and on no earlier day', async () => {
    const earlier = (await getPage(`${server.url}/themes/DAT?asAt=2026-06-30`)).text;
    const all = async () =>
      Number(/of (\d+) recommendations/.exec((await getPage(`${server.url}/recommendations`)).text)?.[1]);
    const count = await all();
    const form = await visitors.reviewer.get(ADD);
    expect(formFields(form, 'form')['code']).toBe('DAT-9');
    const answer = await visitors.reviewer.post(ADD, fieldsOf(ADD));
    expect([answer.status, answer.location]).toEqual([302, '/recommendations/DAT-9?done=added']);
    const page = await visitors.reviewer.get('/recommendations/DAT-9?done=added');
    expect(page.text).toMatch(/The recommendation is added.*Link the records.*No stage had been judged/);
    expect(page.text).toContain('From memory: check before use');
    expect((await getPage(`${server.url}/themes/DAT`)).text).toContain('Link the records');
    expect(await all()).toBe(count + 1);
    expect((await getPage(`${server.url}/themes/DAT?asAt=2026-06-30`)).text).toBe(earlier);
    expect((await getPage(`${server.url}/recommendations/DAT-9?asAt=2026-06-30`)).status).toBe(404);
    for (const path of ['/', '/recommendations.csv', '/search?q=Link+the+records', '/recommendations/DAT-9/history'])
      expect([path, (await getPage(server.url + path)).status]).toEqual([path, 200]);
  });

  test('a milestone has its page with the first date, and the history says so', async () => {
    const answer = await visitors.administrator.post(PROMISE, fieldsOf(PROMISE));
    expect([answer.status, answer.location]).toEqual([
      302,
      expect.stringMatching(/^\/milestones\/DAT-1\.\d+\?recorded=1$/),
    ]);
    const page = await getPage(server.url + answer.location);
    expect(page.text).toMatch(/A sixth hub opens.*1 June 2027/);
    const again = await visitors.administrator.post(PROMISE, fieldsOf(PROMISE));
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('is this promise already')]);
    const history = await getPage(`${server.url}/recommendations/DAT-1/history`);
    expect(history.text).toContain('Promise: A sixth hub opens. First date: 1 June 2027 The board agreed.');
  });

  test('a wording: the second of two people sees both, field by field, and can save one out of them', async () => {
    const saved = await visitors.reviewer.post(REWORD, fieldsOf(REWORD));
    expect([saved.status, saved.location]).toEqual([302, '/milestones/DAT-1.3?recorded=wording']);
    const mine = { ...fieldsOf(REWORD), title: 'Hubs are running' };
    const wrong = await visitors.administrator.post(REWORD, { ...mine, reason: '' });
    expect([wrong.status, formFields(wrong, 'form')['seen']]).toEqual([400, '1']);
    const second = await visitors.administrator.post(REWORD, mine);
    expect([second.status, second.text]).toEqual([
      409,
      expect.stringMatching(/Rosalind Franklin saved this.*Promise Hubs are open Hubs are running/),
    ]);
    const kept = formFields(second, 'form');
    expect(kept).toMatchObject({ title: 'Hubs are running', seen: '2' });
    expect((await visitors.administrator.post(REWORD, { ...kept, reason: 'Both.' })).status).toBe(302);
    const page = await getPage(`${server.url}/milestones/DAT-1.3`);
    expect(page.text).toContain('Hubs are running');
    const same = await visitors.reviewer.post(REWORD, { ...kept, seen: '3', reason: 'Again.' });
    expect([same.status, same.text]).toEqual([400, expect.stringContaining('Nothing is different')]);
  });

  test('a stage stands with its reason, is named as the office’s, and earlier days stay', async () => {
    const earlier = (await getPage(`${server.url}/recommendations/DAT-2?asAt=2026-11-19`)).text;
    const answer = await visitors.reviewer.post(JUDGE, fieldsOf(JUDGE));
    expect([answer.status, answer.location]).toEqual([302, '/recommendations/DAT-2?done=judged']);
    // The compilers judged on a later day, so that judgement still stands.
    const later = { ...fieldsOf(JUDGE), seen: '2', ...date('judgedOn', '23 11 2026') };
    expect((await visitors.reviewer.post(JUDGE, later)).status).toBe(302);
    const page = await getPage(`${server.url}/recommendations/DAT-2`);
    expect(page.text).toMatch(/Not started The board agreed\. Judged by strategy office, 23 November 2026/);
    expect((await getPage(`${server.url}/`)).text).toContain('for 1 recommendation, of the strategy office');
    expect((await getPage(`${server.url}/recommendations/DAT-2?asAt=2026-11-19`)).text).toBe(earlier);
    const changes = await getPage(`${server.url}/changes?subject=DAT-2`);
    expect(changes.text).toMatch(
      /A stage was judged DAT-2 .*Not started, judged by strategy office on 20 November 2026/,
    );
  });
});
