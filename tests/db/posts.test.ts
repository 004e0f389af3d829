import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { addPost } from '#app/domain/posts/add-post.server.ts';
import { passOn } from '#app/domain/posts/change-ownership.server.ts';
import { type HandOver, handOver } from '#app/domain/posts/hand-over.server.ts';
import { readPostPage } from '#app/domain/posts/post-page.server.ts';
import { readPostsPage } from '#app/domain/posts/posts-page.server.ts';
import { readOwnRecommendations, readPostRoles } from '#app/domain/posts/standing.server.ts';
import { listOwners } from '#db/queries/list-owners.ts';
import { listPostHolders } from '#db/queries/list-post-holders.ts';
import type { PostRole } from '#db/tables/post.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { APRIL, acting, giveTo, makePost } from '../helpers/posts.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

let database: TestDatabase;
let office: SignedIn;
let holder: SignedIn;
let next: SignedIn;
/** A post held since 1 April 2026. */
let data: number;
/** A vacant post. */
let medtech: number;

beforeEach(async () => {
  database = await seededDatabase();
  const { db } = database;
  office = await makePerson(db, 'reviewer');
  holder = await makePerson(db, 'internal reader', { name: 'Henry Holder' });
  next = await makePerson(db, 'internal reader', { name: 'Nora Next' });
  data = await makePost(db, office, { title: 'Director of Data', person: holder.id });
  medtech = await makePost(db, office, { title: 'Head of Medtech', organisation: 'OLS' });
});
afterEach(() => database.close());

const changes = () => database.db.selectFrom('change').selectAll().orderBy('number').execute();
const newestChange = async () => (await changes()).at(-1);
const tables = async () => [
  await changes(),
  await database.db.selectFrom('post').selectAll().execute(),
  await database.db.selectFrom('postHolder').selectAll().execute(),
  await database.db.selectFrom('ownership').selectAll().execute(),
];

/** `[recommendation, role, title, holder]` of everything that counts on the day. */
const owners = async (day: string) =>
  (await listOwners(database.db, day)).map((row) => [row.recommendation, row.role, row.title, row.personName]);

const presentOf = async (post: number) =>
  (await listPostHolders(database.db, post)).find(({ untilOn }) => untilOn === null)?.id ?? 0;

async function handOverTo(person: number | null, fromOn: string, command: Partial<HandOver> = {}): Promise<void> {
  const post = command.post ?? data;
  const seen = await presentOf(post);
  await handOver(database.db, { post, person, fromOn, why: null, seen, ...command }, acting(office));
}

const pass = (recommendations: string[], to: number | null, fromOn: string, post = data) =>
  passOn(database.db, { post, to, recommendations, fromOn, why: null, confirmed: [] }, acting(office));

/** Asserts that the act is refused in words that match and that nothing at all was saved. */
async function expectRefused(act: () => Promise<unknown>, error: string, words: RegExp): Promise<void> {
  const before = await tables();
  await expect(act()).rejects.toMatchObject({ name: error, message: expect.stringMatching(words) });
  expect(await tables()).toEqual(before);
}

describe('a post', () => {
  test('is added with its first holder as one change that names no person', async () => {
    const before = (await changes()).length;
    const id = await makePost(database.db, office, { title: 'Head of Genomics', person: next.id });
    expect(await listPostHolders(database.db, id)).toMatchObject([{ person: next.id, fromOn: APRIL, untilOn: null }]);
    expect((await changes()).length).toBe(before + 1);
    expect(await newestChange()).toMatchObject({
      kind: 'post added',
      person: office.id,
      recordedAt: NOON.toISOString(),
      reason: 'Head of Genomics (NHS England), held from 1 April 2026',
    });
  });

  test('has a title of its own in its organisation, whatever the case', async () => {
    const again = { title: 'director of data', organisation: 'NHSE', holder: null };
    await expectRefused(() => addPost(database.db, again, acting(office)), 'ConflictError', /already/);
    await addPost(database.db, { ...again, organisation: 'OLS' }, acting(office));
  });

  test.each<[string, Parameters<typeof addPost>[1], RegExp]>([
    ['an unknown organisation', { title: 'X', organisation: 'NONE', holder: null }, /organisation from the list/],
    ['an unknown person', { title: 'X', organisation: 'OLS', holder: { person: 99, fromOn: APRIL } }, /no such person/],
    [
      'a day before the strategy',
      { title: 'X', organisation: 'OLS', holder: { person: 1, fromOn: '2017-08-29' } },
      /30 August 2017/,
    ],
    [
      'a day in two years',
      { title: 'X', organisation: 'OLS', holder: { person: 1, fromOn: '2028-01-01' } },
      /23 November 2027/,
    ],
  ])('is refused with %s', async (_, post, words) => {
    await expectRefused(() => addPost(database.db, post, acting(office)), 'RefusedError', words);
  });
});

describe('handing over', () => {
  test('ends one holding and begins the next on one day, as one change; what the post answers for stays', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    const before = (await changes()).length;
    await handOverTo(next.id, '2026-12-01', { why: 'She moves to another department' });
    expect(await listPostHolders(database.db, data)).toMatchObject([
      { name: 'Henry Holder', fromOn: APRIL, untilOn: '2026-12-01' },
      { name: 'Nora Next', fromOn: '2026-12-01', untilOn: null },
    ]);
    expect((await changes()).length).toBe(before + 1);
    expect(await newestChange()).toMatchObject({
      kind: 'post handed over',
      reason: 'Director of Data (NHS England), with a new holder from 1 December 2026. She moves to another department',
    });
    expect(await owners('2026-11-30')).toEqual([['DAT-1', 'owner', 'Director of Data', 'Henry Holder']]);
    expect(await owners('2026-12-01')).toEqual([['DAT-1', 'owner', 'Director of Data', 'Nora Next']]);
  });

  test('moves what a person may do with it', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1', 'DAT-2'] });
    await giveTo(database.db, office, { post: data, recommendations: ['SCI-1'], role: 'contributor' });
    await handOverTo(next.id, '2026-12-01');
    expect(await readOwnRecommendations(database.db, holder, '2026-11-30')).toEqual(
      new Map<string, PostRole[]>([
        ['DAT-1', ['owner']],
        ['DAT-2', ['owner']],
        ['SCI-1', ['contributor']],
      ]),
    );
    expect(await readOwnRecommendations(database.db, holder, '2026-12-01')).toEqual(new Map());
    expect(await readPostRoles(database.db, next, 'SCI-1', '2026-12-01')).toEqual(['contributor']);
    expect(await readPostRoles(database.db, next, 'SCI-2', '2026-12-01')).toEqual([]);
    expect(await readPostRoles(database.db, next, 'SCI-1', '2026-03-31')).toEqual([]);
  });

  test('can leave the post vacant and fill it later', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    await handOverTo(null, '2026-07-01');
    await handOverTo(next.id, '2026-09-01');
    expect((await owners('2026-08-31'))[0]?.[3]).toBeNull();
    expect((await owners('2026-09-01'))[0]?.[3]).toBe('Nora Next');
  });

  test('a holder who left counts as nobody', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    const change = (await newestChange())?.number ?? 0;
    await database.db.insertInto('personRole').values({ person: holder.id, number: 2, role: null, change }).execute();
    expect(await owners(TODAY)).toEqual([['DAT-1', 'owner', 'Director of Data', null]]);
    expect(await readPostRoles(database.db, holder, 'DAT-1', TODAY)).toEqual([]);
    const view = { day: TODAY, isToday: true, view: 'internal' } as const;
    expect((await readPostPage(database.db, data, view))?.holdings).toMatchObject([
      { name: 'Henry Holder', left: true },
    ]);
    await expectRefused(() => handOverTo(holder.id, TODAY, { post: medtech }), 'RefusedError', /they left/);
  });

  test.each<[string, () => Promise<void>, RegExp]>([
    [
      'before the first day of the present holder',
      () => handOverTo(next.id, '2026-03-31'),
      /holds the post from 1 April 2026/,
    ],
    ['to the present holder', () => handOverTo(holder.id, TODAY), /holds the post already/],
    [
      'to nobody when nobody holds it',
      () => handOverTo(null, TODAY, { post: medtech }),
      /Nobody holds the post already/,
    ],
    ['to somebody who is not there', () => handOverTo(99, TODAY), /no such person/],
    ['of a post that is not there', () => handOverTo(next.id, TODAY, { post: 99, seen: 0 }), /no such post/],
  ])('is refused %s', async (_, act, words) => {
    await expectRefused(act, 'RefusedError', words);
  });

  test('is refused into a time when somebody held the post', async () => {
    await handOverTo(null, '2026-07-01');
    await expectRefused(() => handOverTo(next.id, '2026-06-30'), 'RefusedError', /held until 1 July 2026/);
    await handOverTo(next.id, '2026-07-01');
  });

  test('by two people at once: one is stored, the other hears of it', async () => {
    const seen = await presentOf(data);
    const command = { post: data, fromOn: TODAY, why: null, seen };
    const answers = await Promise.allSettled([
      handOver(database.db, { ...command, person: next.id }, acting(office)),
      handOver(database.db, { ...command, person: office.id }, acting(office)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'ConflictError' },
    });
    expect(await listPostHolders(database.db, data)).toHaveLength(2);
  });
});

describe('what a post answers for', () => {
  test('is given to it many at once, as one change', async () => {
    const before = (await changes()).length;
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1', 'DAT-2'] });
    await giveTo(database.db, office, { post: medtech, recommendations: ['DAT-2', 'DAT-1'], role: 'deputy' });
    expect((await changes()).length).toBe(before + 2);
    expect((await newestChange())?.reason).toBe(
      'From 1 April 2026: Head of Medtech (Office for Life Sciences) becomes deputy of DAT-2 and DAT-1',
    );
    expect(await owners(APRIL)).toEqual([
      ['DAT-1', 'owner', 'Director of Data', 'Henry Holder'],
      ['DAT-1', 'deputy', 'Head of Medtech', null],
      ['DAT-2', 'owner', 'Director of Data', 'Henry Holder'],
      ['DAT-2', 'deputy', 'Head of Medtech', null],
    ]);
    expect(await owners('2026-03-31')).toEqual([]);
  });

  test('has one owner: another post’s ownership ends on that day, once that was confirmed', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1', 'DAT-2'] });
    const taking = { post: medtech, recommendations: ['DAT-1', 'DAT-3'], fromOn: '2026-10-01' };
    const before = await tables();
    const refused = await giveTo(database.db, office, taking).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      name: 'EndsOthersError',
      endings: [{ recommendation: 'DAT-1', post: 'Director of Data (NHS England)', role: 'owner', fromOn: APRIL }],
    });
    expect(await tables()).toEqual(before);
    const { endings } = refused as { endings: { id: number }[] };
    await giveTo(database.db, office, { ...taking, confirmed: endings.map(({ id }) => id) });
    expect(await newestChange()).toMatchObject({
      kind: 'ownership changed',
      reason:
        'From 1 October 2026: Head of Medtech (Office for Life Sciences) becomes owner of DAT-1 and DAT-3; ' +
        'Director of Data (NHS England) stops being owner of DAT-1',
    });
    expect((await owners('2026-09-30')).map(([code, , title]) => [code, title])).toEqual([
      ['DAT-1', 'Director of Data'],
      ['DAT-2', 'Director of Data'],
    ]);
    expect((await owners('2026-10-01')).map(([code, , title]) => [code, title])).toEqual([
      ['DAT-1', 'Head of Medtech'],
      ['DAT-2', 'Director of Data'],
      ['DAT-3', 'Head of Medtech'],
    ]);
  });

  test('a confirmation counts only for what was shown', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    const taking = { post: medtech, recommendations: ['DAT-1'], fromOn: '2026-10-01', confirmed: [99] };
    await expectRefused(() => giveTo(database.db, office, taking), 'EndsOthersError', /./);
  });

  test('a deputy becomes the owner: the one role ends where the other begins', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'], role: 'deputy' });
    const [deputy] = await database.db.selectFrom('ownership').selectAll().execute();
    const rise = { post: data, recommendations: ['DAT-1'], fromOn: '2026-10-01', confirmed: [deputy?.id ?? 0] };
    await giveTo(database.db, office, rise);
    expect((await owners('2026-10-01')).map(([, role]) => role)).toEqual(['owner']);
    expect((await owners('2026-09-30')).map(([, role]) => role)).toEqual(['deputy']);
  });

  test('passes to another post in part, each in its role, as one change', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1', 'DAT-2'] });
    await giveTo(database.db, office, { post: data, recommendations: ['SCI-1'], role: 'contributor' });
    const before = (await changes()).length;
    await pass(['DAT-1', 'SCI-1'], medtech, '2026-12-01');
    expect((await changes()).length).toBe(before + 1);
    expect((await owners('2026-12-01')).map(([code, role, title]) => [code, role, title])).toEqual([
      ['DAT-1', 'owner', 'Head of Medtech'],
      ['DAT-2', 'owner', 'Director of Data'],
      ['SCI-1', 'contributor', 'Head of Medtech'],
    ]);
    expect((await newestChange())?.reason).toBe(
      'From 1 December 2026: Head of Medtech (Office for Life Sciences) becomes owner of DAT-1, contributor of SCI-1; ' +
        'Director of Data (NHS England) stops being owner of DAT-1, contributor of SCI-1',
    );
  });

  test('ends on a day without a next post, and stays in the history', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    await pass(['DAT-1'], null, '2026-10-01');
    expect(await owners('2026-09-30')).toHaveLength(1);
    expect(await owners('2026-10-01')).toEqual([]);
    const view = { day: TODAY, isToday: true, view: 'publication' } as const;
    const page = await readPostPage(database.db, data, view);
    expect(page?.ownerships).toMatchObject([{ standing: 'over', untilOn: '2026-10-01' }]);
    expect(page?.holdings).toBeNull();
    expect(
      (await readPostsPage(database.db, view)).withoutOwner.flatMap((theme) => theme.recommendations),
    ).toHaveLength(61);
  });

  test.each<[string, () => Promise<void>, RegExp]>([
    [
      'what it has in that role',
      () => giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] }),
      /owner of DAT-1 already/,
    ],
    [
      'what is not in the record',
      () => giveTo(database.db, office, { post: data, recommendations: ['DAT-2', 'DAT-99'] }),
      /from the list/,
    ],
    ['nothing', () => giveTo(database.db, office, { post: data, recommendations: [] }), /from the list/],
    [
      'a post that is not there',
      () => giveTo(database.db, office, { post: 99, recommendations: ['DAT-2'] }),
      /no such post/,
    ],
    [
      'a day before the present owner’s first',
      () => giveTo(database.db, office, { post: medtech, recommendations: ['DAT-1'], fromOn: '2026-03-01' }),
      /is owner of DAT-1 from 1 April 2026/,
    ],
    ['the post itself to pass to', () => pass(['DAT-1'], data, TODAY), /another post/],
  ])('is refused with %s', async (_, act, words) => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    await expectRefused(act, 'RefusedError', words);
  });

  test('is refused into a time that another owner has', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    await pass(['DAT-1'], null, '2026-10-01');
    const taking = { post: medtech, recommendations: ['DAT-1'], fromOn: '2026-09-30' };
    await expectRefused(() => giveTo(database.db, office, taking), 'RefusedError', /until 1 October 2026/);
    await giveTo(database.db, office, { ...taking, fromOn: '2026-10-01' });
  });

  test('taken by two people at once: one is stored, the other hears of it, and there is one owner', async () => {
    const answers = await Promise.allSettled([
      giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] }),
      giveTo(database.db, office, { post: medtech, recommendations: ['DAT-1'] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'EndsOthersError' } });
    expect(await owners(APRIL)).toHaveLength(1);
  });

  test('passed on by two people at once: the second hears of it', async () => {
    await giveTo(database.db, office, { post: data, recommendations: ['DAT-1'] });
    await pass(['DAT-1'], medtech, TODAY);
    await expectRefused(() => pass(['DAT-1'], null, TODAY), 'ConflictError', /Somebody else/);
  });
});

describe('whoever is not of the office', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['adds no post', () => addPost(database.db, { title: 'X', organisation: 'OLS', holder: null }, acting(holder))],
    [
      'hands nothing over',
      () => handOver(database.db, { post: data, person: next.id, fromOn: TODAY, why: null, seen: 1 }, acting(holder)),
    ],
    ['gives nothing', () => giveTo(database.db, holder, { post: data, recommendations: ['DAT-1'] })],
    [
      'passes nothing on',
      () =>
        passOn(
          database.db,
          { post: data, to: null, recommendations: ['DAT-1'], fromOn: TODAY, why: null, confirmed: [] },
          acting(holder),
        ),
    ],
  ])('%s', async (_, act) => {
    await expectRefused(async () => act(), 'NotAllowedError', /may not add posts/);
  });
});
