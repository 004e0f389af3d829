import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { View } from '#app/domain/as-at.ts';
import { readChanges } from '#app/domain/changes/changes.server.ts';
import { addMilestone, type NewMilestone } from '#app/domain/milestones/add-milestone.server.ts';
import { editMilestone } from '#app/domain/milestones/edit-milestone.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { addRecommendation, type NewRecommendation } from '#app/domain/recommendations/add-recommendation.server.ts';
import { editRecommendation, readRecommendationText } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { judgeStage, type StageJudged } from '#app/domain/recommendations/judge-stage.server.ts';
import { readRecommendationHistory } from '#app/domain/recommendations/recommendation-history.server.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { acceptReturn } from '#app/domain/review/accept-return.server.ts';
import { makeCommissioned, UNDER_WAY } from '../helpers/commissioned.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

let database: TestDatabase;
let office: SignedIn;
let reader: SignedIn;
beforeEach(async () => {
  database = await seededDatabase();
  office = await makePerson(database.db, 'reviewer', { name: 'Rosalind Franklin' });
  reader = await makePerson(database.db, 'internal reader');
});
afterEach(() => database.close());

const by = (person: SignedIn) => ({ person, now: NOON, today: TODAY });
const NO_SOURCE = { source: null, newSource: null };
const RECOMMENDATION = { theme: 'DAT', code: 'DAT-9', title: 'Link records', summary: 'Link them.', reason: 'Agreed.' };
const PROMISE = { recommendation: 'DAT-1', title: 'A sixth hub', value: '2027-06', saidOn: '2026-10', reason: 'Said.' };
const add = (fields: Partial<NewRecommendation> = {}, person = office) =>
  addRecommendation(database.db, { ...RECOMMENDATION, ...NO_SOURCE, ...fields }, by(person));
const promise = (fields: Partial<NewMilestone> = {}, person = office) =>
  addMilestone(database.db, { ...PROMISE, ...NO_SOURCE, ...fields }, by(person));
const reword = (fields: Partial<Parameters<typeof editMilestone>[1]> = {}, person = office) =>
  editMilestone(
    database.db,
    { milestone: 'DAT-1.3', title: 'Hubs open', note: null, reason: 'Plainer.', seen: 1, ...fields },
    by(person),
  );
const judge = (fields: Partial<StageJudged> = {}, person = office) =>
  judgeStage(
    database.db,
    {
      ...{ recommendation: 'DAT-1', stage: 'delivered', judgedOn: '2026-09-30', reason: 'All run.', seen: 1 },
      ...fields,
    },
    by(person),
  );

const TABLES = [
  'change',
  'recommendation',
  'recommendationRevision',
  'stageJudgement',
  'milestone',
  'milestoneRevision',
  'milestoneFact',
  'recommendationPosition',
  'milestonePosition',
] as const;
const everything = async () =>
  JSON.stringify(await Promise.all(TABLES.map((table) => database.db.selectFrom(table).selectAll().execute())));
const newestChange = () =>
  database.db.selectFrom('change').selectAll().orderBy('number', 'desc').executeTakeFirstOrThrow();
const recordOf = (day = TODAY) => readRecordAsAt(database.db, { day, isToday: day === TODAY, view: 'publication' });

async function expectRefused(act: () => Promise<unknown>, failure: object): Promise<void> {
  const before = await everything();
  await expect(act()).rejects.toMatchObject(failure);
  expect(await everything()).toBe(before);
}

describe('adding a recommendation', () => {
  test('puts it at the end of its theme, from memory where no source is given, and on no earlier day', async () => {
    const earlier = JSON.stringify((await recordOf('2026-11-22')).recommendations);
    const count = (await recordOf()).recommendations.length;
    await add();
    const { recommendations } = await recordOf();
    expect(recommendations).toHaveLength(count + 1);
    expect(recommendations.filter(({ theme }) => theme === 'DAT').at(-1)).toMatchObject({
      ...{ code: 'DAT-9', title: 'Link records', confirmation: 'memory', source: null, stage: null },
    });
    expect(JSON.stringify((await recordOf('2026-11-22')).recommendations)).toBe(earlier);
    expect(await newestChange()).toMatchObject({ kind: 'recommendation added', person: office.id, reason: 'Agreed.' });
  });

  test('names its source, of the record or new', async () => {
    await add({ source: 'pl004' });
    await add({ code: 'DAT-10', newSource: { title: 'A plan', publisher: 'The office', type: 'official', url: null } });
    const [ninth, tenth] = (await recordOf()).recommendations.filter(({ theme }) => theme === 'DAT').slice(-2);
    expect([ninth?.source?.code, tenth?.source?.title]).toEqual(['pl004', 'A plan']);
  });

  test.each<[string, Partial<NewRecommendation>, object]>([
    ['a code that is taken', { code: 'DAT-8' }, { field: 'code', message: expect.stringContaining('free is DAT-9') }],
    ['a code of another theme', { code: 'SCI-99' }, { field: 'code' }],
    ['a code that is none', { code: 'DAT-09' }, { field: 'code' }],
    ['no such theme', { theme: 'ART' }, { field: 'form' }],
    ['no such source', { source: 'nowhere' }, { field: 'source' }],
  ])('is refused: %s', (_, fields, failure) => expectRefused(() => add(fields), failure));

  test('of two who take one code at once, one is told the next', async () => {
    const both = await Promise.allSettled([add(), add({ title: 'Another' })]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { field: 'code', message: expect.stringContaining('DAT-10') } });
  });
});

describe('adding a milestone', () => {
  test('gives it the next code, its first date and its positions', async () => {
    const code = await promise({ saidOn: '2026-06' });
    const milestone = (await recordOf()).milestones.find((other) => other.code === code);
    expect(milestone).toMatchObject({
      ...{ recommendation: 'DAT-1', title: 'A sixth hub', firstDate: '2027-06', status: 'on course' },
      ...{ confirmation: 'memory' },
    });
    expect(await newestChange()).toMatchObject({ kind: 'milestone added', reason: 'Said.' });
    const positions = await database.db
      .selectFrom('milestonePosition')
      .select('quarter')
      .where('milestone', '=', code)
      .execute();
    expect(positions.map(({ quarter }) => quarter)).toEqual(['2026-27-Q1', '2026-27-Q2']);
    expect((await recordOf('2026-05-31')).milestones.some((other) => other.code === code)).toBe(false);
  });

  test('two at once get a code each', async () => {
    const codes = await Promise.all([promise(), promise({ title: 'A seventh hub' })]);
    expect(new Set(codes).size).toBe(2);
  });

  test('is refused: said in the future, the same promise, no such recommendation, before that was added', async () => {
    await expectRefused(() => promise({ saidOn: '2026-11-24' }), { field: 'saidOn.year' });
    await expectRefused(() => promise({ recommendation: 'DAT-99' }), { field: 'form' });
    const code = await promise();
    await expectRefused(() => promise(), { field: 'title', message: `${code} is this promise already` });
    await add();
    await expectRefused(() => promise({ recommendation: 'DAT-9' }), { field: 'saidOn.year' });
    expect(await promise({ recommendation: 'DAT-9', saidOn: TODAY })).toBe('DAT-9.1');
  });
});

describe('the wording of a milestone', () => {
  test('changes beside the old one; its dates stay', async () => {
    const before = (await recordOf()).milestones.find(({ code }) => code === 'DAT-1.3');
    await reword();
    const after = (await recordOf()).milestones.find(({ code }) => code === 'DAT-1.3');
    expect(after).toEqual({ ...before, title: 'Hubs open', note: null });
    expect(await newestChange()).toMatchObject({ kind: 'milestone edited', reason: 'Plainer.' });
  });

  test('is refused: nothing new, no such milestone; whoever was slower gets both texts', async () => {
    await reword();
    await expectRefused(() => reword({ seen: 2 }), { field: 'form', message: expect.stringContaining('Nothing') });
    await expectRefused(() => reword({ milestone: 'DAT-9.9' }), { field: 'form' });
    await expectRefused(() => reword({ title: 'Hubs run' }), {
      name: 'EditConflictError',
      conflict: {
        by: 'Rosalind Franklin',
        differences: [{ label: 'Promise', before: 'Hubs open', after: 'Hubs run' }],
      },
    });
    await reword({ title: 'Hubs run', seen: 2 });
  });

  test('of two at once, one stands and one is told', async () => {
    const both = await Promise.allSettled([reword(), reword({ title: 'Hubs run' })]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { name: 'EditConflictError' } });
  });
});

describe('judging a stage', () => {
  test('adds a judgement of the office and brings past quarters in line', async () => {
    await judge({ judgedOn: '2026-09-30' });
    const judgements = await database.db
      .selectFrom('stageJudgement')
      .selectAll()
      .where('recommendation', '=', 'DAT-1')
      .execute();
    expect(judgements.at(-1)).toMatchObject({ number: 2, stage: 'delivered', judgedBy: 'strategy office' });
    const positions = await database.db
      .selectFrom('recommendationPosition')
      .select(['quarter', 'stage'])
      .where('recommendation', '=', 'DAT-1')
      .execute();
    expect(positions).toEqual([{ quarter: '2026-27-Q2', stage: 'delivered' }]);
    expect((await recordOf('2026-09-30')).recommendations.find(({ code }) => code === 'DAT-1')?.stage?.reason).toBe(
      'All run.',
    );
  });

  test('is refused: a day to come, before the strategy, no such recommendation, the same again, too slow', async () => {
    await expectRefused(() => judge({ judgedOn: '2026-11-24' }), { field: 'judgedOn.year' });
    await expectRefused(() => judge({ judgedOn: '2017-08-29' }), { field: 'judgedOn.year' });
    await expectRefused(() => judge({ recommendation: 'DAT-99' }), { field: 'form' });
    await judge();
    await expectRefused(() => judge({ seen: 2 }), { field: 'form' });
    await expectRefused(() => judge({ stage: 'changed' }), { name: 'EditConflictError' });
  });

  test('one that was added is judged from its first day on', async () => {
    await add();
    await expectRefused(() => judge({ recommendation: 'DAT-9', seen: 0 }), { field: 'judgedOn.year' });
    await judge({ recommendation: 'DAT-9', seen: 0, judgedOn: TODAY });
    expect((await recordOf()).recommendations.find(({ code }) => code === 'DAT-9')?.stage?.stage).toBe('delivered');
  });
});

test('somebody who may not edit the strategy saves nothing', async () => {
  for (const act of [
    () => add({}, reader),
    () => promise({}, reader),
    () => reword({}, reader),
    () => judge({}, reader),
  ])
    await expectRefused(act, { name: 'NotAllowedError' });
});

test('what came with a return that is not published is not given away by what the office writes next', async () => {
  const { db } = database;
  const owner = await makePerson(db, 'internal reader');
  const { submit } = await makeCommissioned(db, { office, owner });
  await submit('DAT-1', {
    ...{ proposedMilestone: 'zzsecret promise', proposedDate: '2028' },
    ...{ stage: 'partly delivered', stageReason: 'zzsecret reason' },
  });
  const quarter = UNDER_WAY;
  const accepted = {
    quarter,
    recommendation: 'DAT-1',
    seen: 1,
    ownConfidence: null,
    comment: null,
    addMilestone: true,
  };
  await acceptReturn(db, accepted, by(office));
  const proposed = await db
    .selectFrom('milestoneRevision')
    .selectAll()
    .where('title', '=', 'zzsecret promise')
    .execute();
  await reword({ milestone: proposed[0]?.milestone ?? '', title: 'zzsecret wording', reason: 'zzsecret why' });
  await judge({ seen: 2, judgedOn: TODAY });
  const seenBy = async (view: View) =>
    JSON.stringify([
      await readRecommendationHistory(db, 'DAT-1', view),
      await readChanges(db, { kind: null, subject: null, page: 1 }, view),
    ]);
  expect(await seenBy('internal')).toMatch(/zzsecret wording.*Partly delivered/);
  expect(await seenBy('publication')).not.toMatch(/zzsecret|Partly delivered/);
  expect(await seenBy('publication')).toMatch(/Stage: Delivered, .*before: Changed/);
});

test('history and changes say what was written, with old and new', async () => {
  await reword();
  await judge({ judgedOn: TODAY });
  await promise();
  const { number: seen, ...text } = (await readRecommendationText(database.db, 'DAT-1')) ?? expect.fail();
  const edit = { ...text, code: 'DAT-1', doneWhen: 'Five hubs run.', targetDue: '2027-03', reason: 'Why.', seen };
  await editRecommendation(database.db, edit, by(office));
  await add();
  const history = await readRecommendationHistory(database.db, 'DAT-1', 'publication');
  expect(history.slice(0, 4).map(({ kind, words }) => [kind, words])).toEqual([
    [
      'recommendation edited',
      expect.stringMatching(
        /^Target due: March 2027 \(before: .*\); What done looks like: Five hubs run\. \(before: None\)$/,
      ),
    ],
    ['milestone added', 'Promise: A sixth hub. First date: June 2027'],
    ['stage judged', expect.stringMatching(/^Stage: Delivered, judged by strategy office on 23 .*\(before: Changed, /)],
    ['milestone edited', expect.stringMatching(/^Promise: Hubs open \(before: .*\)/)],
  ]);
  expect((await readRecommendationHistory(database.db, 'DAT-9', 'publication')).map(({ words }) => words)).toEqual([
    'The recommendation was added',
  ]);
  const all = { kind: null, subject: null, page: 1 };
  const { entries } = await readChanges(database.db, all, 'publication');
  expect(entries.slice(0, 5).map(({ kind, recommendation, milestone }) => [kind, recommendation, milestone])).toEqual([
    ['recommendation added', 'DAT-9', null],
    ['recommendation edited', 'DAT-1', null],
    ['milestone added', null, expect.stringMatching(/^DAT-1\./)],
    ['stage judged', 'DAT-1', null],
    ['milestone edited', 'DAT-1', 'DAT-1.3'],
  ]);
  expect(entries[1]).toMatchObject({ before: expect.stringContaining('done looks like: '), reason: 'Why.' });
  expect(entries[0]).toMatchObject({ before: null, after: 'Title: Link records; What it asks: Link them.' });
  const about = await readChanges(database.db, { ...all, subject: 'DAT-1' }, 'publication');
  expect(about.total).toBe(4);
  expect((await readChanges(database.db, { ...all, subject: 'DAT-1.3' }, 'publication')).total).toBe(1);
});
