import { describe, expect, test } from 'vitest';
import { answersOf, contentFrom, type ReturnAnswers } from '#app/domain/returns/return-answers.ts';
import { type RulesContext, returnProblems, returnWarnings } from '#app/domain/returns/return-rules.ts';
import { isClosed } from '#app/domain/returns/return-state.ts';
import { contentWith } from '../helpers/commissioned.ts';

/** DAT-1.1 is due in June 2027; DAT-1.2 has no date. */
const CONTEXT: RulesContext = {
  today: '2027-01-10',
  quarterEnd: '2026-12-31',
  lastConfidence: 'Amber',
  stage: 'under way',
  milestones: [
    { code: 'DAT-1.1', status: 'on course', firstDate: '2027-06', latestDate: '2027-06' },
    { code: 'DAT-1.2', status: 'no date', firstDate: null, latestDate: null },
  ],
};
const CODES = CONTEXT.milestones.map(({ code }) => code);
/** Whole, and following every rule. */
const WHOLE = answersOf(contentWith({ confidence: 'Amber', confidenceReason: 'Why', pathToGreen: 'How' }), CODES);

const problems = (answers: Partial<ReturnAnswers>, context: Partial<RulesContext> = {}) =>
  returnProblems({ ...WHOLE, ...answers }, { ...CONTEXT, ...context });

/** One milestone answered as given, the other the same. */
const said = (fields: Partial<ReturnAnswers['milestones'][number]>, milestone = 'DAT-1.1') => ({
  milestones: WHOLE.milestones.map((each) =>
    each.milestone === milestone ? { milestone, answer: null, value: null, reason: 'Why', ...fields } : each,
  ),
});

test('whole answers have no problem', () => {
  expect(problems({})).toEqual({});
});

describe('each rule', () => {
  test('whether anything has changed is asked when there is a return to compare with', () => {
    expect(problems({ unchanged: null })).toEqual({ unchanged: 'Say whether anything has changed' });
    expect(problems({ unchanged: null }, { lastConfidence: null })).toEqual({});
  });

  test('a rating is chosen', () => {
    expect(problems({ confidence: null })).toEqual({ confidence: 'Choose a delivery confidence' });
  });

  test('a reason is given for all but Green', () => {
    const none = { confidenceReason: null };
    expect(problems({ ...none, confidence: 'Amber' })).toEqual({ confidenceReason: 'Enter the reason for Amber' });
    expect(problems({ ...none, confidence: 'Red' })).toEqual({ confidenceReason: 'Enter the reason for Red' });
    expect(problems({ ...none, confidence: 'not rated' })).toEqual({
      confidenceReason: 'Enter why no rating is given',
    });
    expect(problems({ ...none, confidence: 'Green' }, { lastConfidence: 'Green' })).toEqual({});
    expect(problems({ ...none, confidence: 'Green' }, { lastConfidence: null })).toEqual({});
  });

  test('a reason is given whenever a rating improves, for Green too', () => {
    const green = { confidence: 'Green', confidenceReason: null } as const;
    expect(problems(green)).toEqual({ confidenceReason: 'Enter why the rating improved from Amber to Green' });
    expect(problems({ confidence: 'Amber', confidenceReason: null }, { lastConfidence: 'Red' })).toEqual({
      confidenceReason: 'Enter why the rating improved from Red to Amber',
    });
    expect(problems(green, { lastConfidence: 'not rated' })).toEqual({});
  });

  test.each(['achieved', 'next', 'risks'] as const)('%s is answered', (name) => {
    expect(Object.keys(problems({ [name]: null }))).toEqual([name]);
  });

  test('a path to green is given for Amber and Red alone', () => {
    const none = { pathToGreen: null };
    expect(problems({ ...none, confidence: 'Amber' }).pathToGreen).toMatch(/because the rating is Amber/);
    expect(problems({ ...none, confidence: 'Red' }).pathToGreen).toMatch(/because the rating is Red/);
    for (const confidence of ['Green', 'not rated'] as const) expect(problems({ ...none, confidence })).toEqual({});
  });

  test('help is none, or what, from whom and by when', () => {
    const none = { helpNone: false, help: null, helpFrom: null, helpBy: null };
    expect(Object.keys(problems(none))).toEqual(['help']);
    expect(Object.keys(problems({ ...none, help: 'Money' }))).toEqual(['helpFrom', 'helpBy']);
    expect(Object.keys(problems({ ...none, helpFrom: 'The Treasury', helpBy: '2027' }))).toEqual(['help']);
    expect(problems({ ...none, help: 'Money', helpFrom: 'The Treasury', helpBy: '2027' })).toEqual({});
    expect(problems({ helpNone: true, help: 'Money' }).help).toMatch(/not both/);
  });

  test('every open milestone is answered', () => {
    expect(problems(said({ answer: null, reason: null }))).toEqual({
      'milestone.DAT-1_1.answer': 'Say whether anything is new about DAT-1.1',
    });
  });

  test('a date and a reason belong to something new', () => {
    expect(Object.keys(problems(said({ answer: 'same' })))).toEqual(['milestone.DAT-1_1.answer']);
    expect(Object.keys(problems(said({ answer: 'met', value: '2026-12', reason: null })))).toEqual([
      'milestone.DAT-1_1.reason',
    ]);
    expect(Object.keys(problems(said({ answer: 'forecast' })))).toEqual(['milestone.DAT-1_1.date']);
  });

  test('a new date is another one, and not over', () => {
    const date = (value: string) => problems(said({ answer: 'forecast', value }))['milestone.DAT-1_1.date'];
    expect(date('2027-06')).toMatch(/is the date of DAT-1.1 already/);
    expect(date('2026-11')).toMatch(/is over: say how it ended instead/);
    expect(date('2026-12')).toBeUndefined();
    expect(date('2027-09')).toBeUndefined();
  });

  test.each(['met', 'partly met', 'missed', 'withdrawn'] as const)('the date of the outcome %s is over', (answer) => {
    expect(problems(said({ answer, value: '2027-01-10' }))).toEqual({});
    for (const value of ['2027-01-11', '2027-01'])
      expect(problems(said({ answer, value }))['milestone.DAT-1_1.date']).toMatch(/must be over/);
  });

  test('only a date that stands can be taken back', () => {
    expect(problems(said({ answer: 'undated' }))).toEqual({});
    expect(problems(said({ answer: 'undated', value: '2027' }))['milestone.DAT-1_1.date']).toMatch(/Leave the date/);
    expect(problems(said({ answer: 'undated' }, 'DAT-1.2'))['milestone.DAT-1_2.answer']).toMatch(/has no date/);
  });

  test('a new stage is another one, with its reason', () => {
    expect(problems({ stage: 'delivered', stageReason: 'Why' })).toEqual({});
    expect(Object.keys(problems({ stage: 'delivered' }))).toEqual(['stageReason']);
    expect(problems({ stage: 'under way', stageReason: 'Why' }).stage).toMatch(/the stage already/);
    expect(Object.keys(problems({ stageReason: 'Why' }))).toEqual(['stage']);
  });

  test('a milestone is proposed with its date', () => {
    expect(Object.keys(problems({ proposedMilestone: 'A hub' }))).toEqual(['proposedDate']);
    expect(Object.keys(problems({ proposedDate: '2027' }))).toEqual(['proposedMilestone']);
    expect(problems({ proposedMilestone: 'A hub', proposedDate: '2027' })).toEqual({});
  });

  test('what is wrong about a fact is said', () => {
    const about = (answer: 'right' | 'wrong' | null, words: string | null) =>
      Object.keys(problems({ confirmations: [{ milestone: 'DAT-1.1', fact: 1, answer, words }] }));
    expect(about('wrong', null)).toEqual(['confirm.DAT-1_1.1.words']);
    expect(about('right', 'But late')).toEqual(['confirm.DAT-1_1.1.answer']);
    for (const fine of [about('wrong', 'May'), about('right', null), about(null, null)]) expect(fine).toEqual([]);
  });

  test('who cleared it is said, and on which day, which is not to come', () => {
    expect(Object.keys(problems({ clearedBy: null, clearedOn: null }))).toEqual(['clearedBy', 'clearedOn']);
    expect(problems({ clearedOn: '2027-01' }).clearedOn).toMatch(/a day, a month and a year/);
    expect(problems({ clearedOn: '2027-01-11' }).clearedOn).toMatch(/today or in the past/);
    expect(problems({ clearedOn: '2027-01-10' })).toEqual({});
  });
});

describe('nothing has changed', () => {
  const EMPTY: Partial<ReturnAnswers> = { confidence: null, achieved: null, milestones: [], clearedBy: null };

  test('asks for clearance alone', () => {
    expect(Object.keys(problems({ ...EMPTY, unchanged: true }))).toEqual(['clearedBy']);
  });

  test('counts for nothing without a return to compare with', () => {
    expect(Object.keys(problems({ ...EMPTY, unchanged: true }, { lastConfidence: null }))).toContain('confidence');
  });

  test('takes every answer from the last return, but for what that one said was new', () => {
    const last = contentWith({
      confidence: 'Red',
      achieved: 'Last words',
      stage: 'delivered',
      stageReason: 'Then',
      statements: [{ milestone: 'DAT-1.1', kind: 'met', value: '2026', reason: 'Then' }],
      clearedBy: 'Before',
    });
    const answers = { ...WHOLE, unchanged: true, achieved: 'Typed all the same', clearedBy: 'Now' };
    expect(contentFrom(answers, last)).toEqual({
      ...last,
      unchanged: true,
      stage: null,
      stageReason: null,
      statements: [],
      clearedBy: 'Now',
      clearedOn: WHOLE.clearedOn,
    });
  });
});

describe('Green with a late milestone', () => {
  const green = { ...WHOLE, confidence: 'Green', confidenceReason: null } as const;
  const late = { ...CONTEXT, milestones: [{ ...CONTEXT.milestones[0], status: 'date passed' }] } as RulesContext;
  const answer = (fields: object) => ({ ...green, ...said({ reason: 'Why', ...fields }) });

  test('asks for a sentence, and keeps nobody from submitting', () => {
    expect(returnWarnings(green, late)).toEqual([expect.stringMatching(/Green, and DAT-1.1 is late/)]);
    expect(returnProblems(green, { ...late, lastConfidence: 'Green' })).toEqual({});
  });

  test('is quiet when there is a reason, another rating, or nothing late', () => {
    expect(returnWarnings({ ...green, confidenceReason: 'Why' }, late)).toEqual([]);
    expect(returnWarnings({ ...green, confidence: 'Amber' }, late)).toEqual([]);
    expect(returnWarnings(green, CONTEXT)).toEqual([]);
  });

  test('looks at what this return says of the dates', () => {
    expect(returnWarnings(answer({ answer: 'forecast', value: '2027-09' }), CONTEXT)).toHaveLength(1);
    expect(returnWarnings(answer({ answer: 'met', value: '2027-01' }), late)).toEqual([]);
    expect(returnWarnings(answer({ answer: 'withdrawn', value: '2027-01' }), late)).toEqual([]);
  });
});

test('a quarter is closed once it is frozen, published or not', () => {
  const states = ['reconstructed', 'commissioned', 'in clearance', 'closed', 'published'] as const;
  expect(states.filter(isClosed)).toEqual(['closed', 'published']);
});
