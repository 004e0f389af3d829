import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableNamed, wordsOf } from '../helpers/html.ts';
import { type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { giveTo, makePost } from '../helpers/posts.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

type Who = 'signed out' | 'internal reader' | 'reviewer' | 'administrator';

let server: RunningServer;
const visitors = {} as Record<Who, Visitor>;
let holder: SignedInVisitor;
let office: SignedInVisitor;
/** Number of the posts of this file, so that each has a title of its own. */
let made = 0;

beforeAll(async () => {
  server = await startServer();
  office = await signedInAs(server, 'reviewer', 'Rosalind Reviewer');
  holder = await signedInAs(server, 'internal reader', 'Henry Secretholder');
  visitors['signed out'] = visitor(server);
  visitors['internal reader'] = holder;
  visitors.reviewer = office;
  visitors.administrator = await signedInAs(server, 'administrator', 'Mary Somerville');
});
afterAll(() => server?.stop());

const everything = () =>
  withDatabase(server, async (db) => {
    const tables = ['change', 'post', 'post_holder', 'ownership'];
    return JSON.stringify(await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(db))));
  });

/** A post of NHS England held by Henry since 1 April 2026, and what it owns; the address of its page. */
async function subject(owns: string[] = []): Promise<{ id: number; path: string; title: string }> {
  made += 1;
  const title = `Director of Trials ${made}`;
  const id = await withDatabase(server, async (db) => {
    const post = await makePost(db, office.person, { title, person: holder.person.id });
    if (owns.length > 0) await giveTo(db, office.person, { post, recommendations: owns });
    return post;
  });
  return { id, title, path: `/posts/${id}` };
}

const dayOf = (day: string, month: string, year = '2026') => ({
  'fromOn.day': day,
  'fromOn.month': month,
  'fromOn.year': year,
});
const added = (title: string) => ({ title, organisation: 'OLS' });
/** The open holding of a post, as its form carries it. */
const seenIn = async (path: string) =>
  /name="seen" value="(\d+)"/.exec((await office.get(`${path}?do=hand-over`)).html)?.[1] ?? '';

/** The words of the error summary. */
const problemsIn = ({ html }: { html: string }) =>
  wordsOf(/<div class="govuk-error-summary".*?<\/ul>/s.exec(html)?.[0] ?? '');

describe('who may see what', () => {
  test('everybody reads the posts; names of holders are for people who are signed in', async () => {
    const post = await subject(['SKI-1']);
    for (const [who, browser] of Object.entries(visitors))
      for (const path of ['/posts', post.path, '/recommendations/SKI-1', '/changes']) {
        const page = await browser.get(path);
        expect([who, path, page.status, page.html.includes('Secretholder')]).toEqual([
          ...[who, path, 200, who !== 'signed out'],
        ]);
        if (who === 'signed out') expect(page.text).toContain(post.title);
      }
  });

  test('forms are for those who may use them', async () => {
    const post = await subject(['SKI-2']);
    for (const [who, browser] of Object.entries(visitors)) {
      const mayUse = who === 'reviewer' || who === 'administrator';
      const pages = [await browser.get('/posts'), await browser.get(`${post.path}?do=give`)];
      for (const { html, status } of pages)
        expect([who, status, /<form method="post" action="\/posts/.test(html)]).toEqual([who, 200, mayUse]);
    }
  });

  test('a post that is not there: 404 in words', async () => {
    for (const id of ['999', '0', 'x', '-1', '1.5', '99999999999999999999'])
      for (const browser of [visitors['signed out'], office]) {
        const page = await browser.get(`/posts/${id}`);
        expect([id, page.status, page.text]).toEqual([
          id,
          404,
          expect.stringContaining(`There is no post with the code “${id}”`),
        ]);
      }
    expect(
      (
        await office.post('/posts/999', {
          act: 'pass-on',
          to: 'none',
          'recommendations.DAT-1': 'yes',
          ...dayOf('1', '11'),
        })
      ).status,
    ).toBe(404);
    expect((await office.get('/posts/1?do=burn')).text).toContain('“burn” is not something that can be done here');
  });
});

describe('who may do what', () => {
  const ACTS: [string, (post: { path: string; title: string }, seen: string) => [string, Record<string, string>]][] = [
    ['add a post', ({ title }) => ['/posts', added(`Beside ${title}`)]],
    ['hand over', ({ path }, seen) => [path, { act: 'hand-over', seen, person: 'vacant', ...dayOf('1', '11') }]],
    [
      'give',
      ({ path }) => [path, { act: 'give', role: 'contributor', 'recommendations.GRO-2': 'yes', ...dayOf('1', '11') }],
    ],
    [
      'pass on',
      ({ path }) => [path, { act: 'pass-on', to: 'none', 'recommendations.GRO-1': 'yes', ...dayOf('1', '11') }],
    ],
  ];
  const REFUSALS: [Who, number][] = [
    ['signed out', 302],
    ['internal reader', 403],
  ];

  test.each(ACTS)('%s', async (_, act) => {
    const post = await subject();
    await withDatabase(server, (db) =>
      giveTo(db, office.person, { post: post.id, recommendations: ['GRO-1'], role: 'contributor' }),
    );
    const seen = await seenIn(post.path);
    const before = await everything();
    for (const [who, status] of REFUSALS) {
      const answer = await visitors[who].post(...act(post, seen));
      expect([who, answer.status]).toEqual([who, status]);
      if (status === 302) expect(answer.location).toMatch(/^\/sign-in\?next=%2Fposts/);
      else expect(answer.text).toContain('Nothing was saved');
      expect(await everything()).toBe(before);
    }
    for (const who of ['reviewer', 'administrator'] as const) {
      const own = await subject();
      await withDatabase(server, (db) =>
        giveTo(db, office.person, { post: own.id, recommendations: ['GRO-1'], role: 'contributor' }),
      );
      const answer = await visitors[who].post(...act(own, await seenIn(own.path)));
      expect([who, answer.status, answer.location]).toEqual([who, 302, expect.stringMatching(/^\/posts\/\d+/)]);
    }
  });
});

describe('what was done', () => {
  test('a post is added, given recommendations, handed over and stands on the pages', async () => {
    const person = String(holder.person.id);
    const { location } = await office.post('/posts', {
      ...added('Head of Regulation'),
      holder: person,
      ...dayOf('1', '4'),
    });
    const path = location ?? '';
    const gift = { act: 'give', role: 'owner', 'recommendations.REG-1': 'yes', 'recommendations.REG-2': 'yes' };
    expect((await office.post(path, { ...gift, ...dayOf('1', '4') })).location).toBe(`${path}?done=give`);
    const next = await signedInAs(server, 'internal reader', 'Nora Next');
    const seen = await seenIn(path);
    const over = { act: 'hand-over', seen, person: String(next.person.id), ...dayOf('1', '11') };
    expect((await office.post(path, over)).location).toBe(`${path}?done=hand-over`);
    const page = await office.get(path);
    expect(tableNamed(page, 'Who holds the post')).toEqual([
      ['Nora Next', 'Now', '1 November 2026', 'No end'],
      ['Henry Secretholder', 'Over', '1 April 2026', '1 November 2026'],
    ]);
    expect(tableNamed(page, 'What it answers for').map(([what = '', ...rest]) => [what.slice(0, 5), ...rest])).toEqual([
      ['REG-1', 'Owner', 'Now', '1 April 2026', 'No end'],
      ['REG-2', 'Owner', 'Now', '1 April 2026', 'No end'],
    ]);
    expect((await next.get('/recommendations/REG-1')).text).toContain(
      'Answers for the return Owner: Head of Regulation , Office for Life Sciences (Nora Next)',
    );
    expect((await next.get('/recommendations/REG-1?asAt=2026-10-31')).text).toContain('(Henry Secretholder)');
    expect((await next.get('/recommendations/REG-1?asAt=2026-03-31')).text).toContain(
      'No post is recorded for this day.',
    );
    expect((await office.get('/recommendations/XCUT-1')).text).toContain('No post yet. Choose the post');
    expect(tableNamed(await office.get('/posts'), 'Posts by organisation')).toContainEqual([
      ...['Head of Regulation', 'Office for Life Sciences', 'Nora Next', '2', '0'],
    ]);
  });

  test('taking what another post owns is asked about first, with what was typed kept; then done', async () => {
    const before = await subject(['DAT-1', 'DAT-2']);
    const taker = await subject();
    const gift = { act: 'give', role: 'owner', 'recommendations.DAT-1': 'yes', why: 'New duties', ...dayOf('1', '11') };
    const stored = await everything();
    const asked = await office.post(`${taker.path}?do=give`, gift);
    expect([asked.status, await everything()]).toEqual([409, stored]);
    expect(asked.text).toContain(`DAT-1: ${before.title} (NHS England) is its owner from 1 April 2026`);
    expect(asked.html).toMatch(/<input(?=[^>]*name="recommendations.DAT-1")(?=[^>]*checked)/);
    expect(asked.text).toContain('New duties');
    const [, confirmed = ''] = /name="(confirmed\.\d+)"/.exec(asked.html) ?? [];
    expect((await office.post(taker.path, { ...gift, [confirmed]: 'yes' })).status).toBe(302);
    const rows = tableNamed(await office.get(before.path), 'What it answered for earlier');
    expect(rows.map((row) => row.slice(1))).toEqual([['Owner', 'Over', '1 April 2026', '1 November 2026']]);
    expect((await office.get('/changes')).text).toContain(
      `From 1 November 2026: ${taker.title} (NHS England) becomes owner of DAT-1; ${before.title} (NHS England) stops being owner of DAT-1. New duties`,
    );
  });

  test('passed on many at once to a post of another organisation', async () => {
    const from = await subject(['SCI-1', 'SCI-2', 'SCI-3']);
    const { location } = await office.post('/posts', added('Head of Science'));
    const to = /\d+/.exec(location ?? '')?.[0] ?? '';
    const chosen = { 'recommendations.SCI-1': 'yes', 'recommendations.SCI-3': 'yes' };
    await office.post(from.path, { act: 'pass-on', to, ...chosen, ...dayOf('1', '11') });
    const codes = (rows: string[][]) => rows.map(([what = '']) => what.split(' ')[0]);
    expect(codes(tableNamed(await office.get(`/posts/${to}`), 'What it answers for'))).toEqual(['SCI-1', 'SCI-3']);
    expect(codes(tableNamed(await office.get(from.path), 'What it answers for'))).toEqual(['SCI-2']);
  });

  test('two people at once: the second is told, and nothing typed is lost', async () => {
    const post = await subject();
    const seen = await seenIn(post.path);
    const over = { act: 'hand-over', seen, person: 'vacant', why: 'She retires', ...dayOf('1', '11') };
    const answers = await Promise.all([
      office.post(`${post.path}?do=hand-over`, over),
      visitors.administrator.post(`${post.path}?do=hand-over`, over),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
    const told = answers.find(({ status }) => status === 409);
    expect(told?.text).toContain('Somebody else handed this post over while you were writing');
    expect(told?.text).toContain('She retires');
    const both = [office, visitors.administrator].map((who) => who.post('/posts', added('Head of Twins')));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([302, 409]);
  });
});

describe('bad input', () => {
  const PAST = dayOf('31', '3');
  test.each<[string, Record<string, string>, string]>([
    ['no title', { organisation: 'OLS', title: ' ' }, 'Enter the title of the post'],
    ['no organisation', { title: 'Kept title', organisation: '' }, 'Choose the organisation'],
    [
      'an organisation that is not there',
      { title: 'Kept title', organisation: 'NONE' },
      'Choose an organisation from the list',
    ],
    [
      'a person that is no number',
      { ...added('Kept title'), holder: "1' or 1=1", ...PAST },
      'Choose a person from the list',
    ],
    ['a person who is not there', { ...added('Kept title'), holder: '999', ...PAST }, 'There is no such person'],
    ['a holder without a day', { ...added('Kept title'), holder: '1' }, 'The first day must include a year'],
    [
      'a day that does not exist',
      { ...added('Kept title'), holder: '1', ...dayOf('31', '2') },
      'The first day must be a day that exists',
    ],
    [
      'a month alone',
      { ...added('Kept title'), holder: '1', ...dayOf('', '2') },
      'The first day must include a day and a month',
    ],
  ])('adding a post with %s', async (_, fields, words) => {
    const before = await everything();
    const answer = await office.post('/posts', fields);
    expect([answer.status, problemsIn(answer)]).toEqual([400, expect.stringContaining(words)]);
    expect(answer.html).toContain('<title>Error: ');
    if (fields.title === 'Kept title') expect(answer.html).toContain('value="Kept title"');
    expect(await everything()).toBe(before);
  });

  const GIFT = { act: 'give', role: 'owner', 'recommendations.NHS-1': 'yes', why: 'Kept reason' };
  const OVER = { act: 'hand-over', person: 'vacant', why: 'Kept reason' };
  const PASS = { act: 'pass-on', to: 'none', 'recommendations.NHS-2': 'yes', why: 'Kept reason' };
  test.each<[string, Record<string, string>, string]>([
    [
      'giving nothing',
      { act: 'give', role: 'owner', why: 'Kept reason', ...PAST },
      'Choose at least one recommendation',
    ],
    [
      'giving what is not there',
      { ...GIFT, 'recommendations.NHS-99': 'yes', ...PAST },
      'Choose recommendations from the list',
    ],
    ['giving in no role', { ...GIFT, role: 'king', ...PAST }, 'Choose what the post is to them'],
    ['giving without a day', GIFT, 'The day must include a year'],
    ['giving long before the strategy', { ...GIFT, ...dayOf('1', '1', '1066') }, 'when the strategy was published'],
    ['handing over to nobody chosen', { ...OVER, person: '', ...dayOf('1', '11') }, 'Choose who holds the post next'],
    [
      'handing over to somebody who is not there',
      { ...OVER, person: '999', ...dayOf('1', '11') },
      'There is no such person',
    ],
    [
      'handing over before the holder came',
      { ...OVER, ...PAST },
      'Henry Secretholder holds the post from 1 April 2026',
    ],
    [
      'passing on to no post chosen',
      { ...PASS, to: '', ...dayOf('1', '11') },
      'Choose the post that answers for them next',
    ],
    ['passing on to a post that is not there', { ...PASS, to: '999', ...dayOf('1', '11') }, 'There is no such post'],
    [
      'passing on what it has not',
      { ...PASS, 'recommendations.NHS-3': 'yes', ...dayOf('1', '11') },
      'Somebody else ended or passed on',
    ],
    ['ending before it began', { ...PASS, ...PAST }, 'from 1 April 2026. Choose that day or a later one'],
    ['an act of no kind', { act: 'burn' }, 'Choose what to do from the links on this page'],
    [
      'a name that reaches into the program',
      { ...GIFT, 'recommendations.__proto__': 'yes' },
      'The day must include a year',
    ],
  ])('%s', async (_, fields, words) => {
    const post = await subject();
    await withDatabase(server, (db) =>
      giveTo(db, office.person, { post: post.id, recommendations: ['NHS-2'], role: 'contributor' }),
    );
    const sent = fields.act === 'hand-over' ? { ...fields, seen: await seenIn(post.path) } : fields;
    const before = await everything();
    const answer = await office.post(`${post.path}?do=${fields.act === 'burn' ? 'give' : fields.act}`, sent);
    expect([answer.status, problemsIn(answer)]).toEqual([
      words.startsWith('Somebody') ? 409 : 400,
      expect.stringContaining(words),
    ]);
    if (fields.why) expect(answer.html).toContain('Kept reason');
    expect(await everything()).toBe(before);
  });
});
