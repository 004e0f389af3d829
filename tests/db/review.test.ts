import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordFact } from '#app/domain/milestones/record-fact.server.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { type Acceptance, acceptReturn, acceptUnchanged } from '#app/domain/review/accept-return.server.ts';
import { recordMissing } from '#app/domain/review/record-missing.server.ts';
import { type SendingBack, sendBackReturn } from '#app/domain/review/send-back-return.server.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import { type Commissioned, ENDED, makeCommissioned, UNDER_WAY } from '../helpers/commissioned.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

/** First date December 2026, restated once: two facts, no outcome. */
const SERVICE = 'DAT-1.4';
/** Partly met; its third and its seventh fact rest on memory. */
const OPT_OUT = 'DAT-8.2';

let database: TestDatabase;
let asked: Commissioned;
beforeEach(async () => {
  database = await seededDatabase();
  asked = await makeCommissioned(database.db);
});
afterEach(() => database.close());

const everything = async () => {
  const { db } = database;
  return [
    await db.selectFrom('change').selectAll().orderBy('number').execute(),
    await db.selectFrom('returnRevision').selectAll().execute(),
    await db.selectFrom('returnComment').selectAll().execute(),
    await db.selectFrom('milestoneFact').selectAll().execute(),
    await db.selectFrom('stageJudgement').selectAll().execute(),
    await db.selectFrom('milestone').selectAll().execute(),
    await db.selectFrom('milestonePosition').selectAll().execute(),
    await db.selectFrom('recommendationPosition').selectAll().execute(),
  ];
};

/** Asserts that it fails like that, and that nothing at all was saved. */
async function expectRefused(act: () => Promise<unknown>, failure: object): Promise<void> {
  const before = await everything();
  await expect(act()).rejects.toMatchObject(failure);
  expect(await everything()).toEqual(before);
}

const by = (person = asked.office, today = TODAY) => ({ person, now: NOON, today });
const accept = (recommendation: string, fields: Partial<Acceptance> = {}, reviewer = by()) =>
  acceptReturn(
    database.db,
    {
      ...{ quarter: asked.quarter, recommendation, seen: 1 },
      ...{ ownConfidence: null, comment: null, addMilestone: false, ...fields },
    },
    reviewer,
  );
const sendBack = (fields: Partial<SendingBack> = {}, reviewer = by()) =>
  sendBackReturn(
    database.db,
    { quarter: asked.quarter, recommendation: 'DAT-1', seen: 1, comment: 'Say more.', comments: {}, ...fields },
    reviewer,
  );
const missing = (recommendation: string, today: string, seen = 0, person = asked.office) =>
  recordMissing(
    database.db,
    { quarter: asked.quarter, recommendation, seen, reason: 'Nothing came.' },
    by(person, today),
  );
const read = async (recommendation: string) => readReturn(database.db, asked.quarter, recommendation);
const facts = (milestone: string) => listMilestoneFacts(database.db, milestone);
const record = (day = TODAY) => readRecordAsAt(database.db, { day, isToday: day === TODAY, view: 'internal' });

/** Begins anew with the quarter that ended last. */
async function commissionEnded(): Promise<void> {
  await database.close();
  database = await seededDatabase();
  asked = await makeCommissioned(database.db, { quarter: ENDED });
}

describe('an accepted return', () => {
  test('is accepted by the reviewer and stays what its owner said', async () => {
    await asked.submit('DAT-1', { confidence: 'Amber', confidenceReason: 'Funding is late.' });
    await accept('DAT-1', { ownConfidence: 'Red', comment: 'The funding is not there at all.' });
    const { revisions, state, standing } = (await read('DAT-1')) ?? {};
    expect(state).toBe('accepted');
    expect(standing).toMatchObject({ confidence: 'Amber', confidenceReason: 'Funding is late.' });
    expect(revisions).toMatchObject([
      { act: 'submitted', who: { name: 'Grace Hopper' }, ownConfidence: null },
      { act: 'accepted', who: { name: 'Rosalind Franklin' }, ownConfidence: 'Red', content: null },
    ]);
    const change = await database.db.selectFrom('change').selectAll().orderBy('number', 'desc').executeTakeFirst();
    expect(change).toMatchObject({ kind: 'return accepted', quarter: UNDER_WAY, person: asked.office.id });
    expect(change?.reason).toBe('DAT-1: October to December 2026');
  });

  test('enters what it says of a milestone, in the owner’s name, with the acceptance as its change', async () => {
    await asked.submit('DAT-1', {
      statements: [{ milestone: SERVICE, kind: 'forecast', value: '2027-06', reason: 'Procurement took longer.' }],
    });
    await accept('DAT-1');
    const change = (await read('DAT-1'))?.revisions.at(-1);
    expect((await facts(SERVICE)).at(-1)).toMatchObject({
      ...{ number: 3, kind: 'forecast', value: '2027-06', saidOn: TODAY, note: 'Procurement took longer.' },
      ...{ confirmation: 'owner', source: null, replaces: null },
    });
    expect(change?.act).toBe('accepted');
    const milestone = (await record()).milestones.find(({ code }) => code === SERVICE);
    expect(milestone).toMatchObject({
      latestDate: '2027-06',
      firstDate: '2026-12',
      status: 'due later than first promised',
    });
  });

  test('belongs to its quarter: said by its last day, shown as at that day, and kept in its positions', async () => {
    await commissionEnded();
    await asked.submit('DAT-1', {
      stage: 'under way',
      stageReason: 'Two hubs are being built again.',
      statements: [{ milestone: SERVICE, kind: 'forecast', value: '2027-06', reason: 'Procurement took longer.' }],
    });
    await accept('DAT-1');
    expect((await facts(SERVICE)).at(-1)?.saidOn).toBe('2026-09-30');
    const then = await record('2026-09-30');
    expect(then.milestones.find(({ code }) => code === SERVICE)?.latestDate).toBe('2027-06');
    expect(then.recommendations.find(({ code }) => code === 'DAT-1')?.stage).toEqual({
      stage: 'under way',
      judgedOn: '2026-09-30',
      judgedBy: 'Director of Data (NHS England)',
      reason: 'Two hubs are being built again.',
    });
    const { db } = database;
    const position = await db
      .selectFrom('milestonePosition')
      .select(['status', 'latestDate'])
      .where('quarter', '=', ENDED)
      .where('milestone', '=', SERVICE)
      .executeTakeFirst();
    expect(position).toEqual({ status: 'due later than first promised', latestDate: '2027-06' });
    const stages = await db.selectFrom('recommendationPosition').select(['quarter', 'stage']).execute();
    expect(stages).toEqual([{ quarter: ENDED, stage: 'under way' }]);
  });

  test('puts the owner’s word in the place of what was from memory, and leaves what is wrong to the office', async () => {
    await asked.submit('DAT-8', {
      confirmations: [
        { milestone: OPT_OUT, fact: 3, answer: 'right', words: null },
        { milestone: OPT_OUT, fact: 7, answer: 'wrong', words: 'It was met in August.' },
      ],
    });
    const before = await facts(OPT_OUT);
    await accept('DAT-8');
    const { kind, value, saidOn, note } = before[2] ?? {};
    expect(await facts(OPT_OUT)).toEqual([
      ...before,
      expect.objectContaining({
        kind,
        value,
        saidOn,
        note,
        number: 8,
        replaces: 3,
        confirmation: 'owner',
        source: null,
      }),
    ]);
  });

  test('confirms nothing that somebody corrected in the meantime', async () => {
    await asked.submit('DAT-8', { confirmations: [{ milestone: OPT_OUT, fact: 3, answer: 'right', words: null }] });
    const correction = { act: 'correct', kind: 'forecast', value: '2021-04', saidOn: '2020-09', replaces: 3 } as const;
    const rest = { note: null, reason: 'Seen in the letter', source: null, newSource: null, seen: 7 };
    await recordFact(database.db, { milestone: OPT_OUT, ...correction, ...rest }, by());
    await accept('DAT-8');
    expect(await facts(OPT_OUT)).toHaveLength(8);
  });

  test('adds the milestone that it proposes only when the reviewer wants it', async () => {
    const proposed = { proposedMilestone: 'A second service', proposedDate: '2028' };
    await asked.submit('DAT-1', proposed);
    await accept('DAT-1');
    expect(await facts('DAT-1.5')).toEqual([]);
    await asked.submit('DAT-8', proposed);
    await accept('DAT-8', { addMilestone: true });
    const added = (await record()).milestones.filter(({ title }) => title === 'A second service');
    expect(added).toMatchObject([{ recommendation: 'DAT-8', firstDate: '2028', confirmation: 'owner' }]);
    expect(added[0]?.code).toMatch(/^DAT-8\.\d+$/);
  });
});

describe('accepting is refused, with nothing saved', () => {
  test('what the record does not allow, in words', async () => {
    await asked.submit('DAT-1', {
      stage: 'delivered',
      stageReason: 'Done.',
      statements: [{ milestone: 'DAT-1.3', kind: 'met', value: '2020-01', reason: 'Late after all.' }],
    });
    await expectRefused(() => accept('DAT-1'), {
      name: 'RefusedError',
      field: 'form',
      message: expect.stringMatching(/^DAT-1\.3: An outcome is recorded already \(met, 1 October 2019\)/),
    });
  });

  test('another rating than the owner’s without its reason', async () => {
    await asked.submit('DAT-1');
    await expectRefused(() => accept('DAT-1', { ownConfidence: 'Amber' }), { field: 'comment' });
    await accept('DAT-1', { ownConfidence: 'Green' });
  });

  test('what was not submitted or is not asked for', async () => {
    await expectRefused(() => accept('DAT-1', { seen: 0 }), { name: 'RefusedError', field: 'form' });
    await expectRefused(() => accept('NHS-1', { seen: 0 }), { name: 'RefusedError', field: 'form' });
  });

  test('a second time, and by two at the same moment', async () => {
    await asked.submit('DAT-1', {
      statements: [{ milestone: SERVICE, kind: 'forecast', value: '2027-06', reason: 'Procurement.' }],
    });
    const other = await makePerson(database.db, 'reviewer', { name: 'Second Reviewer' });
    const both = await Promise.allSettled([accept('DAT-1'), accept('DAT-1', {}, by(other)), sendBack({}, by(other))]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await facts(SERVICE)).length).toBeLessThan(4);
    expect((await read('DAT-1'))?.revisions).toHaveLength(2);
    await expectRefused(() => accept('DAT-1'), {
      name: 'ConflictError',
      message: expect.stringMatching(/^DAT-1: .+ on 23 November 2026 at 12:00, after you opened this page$/),
    });
  });

  test.each(['internal reader', null] as const)('by somebody who may not review: %s', async (role) => {
    const person = role ? await makePerson(database.db, role) : asked.owner;
    await asked.submit('DAT-1');
    await expectRefused(() => accept('DAT-1', {}, by(person)), { name: 'NotAllowedError' });
    await expectRefused(() => sendBack({}, by(person)), { name: 'NotAllowedError' });
    await expectRefused(() => missing('SCI-1', '2027-01-16', 0, person), { name: 'NotAllowedError' });
    const together = { quarter: UNDER_WAY, returns: [{ recommendation: 'DAT-1', seen: 1 }] };
    await expectRefused(() => acceptUnchanged(database.db, together, by(person)), { name: 'NotAllowedError' });
  });
});

describe('a return that is sent back', () => {
  test('carries the comments to its owner, and can be submitted and accepted again', async () => {
    await asked.submit('DAT-1');
    await sendBack({ comments: { risks: 'Which risks?' } });
    const { state, revisions } = (await read('DAT-1')) ?? {};
    expect(state).toBe('sent back');
    expect(revisions?.at(-1)).toMatchObject({
      act: 'sent back',
      comment: 'Say more.',
      comments: { risks: 'Which risks?' },
    });
    expect(await asked.submit('DAT-1', { risks: 'The date.' })).toBe(3);
    await accept('DAT-1', { seen: 3 });
    expect((await read('DAT-1'))?.standing?.risks).toBe('The date.');
  });

  test('needs one comment, and a return that is submitted', async () => {
    await expectRefused(() => sendBack({ seen: 0 }), { field: 'form' });
    await asked.submit('DAT-1');
    await expectRefused(() => sendBack({ comment: null }), { field: 'comment' });
    await sendBack({ comment: null, comments: { stage: 'Which stage?' } });
    await expectRefused(() => sendBack(), { name: 'ConflictError' });
  });
});

describe('a return that is missing', () => {
  test('is recorded once its deadline has passed, with the reason', async () => {
    await expectRefused(() => missing('SCI-1', '2027-01-15'), { name: 'RefusedError', field: 'reason' });
    await missing('SCI-1', '2027-01-16');
    expect(await read('SCI-1')).toMatchObject({ state: 'missing', revisions: [{ comment: 'Nothing came.' }] });
    await expectRefused(() => missing('SCI-1', '2027-01-16'), { name: 'ConflictError' });
  });

  test('is none that was submitted', async () => {
    await asked.submit('DAT-1');
    await expectRefused(() => missing('DAT-1', '2027-01-16'), { name: 'ConflictError' });
    await expectRefused(() => missing('DAT-1', '2027-01-16', 1), { name: 'ConflictError' });
  });
});

describe('unchanged returns', () => {
  const together = (...returns: { recommendation: string; seen: number }[]) =>
    acceptUnchanged(database.db, { quarter: UNDER_WAY, returns }, by());

  test('are accepted together, as one change', async () => {
    await asked.submit('DAT-1', { unchanged: true });
    await asked.submit('DAT-8', { unchanged: true });
    await together({ recommendation: 'DAT-1', seen: 1 }, { recommendation: 'DAT-8', seen: 1 });
    expect([(await read('DAT-1'))?.state, (await read('DAT-8'))?.state]).toEqual(['accepted', 'accepted']);
    const changes = await database.db.selectFrom('change').selectAll().where('kind', '=', 'return accepted').execute();
    expect(changes).toMatchObject([{ reason: 'DAT-1, DAT-8: October to December 2026' }]);
  });

  test('are accepted all or none', async () => {
    await asked.submit('DAT-1', { unchanged: true });
    await asked.submit('DAT-8');
    await expectRefused(() => together({ recommendation: 'DAT-1', seen: 1 }, { recommendation: 'DAT-8', seen: 1 }), {
      message: expect.stringMatching(/^DAT-8 says that something has changed/),
    });
    await expectRefused(() => together({ recommendation: 'DAT-1', seen: 0 }), { name: 'ConflictError' });
    await expectRefused(() => together(), { field: 'returns' });
  });
});
