import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsAt } from '#app/domain/as-at.ts';
import { readChanges } from '#app/domain/changes/changes.server.ts';
import { readPassedOn } from '#app/domain/organisations/organisation-responsibilities.server.ts';
import { readOrganisationPage, readOrganisationRegister } from '#app/domain/organisations/organisations.server.ts';
import { type PassResponsibility, passResponsibility } from '#app/domain/organisations/pass-responsibility.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { readRecommendationHistory } from '#app/domain/recommendations/recommendation-history.server.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { acting } from '../helpers/posts.ts';
import { TODAY } from '../helpers/recorder.ts';

/** BEIS was split on this day; DSIT is one of those that took over. */
const SPLIT = '2023-02-07';
/** Everything that BEIS is something to. */
const OF_BEIS = ['HARP-1', 'SCI-1', 'GRO-1', 'GRO-7', 'GRO-8', 'GRO-9', 'GRO-10', 'XCUT-1'];

let database: TestDatabase;
let office: SignedIn;

beforeEach(async () => {
  database = await seededDatabase();
  office = await makePerson(database.db, 'reviewer');
});
afterEach(() => database.close());

const pass = (command: Partial<PassResponsibility> & { recommendations: string[] }, who: SignedIn = office) =>
  passResponsibility(
    database.db,
    {
      from: 'BEIS',
      to: 'DSIT',
      fromOn: SPLIT,
      basis: 'stated',
      why: 'The department was split',
      source: null,
      ...command,
    },
    acting(who),
  );

const asAt = (day: string): AsAt => ({ day, isToday: day === TODAY, view: 'internal' });

/** "lead BEIS stated" for everybody who answers for the recommendation on the day. */
const answering = async (recommendation: string, day: string) =>
  (await readRecordAsAt(database.db, asAt(day))).recommendations
    .find(({ code }) => code === recommendation)
    ?.organisations.map(({ role, code, basis }) => `${role} ${code} ${basis}`);

/** What the organisation answers for today. */
const answersOf = async (code: string) =>
  (await readOrganisationPage(database.db, code, asAt(TODAY)))?.answers.map(
    ({ recommendation }) => recommendation.code,
  );

const rows = () => database.db.selectFrom('responsibility').selectAll().orderBy('id').execute();
const changes = () => database.db.selectFrom('change').selectAll().orderBy('number').execute();

async function expectRefused(act: () => Promise<unknown>, error: string, words: RegExp): Promise<void> {
  const before = [await rows(), await changes()];
  await expect(act()).rejects.toMatchObject({ name: error, message: expect.stringMatching(words) });
  expect([await rows(), await changes()]).toEqual(before);
}

describe('passing responsibility on', () => {
  test('in part: what is chosen goes from the day on, as it was, and the rest stays', async () => {
    const before = await answering('GRO-7', '2023-02-06');
    await pass({ recommendations: ['GRO-7'] });
    expect(before).toContain('lead BEIS inferred');
    expect(await answering('GRO-7', '2023-02-06')).toEqual(before);
    for (const day of [SPLIT, TODAY])
      expect(await answering('GRO-7', day)).toEqual(before?.map((row) => row.replace(/BEIS inferred/, 'DSIT stated')));
    expect(await answersOf('BEIS')).toEqual(OF_BEIS.filter((code) => code !== 'GRO-7'));
    expect(await answersOf('DSIT')).toEqual(['GRO-7']);
  });

  test('many at once is one change in words, each in its role', async () => {
    const count = (await changes()).length;
    await pass({ recommendations: OF_BEIS, source: 'pl088' });
    expect(await answersOf('BEIS')).toEqual([]);
    expect(await answersOf('DSIT')).toEqual(OF_BEIS);
    expect(await answering('HARP-1', TODAY)).toContain('supporting DSIT stated');
    expect(await answering('SCI-1', TODAY)).toContain('lead DSIT stated');
    expect((await changes()).length).toBe(count + 1);
    const { entries } = await readChanges(database.db, { kind: null, subject: 'HARP-1', page: 1 }, 'publication');
    const passed = entries.filter(({ kind }) => kind === 'responsibility passed');
    expect(passed.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /^On 7 February 2023 SCI-1, GRO-1, GRO-7, GRO-9, GRO-10 and XCUT-1 \(lead\) and HARP-1 and GRO-8 \(supporting\) pass from Department for Business, Energy and Industrial Strategy to Department for Science, Innovation and Technology\. Stated by a source\. The department was split\. Seen in: .+ \(pl088\)$/,
      ),
    ]);
  });

  test('the register counts what each has now, and keeps a body that has passed on everything', async () => {
    await pass({ recommendations: OF_BEIS });
    const register = await readOrganisationRegister(database.db, asAt(TODAY));
    const counts = (code: string) => {
      const entry = register.find(({ organisation }) => organisation.code === code);
      return entry && [entry.leads, entry.supports];
    };
    expect([counts('BEIS'), counts('DSIT')]).toEqual([
      [0, 0],
      [6, 2],
    ]);
  });

  test('a day to come counts when it comes', async () => {
    await pass({ recommendations: ['GRO-7'], fromOn: '2027-04-01' });
    expect(await answersOf('BEIS')).toContain('GRO-7');
    expect(await answersOf('DSIT')).toEqual([]);
    expect((await readPassedOn(database.db, 'BEIS', TODAY)).away).toMatchObject([{ on: '2027-04-01', isToCome: true }]);
    expect(await answering('GRO-7', '2027-04-01')).toContain('lead DSIT stated');
  });

  test('can go on from there, and back', async () => {
    await pass({ recommendations: ['GRO-7'] });
    await pass({ recommendations: ['GRO-7'], from: 'DSIT', to: 'OLS', fromOn: '2024-01-01', basis: 'inferred' });
    await pass({ recommendations: ['GRO-7'], from: 'OLS', to: 'DSIT', fromOn: '2025-01-01' });
    const lead = async (day: string) => (await answering('GRO-7', day))?.filter((row) => /DSIT|BEIS/.test(row));
    expect(await lead('2023-12-31')).toEqual(['lead DSIT stated']);
    expect(await lead('2024-12-31')).toEqual([]);
    expect(await lead('2025-01-01')).toEqual(['lead DSIT stated']);
  });

  test('a supporting body becomes lead by what a lead passes to it', async () => {
    await pass({ recommendations: ['HARP-1'] });
    await pass({ recommendations: ['HARP-1'], from: 'UKRI', fromOn: '2024-01-01' });
    const part = async (day: string) => (await answering('HARP-1', day))?.filter((row) => /DSIT|UKRI/.test(row));
    expect(await part('2023-12-31')).toEqual(['lead UKRI inferred', 'supporting DSIT stated']);
    expect(await part('2024-01-01')).toEqual(['lead DSIT stated']);
  });

  test('a lead stays lead, on its own basis, by what a supporting body passes to it', async () => {
    await pass({ recommendations: ['GRO-8'], to: 'UKRI' });
    expect((await answering('GRO-8', TODAY))?.filter((row) => /BEIS|UKRI/.test(row))).toEqual(['lead UKRI inferred']);
    expect((await changes()).at(-1)?.reason).toMatch(
      /GRO-8 \(supporting\) passes from .* UK Research and Innovation stays lead of GRO-8\. /,
    );
    expect((await readPassedOn(database.db, 'UKRI', TODAY)).away).toEqual([]);
    expect((await readRecommendationHistory(database.db, 'GRO-8', 'publication'))[0]?.words).toBe(
      'Supporting passed from BEIS to UKRI on 7 February 2023, which stays lead',
    );
  });

  test('by two people at once: one is stored, the other hears of it', async () => {
    const answers = await Promise.allSettled([
      pass({ recommendations: ['GRO-7', 'GRO-9'] }),
      pass({ recommendations: ['GRO-9', 'GRO-10'], to: 'DBT' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { reason } = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(reason).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Somebody else passed on GRO-9 while you were writing'),
    });
    expect((await rows()).filter(({ fromOn }) => fromOn !== null)).toHaveLength(2);
  });
});

describe('is refused, and nothing is saved', () => {
  test.each<[string, Partial<PassResponsibility>, RegExp]>([
    ['nothing', { recommendations: [] }, /Choose recommendations from the list/],
    [
      'what the organisation never had',
      { recommendations: ['GRO-7', 'DAT-1'] },
      /Choose recommendations from the list/,
    ],
    ['to itself', { to: 'BEIS' }, /another organisation/],
    ['to an organisation that is not there', { to: 'NONE' }, /organisation from the list/],
    ['from an organisation that is not there', { from: 'NONE' }, /organisation from the list/],
    ['to one that had ended by the day', { from: 'DSIT', to: 'BEIS' }, /ended \(7 February 2023\)/],
    ['before the strategy', { fromOn: '2017-08-29' }, /30 August 2017/],
    ['in two years', { fromOn: '2028-12-01' }, /23 November 2027/],
    ['seen in a source that is not there', { source: 'nowhere' }, /source from the list/],
  ])('passing on %s', async (_, command, words) => {
    await expectRefused(() => pass({ recommendations: ['GRO-7'], ...command }), 'RefusedError', words);
  });

  test('passing on before it began, or into a time that is taken', async () => {
    await pass({ recommendations: ['GRO-7'] });
    const back = { recommendations: ['GRO-7'], from: 'DSIT', to: 'OLS' };
    await expectRefused(
      () => pass({ ...back, fromOn: '2023-02-06' }),
      'RefusedError',
      /leads GRO-7 from 7 February 2023\. Choose that day or a later one/,
    );
    await pass({ recommendations: ['GRO-9'], from: 'OLS', to: 'DBT', fromOn: '2027-01-01' });
    const between = { recommendations: ['GRO-9'], fromOn: '2026-12-01' };
    await expectRefused(
      () => pass({ ...between, to: 'OLS' }),
      'RefusedError',
      /Office for Life Sciences supports GRO-9 until 1 January 2027\. Choose that day or a later one/,
    );
    await expectRefused(
      () => pass({ ...between, to: 'DBT' }),
      'RefusedError',
      /Department for Business and Trade supports GRO-9 from 1 January 2027\. Choose that day or a later one/,
    );
    await pass({ ...between, to: 'OLS', fromOn: '2027-01-01' });
  });

  test('passing on by somebody who may not', async () => {
    const reader = await makePerson(database.db, 'internal reader');
    await expectRefused(() => pass({ recommendations: ['GRO-7'] }, reader), 'NotAllowedError', /./);
  });

  test('by the database itself: an end without its change, and two open rows', async () => {
    const { db } = database;
    const ended = db.updateTable('responsibility').set({ untilOn: SPLIT }).where('recommendation', '=', 'GRO-7');
    await expect(ended.execute()).rejects.toThrow(/CHECK/);
    const [row] = await rows();
    if (!row) throw new Error('There is no responsibility.');
    const twice = db.insertInto('responsibility').values({ ...row, id: undefined });
    await expect(twice.execute()).rejects.toThrow(/UNIQUE/);
    const turned = { ...row, id: undefined, fromOn: '2024-01-02', untilOn: '2024-01-01', endedChange: 1 };
    await expect(db.insertInto('responsibility').values(turned).execute()).rejects.toThrow(/CHECK/);
  });
});

test('history tells of it at the recommendation, and the organisations tell from whom and to whom', async () => {
  await pass({ recommendations: ['GRO-7'] });
  const [entry] = await readRecommendationHistory(database.db, 'GRO-7', 'publication');
  expect(entry).toMatchObject({
    kind: 'responsibility passed',
    words: 'Lead passed from BEIS to DSIT on 7 February 2023',
    milestone: null,
  });
  const passing = { recommendation: { code: 'GRO-7' }, role: 'lead', on: SPLIT, isToCome: false };
  expect(await readPassedOn(database.db, 'BEIS', TODAY)).toMatchObject({
    away: [{ ...passing, other: { code: 'DSIT' } }],
    received: [],
  });
  expect(await readPassedOn(database.db, 'DSIT', TODAY)).toMatchObject({
    away: [],
    received: [{ ...passing, other: { code: 'BEIS' } }],
  });
  expect(await readRecommendationHistory(database.db, 'GRO-9', 'publication')).toHaveLength(1);
});
