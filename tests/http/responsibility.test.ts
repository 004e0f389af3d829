import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCsv, getPage, type Page, wordsOf } from '../helpers/html.ts';
import { signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

type Who = 'signed out' | 'internal reader' | 'reviewer' | 'administrator';

let server: RunningServer;
const visitors = {} as Record<Who, Visitor>;

beforeAll(async () => {
  server = await startServer();
  visitors['signed out'] = visitor(server);
  visitors['internal reader'] = await signedInAs(server, 'internal reader');
  visitors.reviewer = await signedInAs(server, 'reviewer', 'Rosalind Reviewer');
  visitors.administrator = await signedInAs(server, 'administrator', 'Mary Somerville');
});
afterAll(() => server?.stop());

const FORM = '/organisations/BEIS?do=pass-on';
const stored = () =>
  withDatabase(server, async (db) => {
    const rows = [await sql`select * from responsibility`.execute(db), await sql`select * from change`.execute(db)];
    return JSON.stringify(rows);
  });

/** The form filled in, with some recommendations ticked. */
const sent = (codes: string[], fields: Record<string, string> = {}): Record<string, string> => ({
  ...{ to: 'DSIT', 'fromOn.day': '7', 'fromOn.month': '2', 'fromOn.year': '2023' },
  ...{ basis: 'stated', why: 'The department was split', source: '' },
  ...Object.fromEntries(codes.map((code) => [`recommendations.${code}`, 'yes'])),
  ...fields,
});

const problemsIn = ({ html }: { html: string }) =>
  wordsOf(/<div class="govuk-error-summary".*?<\/ul>/s.exec(html)?.[0] ?? '');
/** The words from a heading of the page to the next. */
const under = ({ html }: Page, heading: string) =>
  wordsOf(html.split('<h2').find((part) => part.replace(/^[^>]*>/, '').startsWith(heading)) ?? '');

describe('who may pass responsibility on', () => {
  test('the form is for those who may use it', async () => {
    for (const [who, browser] of Object.entries(visitors)) {
      const mayUse = who === 'reviewer' || who === 'administrator';
      const [page, form] = [await browser.get('/organisations/BEIS'), await browser.get(FORM)];
      expect([who, page.status, page.text.includes('Pass responsibility on')]).toEqual([who, 200, mayUse]);
      expect([who, form.status, /<form method="post" action="\/organisations/.test(form.html)]).toEqual([
        ...[who, 200, mayUse],
      ]);
    }
  });

  test('signed out, a post goes to sign-in; a reader is refused; nothing is saved', async () => {
    const before = await stored();
    const out = await visitors['signed out'].post('/organisations/BEIS', sent(['GRO-1']));
    expect([out.status, out.location]).toEqual([302, expect.stringMatching(/^\/sign-in\?next=%2Forganisations/)]);
    const refused = await visitors['internal reader'].post('/organisations/BEIS', sent(['GRO-1']));
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Nothing was saved')]);
    expect(await stored()).toBe(before);
  });

  test('an organisation that is not there, and an act of no kind', async () => {
    for (const path of ['/organisations/NONE', "/organisations/x'%20or%201=1", '/organisations/__proto__'])
      expect([path, (await visitors.reviewer.post(path, sent(['GRO-1']))).status]).toEqual([path, 404]);
    const burn = await visitors.reviewer.get('/organisations/BEIS?do=burn');
    expect([burn.status, burn.text]).toEqual([400, expect.stringContaining('“burn” is not something')]);
  });
});

describe('bad input', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no organisation', sent(['GRO-1'], { to: '' }), 'Choose the organisation that answers for them next'],
    ['one that is not there', sent(['GRO-1'], { to: 'NONE' }), 'Choose an organisation from the list'],
    ['the same', sent(['GRO-1'], { to: 'BEIS' }), 'Choose another organisation than this one'],
    ['no recommendation', sent([]), 'Choose at least one recommendation'],
    ['one that is not there', sent(['GRO-1', 'GRO-99']), 'Choose recommendations from the list'],
    ['one of another organisation', sent(['DAT-1']), 'Choose recommendations from the list'],
    ['a name that reaches into the program', sent(['__proto__']), 'Choose at least one recommendation'],
    ['no day', sent(['GRO-1'], { 'fromOn.year': '' }), 'The day must include a year'],
    ['a month alone', sent(['GRO-1'], { 'fromOn.day': '' }), 'The day must include a day and a month'],
    ['no such day', sent(['GRO-1'], { 'fromOn.day': '30' }), 'The day must be a day that exists'],
    ['a day long ago', sent(['GRO-1'], { 'fromOn.year': '1066' }), 'when the strategy was published'],
    ['a basis of no kind', sent(['GRO-1'], { basis: 'rumour' }), 'Choose whether a source states it'],
    ['no source of the record', sent(['GRO-1'], { source: 'nowhere' }), 'Choose a source from the list'],
    ['no reason', sent(['GRO-1'], { why: ' ' }), 'Enter why'],
    ['a reason without end', sent(['GRO-1'], { why: 'x'.repeat(1_001) }), 'Why must be 1,000 characters or fewer'],
  ])('%s: 400 in words, with what was typed kept', async (_, fields, words) => {
    const before = await stored();
    const answer = await visitors.reviewer.post(FORM, fields);
    expect([answer.status, problemsIn(answer)]).toEqual([400, expect.stringContaining(words)]);
    expect(answer.html).toContain('<title>Error: ');
    expect(answer.html).toContain(fields['why']?.trim());
    if (fields['recommendations.GRO-1'])
      expect(answer.html).toMatch(/<input(?=[^>]*name="recommendations.GRO-1")(?=[^>]*checked)/);
    expect(await stored()).toBe(before);
  });
});

describe('what was passed on', () => {
  test('stands on the pages, at the organisation of the time on each day, and in the downloads', async () => {
    const { reviewer, 'signed out': reader } = visitors;
    const answer = await reviewer.post(FORM, sent(['GRO-7', 'GRO-8'], { source: 'pl088' }));
    expect([answer.status, answer.location]).toEqual([302, '/organisations/BEIS?done=pass-on']);
    expect((await reviewer.get('/organisations/BEIS?done=pass-on')).text).toContain(
      'The responsibility is passed on from the day that you gave',
    );
    const beis = await getPage(`${server.url}/organisations/BEIS`);
    expect(under(beis, 'Passed on')).toMatch(
      /GRO-7 Led until 7 February 2023: passed to Department for Science, Innovation and Technology .*GRO-8 Supported until 7 February 2023: passed to/,
    );
    expect(under(beis, 'Leads')).not.toContain('GRO-7');
    const dsit = await getPage(`${server.url}/organisations/DSIT`);
    expect(under(dsit, 'Leads')).toContain('GRO-7');
    expect(under(dsit, 'Passed to it')).toContain('Lead passed to it on 7 February 2023 from Department for Business');

    const now = await reader.get('/recommendations/GRO-7');
    expect(now.text).toContain('Lead: Department for Science, Innovation and Technology');
    expect(now.text).toContain('Lead until 7 February 2023: BEIS');
    const then = await reader.get('/recommendations/GRO-7?asAt=2023-02-06');
    expect(then.text).toContain('Lead: Department for Business, Energy and Industrial Strategy');
    expect(then.text).not.toContain('Lead until');
    // A body that ended with nothing passed on is named as before.
    expect((await reader.get('/recommendations?theme=GRO')).text).toContain(
      'BEIS (at the time); now DBT, DESNZ and DSIT',
    );

    const listed = async (query: string) =>
      (await getCsv(`${server.url}/recommendations.csv?${query}`)).slice(1).map(([code]) => code);
    expect(await listed('organisation=DSIT')).toEqual(['GRO-7', 'GRO-8']);
    expect(await listed('organisation=BEIS')).not.toContain('GRO-7');
    expect(await listed('organisation=BEIS&asAt=2023-02-06')).toContain('GRO-7');
    const row = (await getCsv(`${server.url}/recommendations.csv`)).find(([code]) => code === 'GRO-7');
    expect(row?.join()).toContain('Department for Science, Innovation and Technology');

    for (const path of ['/changes', '/changes?kind=responsibility+passed', '/changes?subject=GRO-8']) {
      const { text } = await reader.get(path);
      expect(text).toContain('Responsibility passed between organisations');
      expect(text).toContain(
        'On 7 February 2023 GRO-7 (lead) and GRO-8 (supporting) pass from Department for Business',
      );
    }
    expect((await reader.get('/recommendations/GRO-8/history')).text).toContain(
      'Supporting passed from BEIS to DSIT on 7 February 2023',
    );
  });

  test('all boxes can be ticked at once', async () => {
    const { html } = await visitors.reviewer.get(`${FORM}&tick=all`);
    const boxes = html.match(/<input[^>]*name="recommendations\.[^>]*>/g) ?? [];
    expect(boxes.length).toBeGreaterThan(3);
    expect(boxes.filter((box) => !box.includes('checked'))).toEqual([]);
  });

  test('by two people at once: the second is told, and nothing typed is lost', async () => {
    const both = [visitors.reviewer, visitors.administrator];
    const answers = await Promise.all(
      both.map((who) => who.post(FORM, sent(['GRO-9', 'GRO-10'], { why: 'Kept reason' }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
    const told = answers.find(({ status }) => status === 409);
    expect(told && problemsIn(told)).toContain('Somebody else passed on GRO-9 and GRO-10 while you were writing');
    expect(told?.html).toContain('Kept reason');
  });

  test('the last that an organisation had: somebody who is late is told on the form', async () => {
    const { reviewer } = visitors;
    const left = [...(await reviewer.get(FORM)).html.matchAll(/name="recommendations\.([A-Z]+-\d+)"/g)].map(
      ([, code = '']) => code,
    );
    expect((await reviewer.post(FORM, sent(left))).status).toBe(302);
    const late = await reviewer.post(FORM, sent(left, { why: 'Kept reason' }));
    expect([late.status, late.html.includes('Kept reason')]).toEqual([409, true]);
    expect(late.text).toContain('This organisation has no recommendation to pass on');
    expect((await reviewer.get('/organisations/BEIS')).text).not.toContain('Pass responsibility on');
    expect((await reviewer.get('/organisations')).text).toContain('Department for Business, Energy');
  });
});
