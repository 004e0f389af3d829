import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, firstDay, formatPartialDate, isPartialDate, lastDay } from '#app/domain/partial-date.ts';
import { anyPartialDate } from '../helpers/arbitraries.ts';

describe('a partial date', () => {
  test.each([
    ['2019-10-01', '2019-10-01', '2019-10-01', '1 October 2019'],
    ['2019-10', '2019-10-01', '2019-10-31', 'October 2019'],
    ['2020-02', '2020-02-01', '2020-02-29', 'February 2020'],
    ['2019-Q4', '2019-10-01', '2019-12-31', 'October to December 2019'],
    ['2023-Q1', '2023-01-01', '2023-03-31', 'January to March 2023'],
    ['2019', '2019-01-01', '2019-12-31', '2019'],
  ])('%s runs from %s to %s and reads "%s"', (date, first, last, words) => {
    expect(firstDay(date)).toBe(first);
    expect(lastDay(date)).toBe(last);
    expect(formatPartialDate(date)).toBe(words);
  });

  test.each(['2019-13', '2019-02-30', '2019-Q5', '2019-1', '19', '2019-10-1', '', '2018/19', '2019-00'])(
    'refuses "%s"',
    (text) => {
      expect(isPartialDate(text)).toBe(false);
    },
  );

  test('starts no later than it ends, and is itself valid', () => {
    fc.assert(
      fc.property(anyPartialDate(), (date) => {
        expect(isPartialDate(date)).toBe(true);
        expect(firstDay(date) <= lastDay(date)).toBe(true);
        expect(isPartialDate(lastDay(date))).toBe(true);
      }),
    );
  });

  test('counts days across a clock change as calendar days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2017-12-31', '2018-12-05')).toBe(339);
    expect(daysBetween('2023-03-31', '2023-11-30')).toBe(244);
  });
});
