import type { Transaction } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workbook } from '#app/documents/workbook.ts';
import { addReturns } from '#app/domain/commission/change-commission.server.ts';
import { faultInWords } from '#app/domain/fault.ts';
import type { ImportChoices } from '#app/domain/imports/import-plan.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { acceptReturns } from '#app/domain/returns/accept-returns.server.ts';
import type { ReturnsPlan } from '#app/domain/returns/plan-returns.server.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import type { ReturnFields } from '#app/domain/returns/return-fields.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { type Cycle, makeCycle, QUARTER } from '../helpers/cycle.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { giveTo } from '../helpers/posts.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { answerIn, deedsOf, FILES, planOf, sheetIn, type, workbookFor } from '../helpers/return-workbook.ts';
import { HARD_TEXT } from '../helpers/sample-summary.ts';

let database: TestDatabase;
let cycle: Cycle;
beforeEach(async () => {
  database = await seededDatabase();
  cycle = await makeCycle(database.db);
});
afterEach(() => database.close());

const NEW = { seen: '0-0' };
const FORMATS = ['ods', 'xlsx', 'csv'] as const;
const QUESTIONS = ['confidenceReason', 'achieved', 'next', 'risks', 'pathToGreen', 'help', 'evidence', 'stageReason'];

/** A draft with every kind of text that could be lost on the way, and with dates as people type them. */
const HARD: ReturnFields = {
  ...Object.fromEntries(HARD_TEXT.map((text, i) => [QUESTIONS[i] ?? '', text])),
  confidence: 'Amber',
  unchanged: 'no',
  stage: 'partly delivered',
  clearedBy: '007',
  proposedMilestone: '1.10',
  helpFrom: '3/4/2026',
  'helpBy.month': 'q4',
  'helpBy.year': '2027',
  'clearedOn.day': '5',
  'clearedOn.month': 'Oct',
  'clearedOn.year': '2026',
  'proposedDate.month': 'nonsense',
  'milestone.DAT-1_4.answer': 'forecast',
  'milestone.DAT-1_4.date.year': '2028',
  'milestone.DAT-1_4.reason': '  two spaces before,\ttabs,\n\nand an empty line\n',
};

/** A return that follows the rules, as it is typed into a sheet. */
const COMPLETE = {
  unchanged: 'something has CHANGED',
  confidence: 'amber',
  confidenceReason: 'The contract is still late.',
  achieved: 'The tender went out.\nTwo bids came in.',
  next: 'The contract is signed.',
  risks: 'A third bid may be late.',
  pathToGreen: 'Sign by March.',
  helpNone: 'Yes',
  'milestone.DAT-1_4.answer': 'It has  a new date.',
  'milestone.DAT-1_4.date': 'April to June 2027',
  'milestone.DAT-1_4.reason': 'The tender was late.',
  clearedBy: 'Deputy director, data',
  clearedOn: '20/11/2026',
};

const book = (person: SignedIn = cycle.owner) => workbookFor(database.db, person);
const plan = (made: Workbook, person: SignedIn = cycle.owner, choices: ImportChoices = {}) =>
  planOf(database.db, { name: 'returns.ods', bytes: FILES.ods(made) }, person, choices);
const draft = async (recommendation = 'DAT-1') =>
  (await readReturn(database.db, QUARTER, recommendation))?.draft?.fields;
const state = async (recommendation = 'DAT-1') => (await readReturn(database.db, QUARTER, recommendation))?.state;
const faults = (read: ReturnsPlan) => read.faults.map(faultInWords);
const accept = (planned: ReturnsPlan, as: 'drafts' | 'submitted', person: SignedIn = cycle.owner) =>
  database.db.transaction().execute(async (trx: Transaction<Database>) => {
    const moment = { recordedAt: NOON.toISOString(), person: person.id };
    const change = await addChange(trx, { ...moment, kind: 'returns imported', quarter: QUARTER, reason: null });
    await acceptReturns(trx, planned, { as, change }, { person, now: NOON, today: TODAY });
    return change;
  });

describe.each(FORMATS)('out and back as %s', (format) => {
  const file = (made: Workbook) => ({ name: `returns.${format}`, bytes: FILES[format](made) });

  test('a workbook that nobody touched changes nothing, whatever the draft holds', async () => {
    await cycle.save('DAT-1', HARD, NEW);
    const read = await planOf(database.db, file(await book()), cycle.owner);
    expect([read.faults, read.returns, read.quarter]).toEqual([[], [], QUARTER]);
    expect(deedsOf(read)).toEqual(format === 'csv' ? ['unchanged DAT-1'] : ['unchanged DAT-1', 'unchanged DAT-8']);
    expect(read.said.filter((words) => !/^Read as|passed over/.test(words))).toEqual([]);
  });

  test('nor does one that was sent back, or is empty', async () => {
    await cycle.submit('DAT-1', { achieved: HARD_TEXT.join('\n'), helpBy: '2027-Q4', help: '=1', helpFrom: '-2' });
    await cycle.sendBack('DAT-1', 1);
    const read = await planOf(database.db, file(await book()), cycle.owner);
    expect([read.faults, read.returns]).toEqual([[], []]);
  });

  test('what is typed arrives, the rest of the draft stays as it was typed', async () => {
    await cycle.save('DAT-1', HARD, NEW);
    const made = await book();
    type(made, 'DAT-1', { next: "'=1+1\n“new” 🧬 עברית 007", clearedOn: 'December 2026', confidence: '' });
    const read = await planOf(database.db, file(made), cycle.owner);
    expect(read.faults).toEqual([]);
    const { confidence: _, 'clearedOn.day': __, ...rest } = HARD;
    expect(read.returns.map(({ fields }) => fields)).toEqual([
      { ...rest, next: "'=1+1\n“new” 🧬 עברית 007", 'clearedOn.month': '12', 'clearedOn.year': '2026' },
    ]);
    expect(read.tables.flatMap(({ rows }) => rows).flatMap(({ fields }) => fields)).toEqual([
      { label: 'Delivery confidence', before: 'Amber', after: '', by: 'file', understood: null },
      {
        label: 'What comes next',
        before: HARD['next'],
        after: "'=1+1\n“new” 🧬 עברית 007",
        by: 'file',
        understood: null,
      },
      { label: 'When it was cleared', before: '5 October 2026', after: 'December 2026', by: 'file', understood: null },
    ]);
  });
});

describe('the workbook', () => {
  test('tells of each question what was answered, what was said last quarter and what to write', async () => {
    await cycle.save('DAT-1', { confidence: 'Green', 'helpBy.month': '12', 'helpBy.year': '2026' }, NEW);
    const rows = sheetIn(await book(), 'DAT-1').table?.rows ?? [];
    const row = (field: string) => rows.find((cells) => cells[0] === field)?.slice(1, 4);
    expect(row('confidence')).toEqual(['Delivery confidence', 'Green', 'Amber']);
    expect(row('helpBy')).toEqual(['By when it is wanted', 'December 2026', 'December 2026']);
    expect(row('achieved')).toEqual(['What was achieved', '', 'The board met and agreed the plan.']);
    expect(row('recommendation')?.[1]).toBe('DAT-1');
    expect(row('made from')?.[1]).toBe('revision 0, draft 1');
    expect(row('milestone.DAT-1_4.answer')?.[0]).toMatch(/First date: .*\. Date that stands: .*\./s);
  });

  test('asks whether anything has changed only where there is a return to compare with', async () => {
    const made = await book();
    expect(answerIn(made, 'DAT-1', 'unchanged')).toBe('');
    expect(answerIn(made, 'DAT-8', 'unchanged')).toBeUndefined();
  });

  test('says where the draft holds what no cell can, and leaves that as it is', async () => {
    const long = 'x'.repeat(10_001);
    await cycle.save('DAT-1', { achieved: long, 'helpBy.year': 'soon', next: 'N' }, NEW);
    const made = await book();
    const rows = sheetIn(made, 'DAT-1').table?.rows ?? [];
    expect(rows.filter((row) => /no cell can hold/.test(String(row[4]))).map(([field]) => field)).toEqual([
      'achieved',
      'helpBy',
    ]);
    type(made, 'DAT-1', { next: 'M' });
    expect((await plan(made)).returns[0]?.fields).toEqual({ achieved: long, 'helpBy.year': 'soon', next: 'M' });
    type(made, 'DAT-1', { helpBy: '2028' });
    expect((await plan(made)).returns[0]?.fields).toMatchObject({ 'helpBy.year': '2028' });
  });

  test('holds what the post may write and is with its owner', async () => {
    const names = async (person: SignedIn) => (await book(person)).sheets.slice(3).map(({ name }) => name);
    expect(await names(cycle.owner)).toEqual(['DAT-1', 'DAT-8']);
    expect(await names(cycle.contributor)).toEqual(['DAT-1']);
    await cycle.submit('DAT-8');
    expect(await names(cycle.owner)).toEqual(['DAT-1']);
  });

  test.each([
    ['reader', /hold no post/, false],
    ['office', /hold no post/, false],
    ['otherOwner', /Nothing is asked/, false],
  ] as const)('there is none for the %s', async (who, message, areAsked) => {
    await expect(book(cycle[who])).rejects.toMatchObject({ areAsked, message: expect.stringMatching(message) });
  });

  test('there is none when all is submitted, and none of a quarter that was not commissioned', async () => {
    await cycle.submit('DAT-1');
    await expect(book(cycle.contributor)).rejects.toMatchObject({ areAsked: true });
    const other = workbookFor(database.db, cycle.owner, '2025-26-Q3');
    await expect(other).rejects.toMatchObject({ areAsked: false, message: expect.stringMatching(/not commissioned/) });
  });
});

test('every recommendation of the real strategy goes out and back, with its facts from memory', async () => {
  const { db } = database;
  const codes = (await db.selectFrom('recommendation').select('code').execute()).map(({ code }) => code);
  const office = { person: cycle.office, now: NOON, today: TODAY };
  const mine = ['DAT-1', 'DAT-8', 'SKI-1'];
  const others = codes.filter((code) => !mine.includes(code));
  await giveTo(db, cycle.office, { post: cycle.post, recommendations: others });
  await addReturns(db, { quarter: QUARTER, recommendations: others.filter((code) => code !== 'SCI-1') }, office);
  const made = await book();
  expect(made.sheets.length - 3).toBe(codes.length - 1);
  const untouched = await plan(made);
  expect([untouched.faults, untouched.returns, untouched.said.filter((words) => words.includes('no row'))]).toEqual([
    [],
    [],
    [],
  ]);
  const fields = made.sheets.flatMap(({ name, table }) =>
    (table?.rows ?? []).flatMap(([field]) =>
      /^confirm\..*\.answer$/.test(String(field)) ? [{ name, field: String(field) }] : [],
    ),
  );
  expect(fields.length).toBeGreaterThan(3);
  for (const { name, field } of fields)
    type(made, name, { [field]: 'it is WRONG', [field.replace('answer', 'words')]: '“2019”' });
  const read = await plan(made);
  expect(read.faults).toEqual([]);
  expect(read.returns.flatMap(({ fields: typed }) => Object.entries(typed))).toEqual(
    fields.flatMap(({ field }) => [
      [field, 'wrong'],
      [field.replace('answer', 'words'), '“2019”'],
    ]),
  );
});

describe('merging', () => {
  beforeEach(() => cycle.save('DAT-1', { achieved: 'A', next: 'N', risks: 'R' }, NEW));
  const saved = (fields: ReturnFields) =>
    cycle.save('DAT-1', fields, { seen: '0-1', fields: { achieved: 'A', next: 'N', risks: 'R' } }, cycle.deputy);

  test('what each side changed alone is put together, and both are shown', async () => {
    const made = await book();
    await saved({ achieved: 'A by deputy', next: 'N', risks: 'R' });
    type(made, 'DAT-1', { next: 'N by owner' });
    const read = await plan(made);
    expect(deedsOf(read)).toContain('changed DAT-1: (What was achieved), What comes next');
    expect(read.returns[0]?.fields).toEqual({ achieved: 'A by deputy', next: 'N by owner', risks: 'R' });
  });

  test('what only the record changed makes no change of an untouched workbook', async () => {
    const made = await book();
    await saved({ achieved: 'A by deputy', next: 'N', risks: 'R', 'helpBy.year': '2028' });
    const read = await plan(made);
    expect(deedsOf(read)[0]).toBe('unchanged DAT-1: (What was achieved), (By when it is wanted)');
    expect(read.returns).toEqual([]);
  });

  test('what both changed is asked with both texts, and settled as was chosen', async () => {
    const made = await book();
    await saved({ achieved: 'A by deputy', next: 'N', risks: 'R' });
    type(made, 'DAT-1', { achieved: 'A by owner', next: 'N by owner' });
    const name = 'settle.DAT-1.achieved';
    const read = await plan(made);
    expect(read.tables[0]?.rows[0]?.conflicts).toEqual([
      { name, label: 'What was achieved', inRecord: 'A by deputy', inFile: 'A by owner', choice: null },
    ]);
    // Until somebody chose, the record's text stands.
    expect(read.returns[0]?.fields['achieved']).toBe('A by deputy');
    expect((await plan(made, cycle.owner, { [name]: 'file' })).returns[0]?.fields['achieved']).toBe('A by owner');
    const other = await plan(made, cycle.owner, { [name]: 'record' });
    expect(other.returns[0]?.fields).toEqual({ achieved: 'A by deputy', next: 'N by owner', risks: 'R' });
    expect(other.seen).toBe(read.seen);
  });

  test('both the same is no conflict and no change', async () => {
    const made = await book();
    await saved({ achieved: 'The same', next: 'N', risks: 'R' });
    type(made, 'DAT-1', { achieved: 'The same' });
    expect((await plan(made)).returns).toEqual([]);
  });

  test('a row that was taken out leaves its answer; an emptied cell takes it back', async () => {
    const made = await book();
    const { table } = sheetIn(made, 'DAT-1');
    table?.rows.splice(
      table.rows.findIndex(([field]) => field === 'achieved'),
      1,
    );
    type(made, 'DAT-1', { next: '' });
    const read = await plan({ ...made, sheets: made.sheets.map((sheet) => ({ ...sheet, table: unlisted(sheet) })) });
    expect(read.returns[0]?.fields).toEqual({ achieved: 'A', risks: 'R' });
    expect(read.said.join()).toContain('has no row for: What was achieved. What is recorded there stays.');
  });

  test('the plan is another one once somebody saved', async () => {
    const made = await book();
    const before = await plan(made);
    await saved({ achieved: 'A by deputy' });
    expect((await plan(made)).seen).not.toBe(before.seen);
  });
});

/** A table without its lists, whose places no longer fit. */
const unlisted = ({ table }: Workbook['sheets'][number]) => {
  if (!table) return null;
  const { lists: _, ...rest } = table;
  return rest;
};

describe('what is refused says where it is, what was found and what to do', () => {
  const refused = async (answers: Record<string, string>, about = 'DAT-1') => {
    const made = await book();
    type(made, about, answers);
    return faults(await plan(made));
  };

  test.each([
    [
      { confidence: 'Purple' },
      /^DAT-1, row \d+, column Your answer: found "Purple"; choose one of: Green, Amber, Red, Not rated; or leave it empty\.$/,
    ],
    [
      { clearedOn: '31 February 2026' },
      /row \d+, column Your answer: found "31 February 2026"; write a day that exists/,
    ],
    [{ helpBy: 'soon' }, /found "soon"; write a date such as/],
    [{ stage: 'done' }, /found "done"; choose one of: Delivered, /],
    [{ 'milestone.DAT-1_4.answer': 'maybe' }, /found "maybe"; choose one of: Nothing new, /],
    [{ quarter: 'Q3' }, /found "Q3"; write what the workbook had for “quarter”\.$/],
    [{ recommendation: '' }, /found an empty cell; write what the workbook had for “recommendation”/],
    [{ 'made from': '2-5' }, /found "2-5"; write what the workbook had for “made from”/],
    [{ marks: '' }, /found an empty cell; write what the workbook had for “marks”/],
    [{ recommendation: 'DAT-9' }, /found "DAT-9"; take this sheet out: no return is asked for of “DAT-9”/],
    [{ recommendation: 'DAT-8' }, /^DAT-8: found "DAT-8"; keep one sheet of it: it is on sheet “DAT-1” too/],
    [{ quarter: '2026-27-Q2' }, /send it in a file of its own: sheet “DAT-1” is for 2026-27-Q2/],
  ])('%j', async (answers, message) => {
    expect((await refused(answers)).find((words) => message.test(words))).toBeDefined();
  });

  test('a field that no return has, one that is there twice, one of another recommendation', async () => {
    const made = await book();
    const rows = sheetIn(made, 'DAT-1').table?.rows ?? [];
    rows.push(
      ['acheived', '', 'A', '', ''],
      ['next', '', 'N', '', ''],
      ['milestone.SCI-1_1.answer', '', 'It was met', '', ''],
    );
    rows.push(['', '', 'lost', '', '']);
    expect(faults(await plan(made))).toEqual([
      expect.stringMatching(/found "acheived"; write the field as the workbook had it, or take the row out/),
      expect.stringMatching(/found "next"; keep one row of this field/),
      expect.stringMatching(/column Your answer: found "lost"; put back the field that this row answers/),
      expect.stringMatching(/found "milestone.SCI-1_1.answer"; take this row out: DAT-1 has no milestone SCI-1.1/),
    ]);
  });

  test('all at once, and the returns with faults are refused while the others are not', async () => {
    const made = await book();
    type(made, 'DAT-1', { confidence: 'Purple', clearedOn: 'soon' });
    type(made, 'DAT-8', { achieved: 'A' });
    const read = await plan(made);
    expect(read.faults).toHaveLength(2);
    expect(deedsOf(read)).toEqual(['refused DAT-1', 'changed DAT-8: What was achieved']);
  });

  test.each(['reader', 'otherOwner', 'office'] as const)(
    'the %s may not send it, and learns nothing of it',
    async (who) => {
      await cycle.save('DAT-1', { achieved: 'A secret so far' }, NEW);
      const made = await book();
      type(made, 'DAT-1', { next: 'N' });
      const read = await plan(made, cycle[who]);
      expect(faults(read)[0]).toMatch(/take this sheet out: the posts of whoever sent it do not let them write/);
      expect(JSON.stringify(read)).not.toContain('A secret so far');
      expect(read.returns).toEqual([]);
    },
  );

  test('a return that was submitted meanwhile', async () => {
    const made = await book();
    type(made, 'DAT-1', { next: 'N' });
    await cycle.submit('DAT-1');
    expect(faults(await plan(made))).toEqual([
      'DAT-1: found "DAT-1"; take this sheet out: this return was submitted by Grace Hopper and is with the strategy office.',
    ]);
  });
});

test('dates are read in many ways, and how is said', async () => {
  const made = await book();
  type(made, 'DAT-1', { helpBy: 'autumn 2027', proposedDate: 'TBC', clearedOn: '3/4/2026' });
  const read = await plan(made);
  const fields = read.tables[0]?.rows[0]?.fields ?? [];
  expect(fields.map(({ after, understood }) => [after, understood])).toEqual([
    ['November 2027', expect.stringContaining('autumn 2027')],
    ['3 April 2026', expect.stringContaining('day first')],
  ]);
  expect(read.said.join()).toMatch(/“DAT-1”, row \d+: “TBC” was read as no date/);
});

describe('accepting', () => {
  const filled = async (answers: Record<string, string> = COMPLETE) => {
    const made = await book();
    type(made, 'DAT-1', answers);
    return made;
  };

  test('as drafts: kept as the form would keep them, in the name of whoever sent them', async () => {
    const read = await plan(await filled());
    expect([read.faults, read.returns.map(({ problems }) => problems)]).toEqual([[], [{}]]);
    await accept(read, 'drafts', cycle.owner);
    expect([await state(), await state('DAT-8')]).toEqual(['draft', 'not started']);
    expect(await draft()).toMatchObject({ confidence: 'Amber', 'milestone.DAT-1_4.date.month': 'Q2', helpNone: 'yes' });
    expect((await plan(await filled())).returns).toEqual([]);
  });

  test('as submitted: the return stands with its parts, the draft goes, as part of the one change', async () => {
    await cycle.save('DAT-1', { achieved: 'A' }, NEW);
    const change = await accept(await plan(await filled()), 'submitted');
    const read = await readReturn(database.db, QUARTER, 'DAT-1');
    expect([read?.state, read?.draft]).toEqual(['submitted', null]);
    expect(read?.standing).toMatchObject({
      confidence: 'Amber',
      achieved: COMPLETE.achieved,
      clearedOn: '2026-11-20',
      statements: [{ milestone: 'DAT-1.4', kind: 'forecast', value: '2027-Q2', reason: 'The tender was late.' }],
    });
    const rows = await database.db
      .selectFrom('returnRevision')
      .select('change')
      .where('quarter', '=', QUARTER)
      .execute();
    expect(rows).toEqual([{ change }]);
  });

  test('a return that is not complete is no fault: it is kept as a draft, or all is refused', async () => {
    const made = await filled();
    type(made, 'DAT-8', { achieved: 'A', clearedOn: '2026' });
    const read = await plan(made);
    expect(read.faults).toEqual([]);
    expect(read.returns[1]?.problems).toMatchObject({ confidence: 'Choose a delivery confidence' });
    await expect(accept(read, 'submitted')).rejects.toMatchObject({ name: 'RefusedError', field: 'as' });
    expect([await state(), await state('DAT-8')]).toEqual(['not started', 'not started']);
    await accept(read, 'drafts');
    expect([await state(), await state('DAT-8')]).toEqual(['draft', 'draft']);
  });

  test('a contributor may keep drafts and submit nothing', async () => {
    const read = await plan(await filled(), cycle.contributor);
    await expect(accept(read, 'submitted', cycle.contributor)).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(await state()).toBe('not started');
    await accept(read, 'drafts', cycle.contributor);
    expect(await state()).toBe('draft');
  });

  test('all or nothing: when somebody saved one of them meanwhile, nothing is kept', async () => {
    const made = await filled();
    type(made, 'DAT-8', { achieved: 'A' });
    const read = await plan(made);
    await cycle.save('DAT-8', { achieved: 'Faster' }, NEW);
    const changes = () => database.db.selectFrom('change').select('number').execute();
    const before = await changes();
    await expect(accept(read, 'drafts')).rejects.toMatchObject({ name: 'ConflictError' });
    expect([await draft(), await draft('DAT-8'), await changes()]).toEqual([undefined, { achieved: 'Faster' }, before]);
  });
});
