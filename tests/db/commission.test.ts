import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addReturns, moveToClearance, takeOutReturns } from '#app/domain/commission/change-commission.server.ts';
import { commissionQuarter, type NewCommission } from '#app/domain/commission/commission-quarter.server.ts';
import { extendDeadline } from '#app/domain/commission/extend-deadline.server.ts';
import { NotAllowedError } from '#app/domain/people/permissions.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { keepPositions } from '#app/domain/positions/keep-positions.server.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { listReturns } from '#db/queries/list-returns.ts';
import { makeCommissioned } from '../helpers/commissioned.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

/** Under way on the tests' day, and the one that ended last. */
const NOW = '2026-27-Q3';
const LAST = '2026-27-Q2';

let database: TestDatabase;
let office: SignedIn;
beforeEach(async () => {
  database = await seededDatabase();
  office = await makePerson(database.db, 'reviewer');
});
afterEach(() => database.close());

const everything = async () => {
  const { db } = database;
  return [
    await db.selectFrom('change').selectAll().orderBy('number').execute(),
    await db.selectFrom('quarter').selectAll().orderBy('code').execute(),
    await db.selectFrom('commission').selectAll().execute(),
    await db.selectFrom('quarterlyReturn').selectAll().execute(),
    await db.selectFrom('returnExtension').selectAll().execute(),
  ];
};
const stateOf = (code: string) =>
  database.db.selectFrom('quarter').select('state').where('code', '=', code).executeTakeFirst();

/** Asserts that it fails like that, and that nothing at all was saved. */
async function expectRefused(act: () => Promise<unknown>, failure: object): Promise<void> {
  const before = await everything();
  await expect(act()).rejects.toMatchObject(failure);
  expect(await everything()).toEqual(before);
}

const commission = (fields: Partial<NewCommission> = {}, person = office) =>
  commissionQuarter(
    database.db,
    { quarter: NOW, recommendations: ['DAT-1', 'SCI-1'], deadline: '2027-01-15', ...fields },
    { person, now: NOON, today: TODAY },
  );

describe('a quarter that is commissioned', () => {
  test.each([NOW, LAST])('takes returns: %s', async (quarter) => {
    await commission({ quarter });
    expect(await stateOf(quarter)).toEqual({ state: 'commissioned' });
    expect(await listReturns(database.db, quarter)).toMatchObject([
      { recommendation: 'DAT-1', deadline: '2027-01-15', lastAct: null },
      { recommendation: 'SCI-1', deadline: '2027-01-15', lastAct: null },
    ]);
    const change = await database.db.selectFrom('change').selectAll().orderBy('number', 'desc').executeTakeFirst();
    expect(change).toMatchObject({ kind: 'quarter commissioned', quarter, person: office.id });
    expect(change?.reason).toMatch(/2 returns, due 15 January 2027$/);
  });

  test('keeps its state when it ends, and gets positions then', async () => {
    await commission();
    expect(await keepPositions(database.db, '2026-12-31')).toBe(0);
    expect(await keepPositions(database.db, '2027-01-01')).toBe(1);
    expect(await keepPositions(database.db, '2027-01-01')).toBe(0);
    expect(await stateOf(NOW)).toEqual({ state: 'commissioned' });
    const positions = await database.db
      .selectFrom('milestonePosition')
      .selectAll()
      .where('quarter', '=', NOW)
      .execute();
    expect(positions.length).toBeGreaterThan(40);
  });
});

describe('commissioning is refused, with nothing saved', () => {
  test.each([
    ['a quarter that is neither under way nor the last', { quarter: '2026-27-Q1' }, 'quarter'],
    ['a quarter to come', { quarter: '2026-27-Q4' }, 'quarter'],
    ['what is no quarter', { quarter: 'soon' }, 'quarter'],
    ['no recommendation', { recommendations: [] }, 'recommendations'],
    ['a recommendation that is not there', { recommendations: ['DAT-99'] }, 'recommendations'],
    ['one recommendation twice', { recommendations: ['DAT-1', 'DAT-1'] }, 'recommendations'],
    ['today as the deadline', { deadline: TODAY }, 'deadline.day'],
    ['a deadline in years', { deadline: '2028-01-14' }, 'deadline.year'],
  ])('%s', async (_, fields, field) => {
    await expectRefused(() => commission(fields), { name: 'RefusedError', field });
  });

  test('the same quarter twice, another beside it, and two at the same moment', async () => {
    const both = await Promise.allSettled([commission(), commission({ quarter: LAST })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expectRefused(() => commission(), { name: 'ConflictError' });
    await expectRefused(() => commission({ quarter: LAST }), { name: 'ConflictError' });
  });

  test('somebody who is not of the office', async () => {
    const reader = await makePerson(database.db, 'internal reader');
    await expectRefused(() => commission({}, reader), { name: NotAllowedError.name });
  });
});

describe('a commission that is changed', () => {
  const by = () => ({ person: office, now: NOON, today: TODAY });
  const add = (...recommendations: string[]) => addReturns(database.db, { quarter: NOW, recommendations }, by());
  const takeOut = (...recommendations: string[]) =>
    takeOutReturns(database.db, { quarter: NOW, recommendations }, by());
  const asked = async () => (await listReturns(database.db, NOW)).map(({ recommendation }) => recommendation);
  const lastChange = () => database.db.selectFrom('change').selectAll().orderBy('number', 'desc').executeTakeFirst();

  test('asks more recommendations, and fewer; what was taken out can be asked again', async () => {
    await commission();
    await add('NHS-1');
    expect(await asked()).toEqual(['DAT-1', 'NHS-1', 'SCI-1']);
    await takeOut('NHS-1', 'SCI-1');
    expect(await asked()).toEqual(['DAT-1']);
    expect(await lastChange()).toMatchObject({ kind: 'commission changed', quarter: NOW, person: office.id });
    await add('SCI-1');
    expect(await asked()).toEqual(['DAT-1', 'SCI-1']);
    expect((await lastChange())?.reason).toBe('October to December 2026: added SCI-1');
  });

  test('asks nothing twice, and takes nothing out twice', async () => {
    await commission();
    await expectRefused(() => add('DAT-1'), { name: 'ConflictError' });
    await expectRefused(() => add('DAT-99'), { field: 'recommendations' });
    await expectRefused(() => takeOut('NHS-1'), { name: 'ConflictError' });
    const both = await Promise.allSettled([takeOut('SCI-1'), takeOut('SCI-1')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('keeps what was submitted', async () => {
    const { submit } = await makeCommissioned(database.db, { office });
    await submit('DAT-1');
    await expectRefused(() => takeOut('SCI-1', 'DAT-1'), {
      field: 'takeOut',
      message: expect.stringMatching(/^DAT-1 was submitted/),
    });
  });

  test('gives one owner longer, for every return of theirs, and more than once', async () => {
    const { post } = await makeCommissioned(database.db, { office });
    const extend = (fields: object = {}) =>
      extendDeadline(database.db, { quarter: NOW, post, deadline: '2027-01-20', why: 'Illness.', ...fields }, by());
    const deadlineOf = async (code: string) => (await readReturn(database.db, NOW, code))?.deadline;
    await extend();
    expect([await deadlineOf('DAT-1'), await deadlineOf('DAT-8'), await deadlineOf('SCI-1')]).toEqual([
      '2027-01-20',
      '2027-01-20',
      '2027-01-15',
    ]);
    expect((await lastChange())?.reason).toMatch(/^Director of Data \(NHS England\): .+ 20 January 2027\. Illness\.$/);
    await expectRefused(() => extend({ deadline: '2027-01-20' }), { field: 'deadline.day' });
    await expectRefused(() => extend({ deadline: TODAY }), { field: 'deadline.day' });
    await expectRefused(() => extend({ post: 999 }), { field: 'post' });
    await extend({ deadline: '2027-02-01' });
    expect(await deadlineOf('DAT-1')).toBe('2027-02-01');
  });

  test('is over once the quarter is in clearance; another quarter can then be commissioned', async () => {
    const { post } = await makeCommissioned(database.db, { office });
    await moveToClearance(database.db, NOW, by());
    expect(await stateOf(NOW)).toEqual({ state: 'in clearance' });
    const over = { name: 'ConflictError' };
    await expectRefused(() => moveToClearance(database.db, NOW, by()), over);
    await expectRefused(() => add('NHS-1'), over);
    await expectRefused(() => takeOut('SCI-1'), over);
    const extension = { quarter: NOW, post, deadline: '2027-02-01', why: 'Illness.' };
    await expectRefused(() => extendDeadline(database.db, extension, by()), over);
    await commission({ quarter: LAST });
    expect(await stateOf(LAST)).toEqual({ state: 'commissioned' });
  });

  test('is not changed by somebody who is not of the office', async () => {
    const { post, owner } = await makeCommissioned(database.db, { office });
    const actor = { ...by(), person: owner };
    const some = { quarter: NOW, recommendations: ['SCI-1'] };
    const refused = { name: NotAllowedError.name };
    await expectRefused(() => addReturns(database.db, { ...some, recommendations: ['NHS-1'] }, actor), refused);
    await expectRefused(() => takeOutReturns(database.db, some, actor), refused);
    await expectRefused(() => moveToClearance(database.db, NOW, actor), refused);
    const extension = { quarter: NOW, post, deadline: '2027-02-01', why: 'Illness.' };
    await expectRefused(() => extendDeadline(database.db, extension, actor), refused);
  });
});
