import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { readMyReturns } from '#app/domain/returns/my-returns.server.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import { readReturnPage } from '#app/domain/returns/return-page.server.ts';
import { DraftConflictError } from '#app/domain/returns/save-draft.server.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { contentWith, ENDED } from '../helpers/commissioned.ts';
import { type Cycle, LAST, makeCycle, QUARTER } from '../helpers/cycle.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';

let database: TestDatabase;
let cycle: Cycle;
beforeEach(async () => {
  database = await seededDatabase();
  cycle = await makeCycle(database.db);
});
afterEach(() => database.close());

const read = (recommendation = 'DAT-1') => readReturn(database.db, QUARTER, recommendation, TODAY);
const page = (person: SignedIn, code = 'DAT-1') =>
  readReturnPage(database.db, { quarter: QUARTER, code, person, today: TODAY });
const changes = () => database.db.selectFrom('change').selectAll().orderBy('number').execute();
const drafts = () => database.db.selectFrom('returnDraft').selectAll().orderBy('recommendation').execute();
const NEW = { seen: '0-0' };

describe('a draft', () => {
  test('keeps whatever is typed in the place of what was, and is no change', async () => {
    const before = await changes();
    const first = await cycle.save('DAT-1', { achieved: 'One' }, NEW);
    await cycle.save('DAT-1', { achieved: 'Two', 'helpBy.month': 'nonsense' }, first, cycle.deputy);
    expect((await read())?.draft).toEqual({
      version: 2,
      fields: { achieved: 'Two', 'helpBy.month': 'nonsense' },
      savedBy: 'Dorothy Vaughan',
      savedAt: NOON.toISOString(),
    });
    expect((await read())?.state).toBe('draft');
    expect(await changes()).toEqual(before);
  });

  test.each(['reader', 'otherOwner', 'office'] as const)('is not for the %s to save', async (who) => {
    await expect(cycle.save('DAT-1', { achieved: 'Mine' }, NEW, cycle[who])).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect(await drafts()).toEqual([]);
  });

  test('is in the page of those who may write it, and in nobody else’s', async () => {
    await cycle.save('DAT-1', { achieved: 'A secret so far' }, NEW);
    for (const who of ['owner', 'deputy', 'contributor'] as const)
      expect(JSON.stringify(await page(cycle[who]))).toContain('A secret so far');
    for (const who of ['reader', 'otherOwner', 'office'] as const) {
      const seen = JSON.stringify(await page(cycle[who]));
      expect(seen).not.toContain('A secret so far');
      expect(seen).toContain('"state":"not started"');
    }
  });
});

describe('two people on one draft', () => {
  test('what each changed alone is put together, and said', async () => {
    const start = await cycle.save('DAT-1', { achieved: 'A', next: 'N', risks: 'R' }, NEW);
    await cycle.save('DAT-1', { achieved: 'A by deputy', next: 'N', risks: 'R' }, start, cycle.deputy);
    const saved = await cycle.save('DAT-1', { achieved: 'A', next: 'N by owner', risks: 'R' }, start);
    expect(saved.taken).toEqual(['achieved']);
    expect((await read())?.draft?.fields).toEqual({ achieved: 'A by deputy', next: 'N by owner', risks: 'R' });
  });

  test('what both changed is saved for nobody, and both texts are handed back', async () => {
    const start = await cycle.save('DAT-1', { achieved: 'A' }, NEW);
    await cycle.save('DAT-1', { achieved: 'A by deputy', next: 'N' }, start, cycle.deputy);
    const refused = cycle.save('DAT-1', { achieved: 'A by owner' }, start);
    await expect(refused).rejects.toBeInstanceOf(DraftConflictError);
    await refused.catch((error: DraftConflictError) => {
      expect(error.merged.conflicts).toEqual([{ question: 'achieved', mine: 'A by owner', theirs: 'A by deputy' }]);
      expect(error.merged.taken).toEqual(['next']);
      expect(error.theirs.savedBy).toBe('Dorothy Vaughan');
    });
    expect((await read())?.draft?.version).toBe(2);
  });

  test('a form from before a return came back is not taken for one of the new draft', async () => {
    const old = await cycle.save('DAT-1', { achieved: 'Old' }, NEW);
    await cycle.submit('DAT-1');
    await cycle.sendBack('DAT-1', 1);
    await cycle.save('DAT-1', { achieved: 'Corrected' }, { seen: '2-0' });
    await expect(cycle.save('DAT-1', { achieved: 'Old, changed' }, old)).rejects.toBeInstanceOf(DraftConflictError);
  });
});

describe('twenty people at once', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => i);

  test('on one return: each save is stored or answered as a conflict', async () => {
    const answers = await Promise.allSettled(twenty.map((i) => cycle.save('DAT-1', { achieved: `Text ${i}` }, NEW)));
    const stored = answers.filter(({ status }) => status === 'fulfilled');
    const conflicts = answers.filter((each) => each.status === 'rejected' && each.reason instanceof DraftConflictError);
    expect([stored.length, conflicts.length]).toEqual([1, 19]);
    const at = answers.findIndex(({ status }) => status === 'fulfilled');
    expect((await read())?.draft).toMatchObject({ version: 1, fields: { achieved: `Text ${at}` } });
  });

  test('on one return, each another question: every text is stored', async () => {
    const questions = ['achieved', 'next', 'risks', 'help', 'helpFrom', 'evidence', 'clearedBy', 'pathToGreen'];
    await Promise.all(questions.map((name) => cycle.save('DAT-1', { [name]: `Text of ${name}` }, NEW)));
    const { draft } = (await read()) ?? {};
    expect(draft?.version).toBe(8);
    expect(draft?.fields).toEqual(Object.fromEntries(questions.map((name) => [name, `Text of ${name}`])));
  });
});

describe('submitting', () => {
  test('is one change of the quarter; the draft goes, and the content stands with its parts', async () => {
    const before = await changes();
    const saved = await cycle.save('DAT-1', { achieved: 'A' }, NEW);
    const content = contentWith({
      confidence: 'Red',
      confidenceReason: 'It cannot be done.',
      statements: [{ milestone: 'DAT-1.4', kind: 'forecast', value: '2027-06', reason: 'Late' }],
      confirmations: [{ milestone: 'DAT-1.1', fact: 1, answer: 'wrong', words: 'It was May.' }],
    });
    const command = { quarter: QUARTER, recommendation: 'DAT-1', seen: saved.seen, content };
    const writer = { person: cycle.deputy, now: NOON, today: TODAY };
    expect(await submitReturn(database.db, command, writer)).toBe(1);
    const added = (await changes()).slice(before.length);
    expect(added).toEqual([
      expect.objectContaining({ kind: 'return submitted', quarter: QUARTER, person: cycle.deputy.id }),
    ]);
    const stands = await read();
    expect(stands).toMatchObject({ state: 'submitted', standing: content, draft: null });
    expect(stands?.revisions).toMatchObject([{ act: 'submitted', who: { name: 'Dorothy Vaughan' } }]);
  });

  test.each(['contributor', 'reader', 'otherOwner', 'office'] as const)('is not for the %s', async (who) => {
    const before = await changes();
    await expect(cycle.submit('DAT-1', {}, cycle[who])).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await changes()).toEqual(before);
  });

  test('is refused when the return is with the office or was taken out; a closed quarter takes it late', async () => {
    await cycle.submit('DAT-1');
    await expect(cycle.submit('DAT-1')).rejects.toThrow(/submitted by Grace Hopper/);
    await expect(cycle.save('DAT-1', {}, { seen: '1-0' })).rejects.toMatchObject({ name: 'ReturnNotOpenError' });
    await database.db.updateTable('quarterlyReturn').set({ endedChange: 1 }).where('quarter', '=', QUARTER).execute();
    await expect(cycle.submit('DAT-8')).rejects.toThrow(/No return is asked for/);
    await database.db.updateTable('quarterlyReturn').set({ endedChange: null }).execute();
    await database.db.updateTable('quarter').set({ state: 'closed' }).where('code', '=', QUARTER).execute();
    expect(await cycle.submit('DAT-8')).toBe(1);
  });

  test('is refused when somebody saved the draft after it was looked at', async () => {
    const looked = await cycle.save('DAT-1', { achieved: 'A' }, NEW);
    await cycle.save('DAT-1', { achieved: 'B' }, looked, cycle.deputy);
    const command = { quarter: QUARTER, recommendation: 'DAT-1', seen: looked.seen, content: contentWith() };
    const before = await changes();
    await expect(
      submitReturn(database.db, command, { person: cycle.owner, now: NOON, today: TODAY }),
    ).rejects.toMatchObject({ name: 'DraftMovedError' });
    expect(await changes()).toEqual(before);
    expect(await drafts()).toHaveLength(1);
  });

  test('happens once when two do it at the same moment', async () => {
    const both = await Promise.allSettled([cycle.submit('DAT-1'), cycle.submit('DAT-1', {}, cycle.deputy)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await read())?.revisions).toHaveLength(1);
  });
});

describe('a return that came back', () => {
  test('opens with what was submitted and the office’s words; then it is submitted again', async () => {
    await cycle.submit('DAT-1', { achieved: 'The board met.' });
    await cycle.sendBack('DAT-1', 1, 'Which board?');
    const seen = await page(cycle.owner);
    expect(seen?.state).toBe('sent back');
    expect(seen?.form).toMatchObject({ from: 'sent back', seen: '2-0', fields: { achieved: 'The board met.' } });
    expect(seen?.form?.fields).toMatchObject({ confidence: 'Green', helpNone: 'yes', 'clearedOn.day': '20' });
    expect(seen?.sentBack).toEqual({ comment: 'Nearly there.', comments: { achieved: 'Which board?' } });
    expect(await cycle.submit('DAT-1', { achieved: 'The data board met.' })).toBe(3);
    const acts = (await read())?.revisions.map(({ act, content }) => [act, content?.achieved ?? null]);
    expect(acts).toEqual([
      ['submitted', 'The board met.'],
      ['sent back', null],
      ['submitted', 'The data board met.'],
    ]);
  });
});

describe('what stands beside the questions', () => {
  test('is the newest accepted return of an earlier quarter', async () => {
    expect((await read())?.lastQuarter).toEqual({ quarter: ENDED, content: LAST, ownConfidence: null });
    expect((await read('DAT-8'))?.lastQuarter).toBeNull();
  });
});

describe('my returns', () => {
  const groups = async (person: SignedIn, day = TODAY) =>
    (await readMyReturns(database.db, person, day)).groups.map(({ outstanding, returns }) => [
      outstanding,
      ...returns.map(({ quarter, recommendation, posts }) => `${quarter} ${recommendation} ${posts}`),
    ]);

  test('are those of my posts, by what is outstanding', async () => {
    expect(await groups(cycle.owner)).toEqual([
      ['due', `${ENDED} DAT-8 owner`, `${QUARTER} DAT-1 owner`, `${QUARTER} DAT-8 owner`],
      ['accepted', `${ENDED} DAT-1 owner`],
    ]);
    await cycle.submit('DAT-1');
    expect(await groups(cycle.deputy, '2027-01-16')).toEqual([
      ['waiting', `${QUARTER} DAT-1 deputy`],
      ['accepted', `${ENDED} DAT-1 deputy`],
    ]);
    await cycle.sendBack('DAT-1', 1);
    expect(await groups(cycle.owner, '2027-01-16')).toEqual([
      ['late', `${ENDED} DAT-8 owner`, `${QUARTER} DAT-8 owner`],
      ['sent back', `${QUARTER} DAT-1 owner`],
      ['accepted', `${ENDED} DAT-1 owner`],
    ]);
  });

  test('of somebody without a post are none', async () => {
    expect(await readMyReturns(database.db, cycle.reader, TODAY)).toEqual({
      groups: [],
      recommendations: 0,
      isCommissioned: true,
      mayReview: false,
    });
  });
});
