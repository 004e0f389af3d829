import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latenessInWords, latenessOf, spanBetween, spanInWords } from '#app/domain/lateness.ts';
import { type Fact, milestoneAsAt } from '#app/domain/milestone-status.ts';
import { anyPartialDate } from '../helpers/arbitraries.ts';

describe('the distance between two dates', () => {
  test.each([
    ['2017-12', '2018-12-05', 339, 'about 11 months late, at least 339 days'],
    ['2023-Q1', '2023-11-30', 244, 'about 8 months late, at least 244 days'],
    ['2026-03-31', '2026-04-28', 28, '28 days late'],
    ['2019-04-01', '2019-04-01', 0, 'on its first date'],
    ['2019-09', '2019-09', 0, 'on its first date'],
    ['2021-07', '2019-10-01', -669, 'about 22 months early, at least 639 days'],
    ['2021-01-01', '2020-12-01', -31, '31 days early'],
    ['2023-Q4', '2024', 366, 'about 12 months late, at least 1 day'],
    ['2024-06', '2024', 184, 'up to about 6 months late'],
    ['2019-01-01', '2020-01-02', 366, '366 days late'],
  ])('from %s to %s is %i days: "%s"', (from, to, days, words) => {
    const span = spanBetween(from, to);
    expect(span.days).toBe(days);
    expect(spanInWords(span)).toBe(words);
  });

  test('never claims more than the dates allow, and turns round when the dates do', () => {
    fc.assert(
      fc.property(anyPartialDate(), anyPartialDate(), (from, to) => {
        const span = spanBetween(from, to);
        if (span.days >= 0) expect(span.atLeast).toBeLessThanOrEqual(span.days);
        if (span.exact) expect(span.atLeast).toBe(span.days);
        expect(spanBetween(to, from).days + span.days).toBe(0);
      }),
    );
  });
});

describe('how late a milestone is', () => {
  const baseline: Fact = { number: 1, kind: 'baseline', value: '2020-06-30', saidOn: '2019', replaces: null };
  const words = (...facts: Fact[]): string => {
    const state = milestoneAsAt([baseline, ...facts], '2026-11-23');
    return state ? latenessInWords(latenessOf(state)) : 'nothing promised';
  };
  const fact = (kind: Fact['kind'], value: string | null): Fact => ({
    number: 2,
    kind,
    value,
    saidOn: '2020-05-01',
    replaces: null,
  });
  test('runs to the outcome when it was met, else to the latest date', () => {
    expect(words(fact('met', '2020-07-10'))).toBe('10 days late');
    expect(words(fact('forecast', '2020-07-10'))).toBe('latest date is 10 days after the first');
    expect(words(fact('forecast', '2020-06-20'))).toBe('latest date is 10 days before the first');
    expect(words()).toBe('no later date announced');
  });
  test.each([
    ['missed', 'not comparable: not met'],
    ['partly met', 'not comparable: only partly met'],
    ['withdrawn', 'not comparable: withdrawn'],
    ['re-measured', 'not comparable: met by re-measurement'],
  ] as const)('a promise that ended "%s" is neither early nor late', (kind, expected) => {
    expect(words(fact(kind, '2020-05-15'))).toBe(expected);
  });
  test('cannot be said when the date was taken back', () => {
    expect(words(fact('undated', null))).toBe('cannot be said: the date was taken back');
  });
});
