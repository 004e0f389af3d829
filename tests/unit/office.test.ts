import { describe, expect, test } from 'vitest';
import { assessmentProblem, countWords, MOST_WORDS } from '#app/domain/office/assessment-rules.ts';
import { whyNoActs, whyNoWords } from '#app/domain/office/office-quarters.ts';
import { byDue, steerInWords, steerStanding, steersNeedingAttention } from '#app/domain/office/steer-standing.ts';
import { QUARTER_STATES, type QuarterState } from '#db/tables/quarter.ts';

const DAY = '2026-11-23';

describe('words of an assessment, counted as a reader does', () => {
  test.each([
    ['', 0],
    [' \n\t ', 0],
    ['Delivery is on course.', 4],
    ['  Two\n\nwords  ', 2],
    ['one – two - three', 3],
    ['one—two', 2],
    ['a well-run trial’s £10.5m in 2026–27', 6],
    ['… ! ?', 0],
    ['Données à Łódź', 3],
    ['non\u00a0breaking', 2],
  ])('%j has %i', (text, words) => expect(countWords(text)).toBe(words));

  const ofWords = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');

  test(`${MOST_WORDS} words stand, one more does not, and none does not`, () => {
    expect(MOST_WORDS).toBe(150);
    expect(assessmentProblem(ofWords(150))).toBeNull();
    expect(assessmentProblem(`${ofWords(149)} – and`)).toBeNull();
    expect(assessmentProblem(ofWords(151))).toBe(
      'The assessment must be 150 words or fewer. It has 151: take out 1 word',
    );
    expect(assessmentProblem(ofWords(160))).toContain('take out 10 words');
    expect(assessmentProblem(' – ')).toBe('Enter the assessment');
  });
});

describe('a steer', () => {
  test.each<[string | null, string | null, string, string]>([
    ['2026-11-11', null, 'late', '12 days late'],
    ['2026-11-22', null, 'late', '1 day late'],
    ['2026-11-23', null, 'due', 'Due today'],
    ['2026-11-24', null, 'due', 'Due in 1 day'],
    // Whoever is asked for a month, a quarter or a year has until its last day.
    ['2026-10', null, 'late', '23 days late'],
    ['2026-11', null, 'due', 'Due by the end of November 2026'],
    ['2026-Q3', null, 'late', '54 days late'],
    ['2026', null, 'due', 'Due by the end of 2026'],
    [null, null, 'no date', 'No date was set'],
    ['2026-11-11', '2026-11-11', 'done', 'Done'],
    ['2026-11-11', '2026-11-14', 'done late', 'Done 3 days late'],
    ['2026-11', '2026-11-30', 'due', 'Due by the end of November 2026'],
    [null, '2026-11-01', 'done', 'Done'],
    // Done after the day that is asked for: on the day it was still late.
    ['2026-11-11', '2026-11-24', 'late', '12 days late'],
  ])('due %s, done %s: %s, “%s”', (due, doneOn, standing, words) => {
    expect([steerStanding({ due, doneOn }, DAY), steerInWords({ due, doneOn }, DAY)]).toEqual([standing, words]);
  });

  const steers = [
    { id: 1, due: null, doneOn: null },
    { id: 2, due: '2027-01-31', doneOn: null },
    { id: 3, due: '2026-12-23', doneOn: null },
    { id: 4, due: '2026-12', doneOn: null },
    { id: 5, due: '2026-11-01', doneOn: null },
    { id: 6, due: '2026-09', doneOn: null },
    { id: 7, due: '2026-10-01', doneOn: '2026-10-01' },
    { id: 8, due: '2026-12-23', doneOn: null },
    { id: 9, due: '2026-12-24', doneOn: null },
  ];

  test('needs attention when it is late or due within 30 days: late ones first', () => {
    expect(steersNeedingAttention(steers, DAY).map(({ id }) => id)).toEqual([6, 5, 3, 8]);
  });

  test('stands in order of what is due, those without a date last', () => {
    expect([...steers].sort(byDue).map(({ id }) => id)).toEqual([6, 7, 5, 3, 8, 9, 4, 2, 1]);
  });
});

describe('a quarter', () => {
  const of = (quarter: string, state?: QuarterState) => ({
    quarter,
    state,
    first: '2017-18-Q2',
    current: '2026-27-Q3',
  });

  test('takes words of the office while it is commissioned or in clearance', () => {
    const may = QUARTER_STATES.filter((state) => whyNoWords(of('2026-27-Q2', state)) === null);
    expect(may).toEqual(['commissioned', 'in clearance']);
    expect(whyNoWords(of('2026-27-Q3', 'commissioned'))).toBeNull();
  });

  test.each<[string, QuarterState | undefined, RegExp]>([
    ['2026-27-Q2', 'reconstructed', /July to September 2026 was never commissioned/],
    ['2026-27-Q2', undefined, /never commissioned/],
    ['2026-27-Q2', 'closed', /is closed: what the office wrote stays/],
    ['2026-27-Q2', 'published', /is published: what the office wrote stays/],
    ['2017-18-Q1', undefined, /over before the strategy was published/],
    ['2026-27-Q4', 'commissioned', /has not begun yet/],
    ['2026-27-Q3', undefined, /has not been commissioned yet/],
  ])('%s, %s: refused in words', (quarter, state, words) => expect(whyNoWords(of(quarter, state))).toMatch(words));

  test('that is under way lets steers be marked as done, commissioned or not', () => {
    expect(whyNoActs(of('2026-27-Q3'))).toBeNull();
    expect(whyNoActs(of('2026-27-Q2', 'closed'))).not.toBeNull();
  });
});
