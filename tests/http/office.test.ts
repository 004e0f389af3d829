import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENDED, makeCommissioned, UNDER_WAY } from '../helpers/commissioned.ts';
import { getPage, tableNamed } from '../helpers/html.ts';
import { cookieFor, type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { formFields, type Visitor, visitor } from '../helpers/visitor.ts';

type Who = 'signed out' | 'internal reader' | 'owner' | 'reviewer' | 'administrator';

const PAGE = `/quarters/${ENDED}/office`;

let server: RunningServer;
let reviewer: SignedInVisitor;
let administrator: SignedInVisitor;
const visitors = {} as Record<Who, Visitor>;

beforeAll(async () => {
  server = await startServer();
  administrator = await signedInAs(server, 'administrator', 'Mary Somerville');
  reviewer = await signedInAs(server, 'reviewer', 'Rosalind Franklin');
  const owner = await signedInAs(server, 'internal reader', 'Grace Hopper');
  visitors['signed out'] = visitor(server);
  visitors['internal reader'] = await signedInAs(server, 'internal reader', 'Edmond Reader');
  visitors.owner = owner;
  visitors.reviewer = reviewer;
  visitors.administrator = administrator;
  await withDatabase(server, (db) =>
    makeCommissioned(db, { quarter: ENDED, office: reviewer.person, owner: owner.person }),
  );
});
afterAll(async () => {
  await server?.stop({ expectErrors: true });
  // Asking for data by `?_data=` is answered, with a warning of Remix in the log; any other error is a fault.
  const errors = server?.output().match(/^.*Error\b.*$/gm) ?? [];
  expect(errors.filter((line) => !line.includes('should not be making ?_data requests'))).toEqual([]);
});

/** Everything about the office's words that the database holds. */
const everything = () =>
  withDatabase(server, async (db) => {
    const tables = ['change', 'assessment', 'clearance', 'steer', 'steer_done'];
    return JSON.stringify(await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(db))));
  });
const idOfSteer = (words: string) =>
  withDatabase(server, async (db) => {
    const { id } = await db.selectFrom('steer').select('id').where('words', '=', words).executeTakeFirstOrThrow();
    return String(id);
  });

const ASSESS = { act: 'assess', seen: '0', words: 'Delivery is mixed.' };
const day = (name: string, text: string) => {
  const [d = '', m = '', y = ''] = text.split(' ');
  return { [`${name}.day`]: d, [`${name}.month`]: m, [`${name}.year`]: y };
};
const CLEAR = { act: 'clear', role: 'Director', ...day('clearedOn', '20 11 2026'), comment: 'With two edits' };
const STEER = {
  act: 'steer',
  fromWhom: 'The board',
  words: 'Bring a plan',
  owner: 'Director of Data',
  recommendation: 'DAT-1',
  ...day('due', '11 11 2026'),
};
const DONE = { act: 'done', steer: '1', ...day('doneOn', '21 11 2026'), words: 'Plan sent' };

/** What only signed-in readers may see, each in one place of the office's words. */
const SECRETS = { assessment: 'zzassessment', comment: 'zzcomment', role: 'zzrole', steer: 'zzsteer', done: 'zzdone' };
const anySecret = /zz(assessment|comment|role|steer|done)/;

describe('who may see the page', () => {
  test.each<[Who, number]>([
    ['signed out', 302],
    ['internal reader', 200],
    ['owner', 200],
    ['reviewer', 200],
    ['administrator', 200],
  ])('%s: %i', async (who, status) => {
    expect((await visitors[who].get(PAGE)).status).toBe(status);
  });

  test('signed out leads to signing in and back; what is no quarter is not there', async () => {
    const answer = await fetch(`${server.url}${PAGE}?do=assess`, { redirect: 'manual' });
    expect(answer.headers.get('Location')).toBe(`/sign-in?next=${encodeURIComponent(`${PAGE}?do=assess`)}`);
    for (const quarter of ['2026-27-Q4', '2016-17-Q1', 'x'])
      expect((await visitors.reviewer.get(`/quarters/${quarter}/office`)).status).toBe(404);
    expect((await visitors.reviewer.get(`${PAGE}?do=delete`)).status).toBe(400);
  });

  test('forms are for the office alone', async () => {
    for (const [who, forms] of [
      ['internal reader', 0],
      ['owner', 0],
      ['reviewer', 1],
      ['administrator', 1],
    ] as const)
      for (const act of ['assess', 'clear', 'steer'])
        expect([
          who,
          (await visitors[who].get(`${PAGE}?do=${act}`)).html.split(`name="act" value="${act}"`).length - 1,
        ]).toEqual([who, forms]);
  });
});

describe('who may do what', () => {
  test.each([
    ['assess', ASSESS],
    ['clear', CLEAR],
    ['steer', STEER],
    ['done', DONE],
  ])('%s: refused in words to everybody but the office, and what was typed is kept', async (_, fields) => {
    const before = await everything();
    const out = await visitors['signed out'].post(PAGE, fields);
    expect([out.status, out.text]).toEqual([403, expect.stringContaining('You are signed out, so nothing was saved')]);
    expect(out.html).toContain(`${Object.values(fields).at(-1)}`);
    for (const who of ['internal reader', 'owner'] as const) {
      const page = await visitors[who].post(PAGE, fields);
      expect([who, page.status]).toEqual([who, 403]);
      expect(page.text).toMatch(/an internal reader, and may not write the office’s words. Nothing was saved/);
    }
    expect(await everything()).toBe(before);
  });

  test('allowed to reviewers and administrators', async () => {
    for (const [who, i] of [
      ['reviewer', '0'],
      ['administrator', '1'],
    ] as const) {
      const asked = { ...STEER, words: `Asked by ${who}` };
      for (const [act, fields] of Object.entries({
        assess: { ...ASSESS, seen: i, words: `Words of the ${who}.` },
        clear: { ...CLEAR, role: `Cleared for ${who}` },
        steer: asked,
      })) {
        const answer = await visitors[who].post(PAGE, fields);
        expect([act, answer.status, answer.location]).toEqual([act, 302, `${PAGE}?done=${act}`]);
      }
      const answer = await visitors[who].post(PAGE, { ...DONE, steer: await idOfSteer(asked.words) });
      expect([answer.status, answer.location]).toEqual([302, `${PAGE}?done=done`]);
    }
    const page = await visitors['internal reader'].get(PAGE);
    expect(page.text).toContain('Words of the administrator. By Mary Somerville for the strategy office');
    expect(page.text).toContain('Version 2: 4 words of at most 150.');
    expect(page.text).toMatch(/Earlier versions \(1\) Version 1: Rosalind Franklin.* Words of the reviewer\./);
    expect(tableNamed(page, 'Clearance log')).toContainEqual([
      'Cleared for reviewer',
      '20 November 2026',
      'With two edits',
      'Rosalind Franklin',
    ]);
    expect(tableNamed(page, 'Steers and actions raised in the quarter')[0]).toEqual([
      'Asked by reviewer About DAT-1 . Recorded by Rosalind Franklin.',
      'The board',
      'Director of Data',
      '11 November 2026',
      'Done 10 days late On 21 November 2026. Plan sent',
    ]);
  });

  test('a quarter that takes no words refuses them, in words', async () => {
    const before = await everything();
    for (const [quarter, words] of [
      ['2019-20-Q3', 'October to December 2019 was never commissioned'],
      [UNDER_WAY, 'October to December 2026 has not been commissioned yet'],
    ]) {
      const path = `/quarters/${quarter}/office`;
      expect((await reviewer.get(path)).text).toContain(words);
      expect((await reviewer.get(`${path}?do=assess`)).html).not.toContain('name="act"');
      for (const fields of [ASSESS, CLEAR, STEER]) {
        const answer = await reviewer.post(path, fields);
        expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(words ?? '')]);
      }
    }
    expect(await everything()).toBe(before);
  });
});

describe('bad input', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['151 words', { ...ASSESS, words: 'word '.repeat(151) }, 'It has 151: take out 1 word', 'word word'],
    ['no words', { ...ASSESS, words: ' ' }, 'Enter the assessment', 'value="assess"'],
    ['no role', { ...CLEAR, role: '' }, 'Enter the role of whoever cleared it', 'With two edits'],
    ['a day to come', { ...CLEAR, ...day('clearedOn', '24 11 2026') }, 'must be today or in the past', 'value="24"'],
    [
      'a day that is not there',
      { ...CLEAR, ...day('clearedOn', '31 9 2026') },
      'must be a day that exists',
      'value="31"',
    ],
    ['no day', { ...CLEAR, ...day('clearedOn', ' 11 2026') }, 'must include a day and a month', 'value="2026"'],
    ['nobody who asked', { ...STEER, fromWhom: '' }, 'Enter who asked for it', 'Bring a plan'],
    ['no owner', { ...STEER, owner: '' }, 'Enter who is to do it', 'Bring a plan'],
    [
      'another recommendation',
      { ...STEER, recommendation: 'DAT-99' },
      'Choose a recommendation from the list',
      'Bring a plan',
    ],
    ['a due date long ago', { ...STEER, ...day('due', '1 1 2020') }, 'must be on or after 1 July 2026', 'Bring a plan'],
    ['a long text', { ...STEER, words: 'x'.repeat(1001) }, 'must be 1,000 characters or fewer', 'xxx'],
    ['a steer that is not there', { ...DONE, steer: '999' }, 'There is no such steer', 'Plan sent'],
  ])('%s is answered 400, and what was typed is kept', async (_, fields, message, kept) => {
    const before = await everything();
    const page = await reviewer.post(`${PAGE}?do=${fields['act']}`, fields);
    expect([page.status, page.text]).toEqual([400, expect.stringContaining(message)]);
    expect(page.html).toContain('<title>Error: The office’s words');
    expect(page.html).toContain(kept);
    expect(await everything()).toBe(before);
  });

  test('forged forms change nothing and are no error of the program', async () => {
    const before = await everything();
    const forged: Record<string, string>[] = [
      {},
      { act: 'delete' },
      { act: '__proto__' },
      { act: 'assess' },
      { ...ASSESS, seen: 'x' },
      { ...ASSESS, seen: '-1' },
      { act: 'done' },
      { ...DONE, steer: '1e99' },
      { ...DONE, steer: "1'; drop table steer" },
      { act: 'clear', clearedOn: '2026-11-20', role: 'x' },
    ];
    for (const fields of forged) expect([fields, (await reviewer.post(PAGE, fields)).status]).toEqual([fields, 400]);
    expect((await reviewer.post('/quarters/x/office', ASSESS)).status).toBe(404);
    expect((await reviewer.post('/quarters/2026-27-Q4/office', ASSESS)).status).toBe(404);
    expect(await everything()).toBe(before);
  });

  test('a form that another site makes the browser send is refused', async () => {
    const before = await everything();
    const cookie = await cookieFor(server, reviewer.person);
    for (const origin of ['https://evil.example', 'null']) {
      const init = { method: 'POST', body: new URLSearchParams(STEER), headers: { Cookie: cookie, Origin: origin } };
      expect((await fetch(server.url + PAGE, { ...init, redirect: 'manual' })).status).toBe(403);
    }
    expect(await everything()).toBe(before);
  });
});

describe('two people at once', () => {
  test('on the assessment: both texts side by side, and the second can then save one out of both', async () => {
    const seen = formFields(await reviewer.get(`${PAGE}?do=assess`), 'form')['seen'] ?? '';
    await reviewer.post(PAGE, { ...ASSESS, seen, words: 'What Rosalind wrote.' });
    // Too long first: the answer to that does not count as having seen the other text.
    const long = await administrator.post(PAGE, { ...ASSESS, seen, words: 'word '.repeat(151) });
    expect([long.status, formFields(long, 'form')['seen']]).toEqual([400, seen]);
    const before = await everything();
    const page = await administrator.post(`${PAGE}?do=assess`, { ...ASSESS, seen, words: 'What Mary wrote.' });
    expect(page.status).toBe(409);
    expect(page.text).toMatch(/Somebody else was faster Rosalind Franklin saved version \d+/);
    expect(page.text).toMatch(
      /Yours, not saved What Mary wrote\. Rosalind Franklin’s, saved as version \d+ What Rosalind wrote\./,
    );
    expect(page.html).toMatch(/<textarea[^>]*>What Mary wrote\.<\/textarea>/);
    expect(await everything()).toBe(before);
    const again = await administrator.post(PAGE, { ...formFields(page, 'form'), words: 'What both wrote.' });
    expect(again.status).toBe(302);
    expect((await reviewer.get(PAGE)).text).toMatch(/What both wrote\. By Mary Somerville.*What Rosalind wrote\./);
  });

  test('on one steer: the second is told who did it, and their words are kept', async () => {
    await reviewer.post(PAGE, { ...STEER, words: 'Do it once' });
    const steer = await idOfSteer('Do it once');
    await reviewer.post(PAGE, { ...DONE, steer });
    const before = await everything();
    const page = await administrator.post(`${PAGE}?do=done&steer=${steer}`, { ...DONE, steer, words: 'I did it too' });
    expect([page.status, page.text]).toEqual([
      409,
      expect.stringContaining('Rosalind Franklin has marked this as done already, on 21 November 2026: Plan sent'),
    ]);
    expect(page.html).toContain('I did it too');
    expect(await everything()).toBe(before);
  });

  test('recording the same thing twice stores it once', async () => {
    await reviewer.post(PAGE, { ...CLEAR, role: 'Pressed twice' });
    await reviewer.post(PAGE, { ...STEER, words: 'Pressed twice' });
    const before = await everything();
    expect((await reviewer.post(PAGE, { ...CLEAR, role: 'Pressed twice' })).status).toBe(409);
    expect((await reviewer.post(PAGE, { ...STEER, words: 'Pressed twice' })).status).toBe(409);
    expect(await everything()).toBe(before);
  });
});

describe('what the office wrote', () => {
  beforeAll(async () => {
    const seen = formFields(await reviewer.get(`${PAGE}?do=assess`), 'form')['seen'] ?? '';
    await reviewer.post(PAGE, { ...ASSESS, seen, words: `Delivery is ${SECRETS.assessment}.` });
    await reviewer.post(PAGE, { ...CLEAR, role: SECRETS.role, comment: SECRETS.comment });
    await reviewer.post(PAGE, {
      ...STEER,
      words: `Open ${SECRETS.steer}`,
      fromWhom: SECRETS.steer,
      owner: SECRETS.steer,
    });
    await reviewer.post(PAGE, { ...STEER, words: `Done ${SECRETS.steer}` });
    const steer = await idOfSteer(`Done ${SECRETS.steer}`);
    await reviewer.post(PAGE, { ...DONE, steer, words: SECRETS.done });
  });

  const ROUTES: [string, string][] = [
    ['/', 'routes/_index'],
    ['/quarters', 'routes/quarters._index'],
    [`/quarters/${ENDED}`, 'routes/quarters.$quarter._index'],
    [`/quarters/${ENDED}?audience=board`, 'routes/quarters.$quarter._index'],
    [`/quarters/${ENDED}?audience=ministers`, 'routes/quarters.$quarter._index'],
    [`/quarters/${UNDER_WAY}`, 'routes/quarters.$quarter._index'],
    [PAGE, 'routes/quarters.$quarter.office'],
    [`/quarters/${UNDER_WAY}/office`, 'routes/quarters.$quarter.office'],
    [`${PAGE}?do=done&steer=1`, 'routes/quarters.$quarter.office'],
    ['/changes', 'routes/changes'],
    ['/changes?kind=steer+recorded', 'routes/changes'],
    ['/changes?subject=DAT-1', 'routes/changes'],
    ...Object.values(SECRETS).map((secret): [string, string] => [`/search?q=${secret}`, 'routes/search']),
    ['/recommendations/DAT-1', 'routes/recommendations.$code._index'],
    ['/recommendations/DAT-1/history', 'routes/recommendations.$code.history'],
    ['/themes/DAT', 'routes/themes.$theme'],
  ];
  const FILES = [
    `/quarters/${ENDED}/summary.csv`,
    `/quarters/${ENDED}/summary.json`,
    `/quarters/${ENDED}/summary.json?audience=board`,
    `/quarters/${ENDED}/summary.json?audience=ministers`,
    '/milestones.csv',
    '/recommendations.csv',
    '/figures/status-over-time.csv',
  ];
  /** Search answers with the words that were searched for. */
  const withoutQuery = (path: string, text: string) => {
    const q = new URLSearchParams(path.split('?')[1]).get('q');
    return q ? text.replaceAll(q, '') : text;
  };

  test.each(ROUTES)('is never in %s for signed-out readers, nor in its data', async (path, route) => {
    const join = path.includes('?') ? '&' : '?';
    const [pathname = '', search = ''] = path.split('?');
    const data = `${pathname === '/' ? '/_root' : pathname}.data?${search}`;
    for (const asked of [path, data, `${path}${join}_data=${encodeURIComponent(route)}`, `${path}${join}_data=root`]) {
      const answers = [await getPage(server.url + asked)];
      // As a browser asks again after it sent a form.
      answers.push(
        await getPage(server.url + asked, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
      );
      for (const page of answers) {
        expect([asked, page.status]).not.toEqual([asked, 500]);
        expect(withoutQuery(path, page.html), asked).not.toMatch(anySecret);
      }
    }
  });

  test.each(FILES)('is never in the file %s', async (path) => {
    expect((await getPage(server.url + path)).html).not.toMatch(anySecret);
  });

  test('is not in what a signed-out reader is answered who sends a form', async () => {
    for (const fields of [ASSESS, CLEAR, STEER, DONE])
      expect((await visitors['signed out'].post(PAGE, fields)).html).not.toMatch(anySecret);
  });

  test('is not in the list of changes for signed-out readers, and named without its words for others', async () => {
    const out = await visitors['signed out'].get('/changes');
    const inside = await visitors['internal reader'].get('/changes');
    for (const words of [
      'The assessment of a quarter was written',
      'A clearance was recorded',
      'A steer or action was',
    ]) {
      expect(out.html).not.toContain(words);
      expect(inside.text).toContain(words);
    }
    expect(inside.html).toContain(`href="/quarters/${ENDED}"`);
    expect(inside.html).not.toMatch(anySecret);
  });

  test('stands on the overview and the quarter’s page for signed-in readers, today', async () => {
    const overview = await visitors['internal reader'].get('/');
    expect(overview.text).toMatch(
      /Where we are The office’s assessment of July to September 2026 Delivery is zzassessment\. By Rosalind Franklin.*Not published\./,
    );
    expect(overview.text).toMatch(
      /Steers and actions \(not published\).* Open zzsteer 12 days late\. Asked for by zzsteer/,
    );
    expect(overview.text).not.toContain('Done zzsteer');
    const quarter = await visitors['internal reader'].get(`/quarters/${ENDED}`);
    expect(quarter.text).toMatch(/Our assessment Delivery is zzassessment\. Rosalind Franklin.*Cleared by zzrole/);
    expect(quarter.text).toMatch(/Steers and actions .*Open zzsteer.* 12 days late/);
    expect(quarter.html).toContain(`href="${PAGE}"`);
    for (const path of ['/?asAt=2026-11-22', '/quarters/2019-20-Q3'])
      expect((await visitors['internal reader'].get(path)).html).not.toMatch(anySecret);
  });

  test('is carried to the page of the quarter under way, where it can be marked as done', async () => {
    const path = `/quarters/${UNDER_WAY}/office`;
    const page = await reviewer.get(path);
    const rows = tableNamed(page, 'Steers and actions carried from earlier quarters');
    expect(rows.map(([what]) => what)).toContainEqual(
      expect.stringContaining('Open zzsteer About DAT-1 . Carried from July to September 2026.'),
    );
    const steer = await idOfSteer(`Open ${SECRETS.steer}`);
    expect(page.html).toContain(`href="${path}?do=done&amp;steer=${steer}#form"`);
    const form = await reviewer.get(`${path}?do=done&steer=${steer}`);
    const answer = await reviewer.post(path, {
      ...formFields(form, 'form'),
      ...day('doneOn', '22 11 2026'),
      words: 'x',
    });
    expect([answer.status, answer.location]).toEqual([302, `${path}?done=done`]);
    expect((await reviewer.get('/')).text).not.toContain('Open zzsteer');
  });
});
