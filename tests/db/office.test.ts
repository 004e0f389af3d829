import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commissionQuarter } from '#app/domain/commission/commission-quarter.server.ts';
import { readOfficeOnOverview } from '#app/domain/office/office-page.server.ts';
import type { OfficeActor } from '#app/domain/office/office-rules.server.ts';
import { readOfficeWords, readOpenSteers } from '#app/domain/office/office-words.server.ts';
import { type NewClearance, recordClearance } from '#app/domain/office/record-clearance.server.ts';
import { markSteerDone, type NewSteer, recordSteer } from '#app/domain/office/steers.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

const ENDED = '2026-27-Q2';
const UNDER_WAY = '2026-27-Q3';

let database: TestDatabase;
let office: OfficeActor;
let other: OfficeActor;
let reader: OfficeActor;

beforeEach(async () => {
  database = await seededDatabase();
  const acting = async (role: 'reviewer' | 'internal reader', name: string): Promise<OfficeActor> => ({
    person: await makePerson(database.db, role, { name }),
    now: NOON,
    today: TODAY,
  });
  office = await acting('reviewer', 'Rosalind Franklin');
  other = await acting('reviewer', 'Mary Anning');
  reader = await acting('internal reader', 'Edmond Reader');
  await commission(ENDED);
});
afterEach(() => database.close());

const commission = (quarter: string) =>
  commissionQuarter(database.db, { quarter, recommendations: ['DAT-1'], deadline: '2026-12-15' }, office);
const setState = (quarter: string, state: string) =>
  sql`update quarter set state = ${state} where code = ${quarter}`.execute(database.db);

const write = (words: string, seen: number, actor = office, quarter = ENDED) =>
  writeAssessment(database.db, { quarter, words, seen }, actor);
const clear = (fields: Partial<NewClearance> = {}, actor = office) =>
  recordClearance(
    database.db,
    { quarter: ENDED, role: 'Director', clearedOn: '2026-11-20', comment: null, ...fields },
    actor,
  );
const ask = (fields: Partial<NewSteer> = {}, actor = office) =>
  recordSteer(
    database.db,
    {
      quarter: ENDED,
      fromWhom: 'The board',
      words: 'Bring a plan',
      owner: 'Director of Data',
      recommendation: 'DAT-1',
      due: '2026-11-11',
      ...fields,
    },
    actor,
  );
const done = (
  steer: number,
  fields: { quarter?: string; doneOn?: string; words?: string | null } = {},
  actor = office,
) =>
  markSteerDone(database.db, { quarter: UNDER_WAY, steer, doneOn: '2026-11-20', words: 'Plan sent', ...fields }, actor);
const changes = () =>
  database.db
    .selectFrom('change')
    .select(['kind', 'quarter', 'person', 'reason'])
    .where('kind', 'in', ['assessment written', 'clearance recorded', 'steer recorded', 'steer done'])
    .orderBy('number')
    .execute();
const everything = async () => {
  const tables = ['change', 'assessment', 'clearance', 'steer', 'steer_done'];
  return JSON.stringify(
    await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(database.db))),
  );
};
const words = () => readOfficeWords(database.db, ENDED, TODAY);

describe('the assessment of a quarter', () => {
  test('is kept version by version, each as one change of that quarter; the newest stands', async () => {
    expect(await write('First words.', 0)).toBe(1);
    expect(await write('Second words, better.', 1, other)).toBe(2);
    const { assessment, earlier } = await words();
    expect(assessment).toMatchObject({ number: 2, words: 'Second words, better.', count: 3, by: 'Mary Anning' });
    expect(assessment?.when).toBe('23 November 2026 at 12:00');
    expect(earlier.map(({ number, words, by }) => [number, words, by])).toEqual([
      [1, 'First words.', 'Rosalind Franklin'],
    ]);
    expect(await changes()).toEqual(
      [office, other].map(({ person }) => ({
        kind: 'assessment written',
        quarter: ENDED,
        person: person.id,
        reason: 'July to September 2026',
      })),
    );
  });

  test('is not overwritten by somebody who has not seen what stands, and nothing is saved', async () => {
    await write('First words.', 0);
    const before = await everything();
    for (const seen of [0, 2]) await expect(write('Mine.', seen, other)).rejects.toThrow(/Somebody else saved/);
    expect(await everything()).toBe(before);
  });

  test('of twenty people at once stands once, and nineteen are told', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => write(`Words of person ${i}.`, 0)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.name] : []));
    expect(reasons).toEqual(Array(19).fill('AssessmentConflictError'));
    expect(await changes()).toHaveLength(1);
  });

  test('that stands already word for word is not written again: a button pressed twice', async () => {
    await write('First words.', 0);
    expect(await write('First words.', 0)).toBe(1);
    expect(await changes()).toHaveLength(1);
  });

  test('has at most 150 words, and some', async () => {
    const before = await everything();
    await expect(write('word '.repeat(151), 0)).rejects.toThrow('It has 151: take out 1 word');
    await expect(write('–', 0)).rejects.toThrow('Enter the assessment');
    expect(await everything()).toBe(before);
  });
});

describe('a clearance', () => {
  test('joins the log of its quarter in order', async () => {
    await clear({ role: 'Deputy Director', clearedOn: '2026-11-19', comment: 'With two edits' });
    await clear({ role: 'Director' }, other);
    const { clearances } = await words();
    expect(
      clearances.map(({ number, role, clearedOn, comment, recordedBy }) => [
        number,
        role,
        clearedOn,
        comment,
        recordedBy,
      ]),
    ).toEqual([
      [1, 'Deputy Director', '2026-11-19', 'With two edits', 'Rosalind Franklin'],
      [2, 'Director', '2026-11-20', null, 'Mary Anning'],
    ]);
    expect((await changes()).map(({ kind, quarter }) => [kind, quarter])).toEqual(
      Array(2).fill(['clearance recorded', ENDED]),
    );
  });

  test('of two people at once is stored twice, but the same one only once', async () => {
    await Promise.all([clear({ role: 'Director' }), clear({ role: 'Chief Scientist' }, other)]);
    expect((await words()).clearances.map(({ number }) => number)).toEqual([1, 2]);
    await expect(clear({ role: 'Director' }, other)).rejects.toThrow(
      'Rosalind Franklin has recorded this clearance already: Director, 20 November 2026',
    );
  });

  test.each([
    ['2026-11-24', /must be today or in the past/],
    ['2026-06-30', /on or after 1 July 2026, the first day of July to September 2026/],
  ])('on %s is refused', async (clearedOn, why) => {
    const before = await everything();
    await expect(clear({ clearedOn })).rejects.toThrow(why);
    expect(await everything()).toBe(before);
  });
});

describe('a steer', () => {
  test('is carried from quarter to quarter until it is done, the oldest due first', async () => {
    await ask({ words: 'Third', due: null });
    await ask({ words: 'Second', due: '2026-12', recommendation: null });
    await ask({ words: 'First' });
    expect((await words()).steers.map(({ words, inWords }) => [words, inWords])).toEqual([
      ['First', '12 days late'],
      ['Second', 'Due by the end of December 2026'],
      ['Third', 'No date was set'],
    ]);
    const next = await readOfficeWords(database.db, UNDER_WAY, TODAY);
    expect([next.steers, next.carried.map(({ words }) => words)]).toEqual([[], ['First', 'Second', 'Third']]);
    await done(3);
    expect((await readOpenSteers(database.db, TODAY)).map(({ words }) => words)).toEqual(['Second', 'Third']);
    const after = await readOfficeWords(database.db, UNDER_WAY, TODAY);
    expect(after.carried[0]).toMatchObject({ words: 'First', doneOn: '2026-11-20', inWords: 'Done 9 days late' });
    expect((await changes()).at(-1)).toMatchObject({ kind: 'steer done', quarter: UNDER_WAY });
  });

  test('done before a quarter began is not carried into it, and open steers can be asked for an earlier day', async () => {
    await ask();
    await done(1, { doneOn: '2026-09-30', quarter: ENDED });
    expect((await readOfficeWords(database.db, UNDER_WAY, TODAY)).carried).toEqual([]);
    expect(await readOpenSteers(database.db, '2026-11-22')).toEqual([]);
  });

  test('is marked as done once: a second person is told who did, and how', async () => {
    await ask();
    const both = await Promise.allSettled([done(1), done(1, { words: 'No, I did' }, other)]);
    const [told] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([told?.name, told?.message]).toEqual([
      'ConflictError',
      'Rosalind Franklin has marked this as done already, on 20 November 2026: Plan sent',
    ]);
    expect((await changes()).filter(({ kind }) => kind === 'steer done')).toHaveLength(1);
  });

  test.each([
    [{ due: '2026-06' }, /on or after 1 July 2026/],
    [{ recommendation: 'DAT-99' }, /Choose a recommendation from the list/],
  ])('%o is refused', async (fields, why) => {
    const before = await everything();
    await expect(ask(fields)).rejects.toThrow(why);
    expect(await everything()).toBe(before);
  });

  test('is not recorded twice, nor marked on a wrong day or page', async () => {
    await ask();
    const before = await everything();
    await expect(ask({}, other)).rejects.toThrow('Rosalind Franklin has recorded this steer or action already');
    await expect(done(1, { doneOn: '2026-11-24' })).rejects.toThrow('today or in the past');
    await expect(done(1, { doneOn: '2026-06-30' })).rejects.toThrow('on or after 1 July 2026');
    await expect(done(9)).rejects.toThrow('no such steer');
    await expect(done(1, { quarter: '2026-27-Q1' })).rejects.toThrow('never commissioned');
    expect(await everything()).toBe(before);
  });

  test('of a closed quarter can still be done on the page of the one under way', async () => {
    await ask();
    await setState(ENDED, 'closed');
    await expect(done(1, { quarter: ENDED })).rejects.toThrow('is closed');
    await done(1);
    expect(await readOpenSteers(database.db, TODAY)).toEqual([]);
  });
});

describe('every command', () => {
  const COMMANDS = {
    assess: (actor: OfficeActor, quarter: string) => write('Words.', 0, actor, quarter),
    clear: (actor: OfficeActor, quarter: string) => clear({ quarter }, actor),
    steer: (actor: OfficeActor, quarter: string) => ask({ quarter, due: null }, actor),
  };

  test.each(Object.entries(COMMANDS))('%s: refused to a reader and for quarters that take no words', async (_, act) => {
    const before = await everything();
    await expect(act(reader, ENDED)).rejects.toThrow('You may not');
    for (const quarter of [UNDER_WAY, '2019-20-Q3', '2016-17-Q1', '2026-27-Q4', '2030-31-Q1', 'x'])
      await expect(act(office, quarter), quarter).rejects.toThrow();
    for (const state of ['closed', 'published', 'reconstructed']) {
      await setState(ENDED, state);
      await expect(act(office, ENDED), state).rejects.toThrow(/July to September 2026/);
    }
    expect(await everything()).toBe(before);
    await setState(ENDED, 'in clearance');
    await act(office, ENDED);
    expect(await changes()).toHaveLength(1);
  });

  test('marking a steer as done is refused to a reader', async () => {
    await ask();
    const before = await everything();
    await expect(done(1, {}, reader)).rejects.toThrow('You may not');
    expect(await everything()).toBe(before);
  });
});

test('the overview has the newest assessment of the quarter under way or the one before, and what is late or near', async () => {
  expect((await readOfficeOnOverview(database.db, TODAY)).assessment).toBeNull();
  await write('Of the quarter before.', 0);
  await ask({ words: 'Near', due: '2026-12-01' });
  await ask({ words: 'Late' });
  await ask({ words: 'Far', due: '2027-06' });
  const shown = await readOfficeOnOverview(database.db, TODAY);
  expect([shown.assessment?.words, shown.steers.map(({ words }) => words), shown.open]).toEqual([
    'Of the quarter before.',
    ['Late', 'Near'],
    3,
  ]);
  await setState(ENDED, 'in clearance');
  await commission(UNDER_WAY);
  await write('Of the quarter under way.', 0, office, UNDER_WAY);
  expect((await readOfficeOnOverview(database.db, TODAY)).assessment?.words).toBe('Of the quarter under way.');
  expect((await readOfficeOnOverview(database.db, '2027-04-01')).assessment).toBeNull();
});
