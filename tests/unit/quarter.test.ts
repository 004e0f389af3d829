import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDay } from '#app/domain/clock.ts';
import {
  endedQuarters,
  isQuarter,
  nextQuarter,
  previousQuarter,
  quarterFinancialLabel,
  quarterFirstDay,
  quarterLabel,
  quarterLastDay,
  quarterOf,
  quartersBetween,
} from '#app/domain/quarter.ts';
import { anyDay } from '../helpers/arbitraries.ts';

describe('a quarter of the financial year', () => {
  test.each([
    ['2018-10-01', '2018-19-Q3', '2018-10-01', '2018-12-31', 'October to December 2018'],
    ['2019-03-31', '2018-19-Q4', '2019-01-01', '2019-03-31', 'January to March 2019'],
    ['2017-08-30', '2017-18-Q2', '2017-07-01', '2017-09-30', 'July to September 2017'],
    ['2019-04-01', '2019-20-Q1', '2019-04-01', '2019-06-30', 'April to June 2019'],
    ['1999-12-31', '1999-00-Q3', '1999-10-01', '1999-12-31', 'October to December 1999'],
  ])('%s falls in %s', (day, quarter, first, last, label) => {
    expect(quarterOf(day)).toBe(quarter);
    expect(quarterFirstDay(quarter)).toBe(first);
    expect(quarterLastDay(quarter)).toBe(last);
    expect(quarterLabel(quarter)).toBe(label);
  });

  test('is named in full by its months and its two years', () => {
    expect(quarterFinancialLabel('2026-27-Q1')).toBe('Quarter 1 (April to June) 2026 to 2027');
  });

  test.each(['2018-20-Q3', '2018-19-Q5', '2018-19', 'Q3', '2018-19-q3', '2018-19-Q3 '])('refuses "%s"', (text) => {
    expect(isQuarter(text)).toBe(false);
    expect(() => quarterFirstDay(text)).toThrow(RangeError);
  });

  test('holds exactly the days that fall in it, and the next begins the day after', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        const quarter = quarterOf(day);
        expect(isQuarter(quarter)).toBe(true);
        expect(quarterFirstDay(quarter) <= day && day <= quarterLastDay(quarter)).toBe(true);
        expect(previousQuarter(nextQuarter(quarter))).toBe(quarter);
        expect(quarterOf(quarterLastDay(quarter))).toBe(quarter);
        expect(nextQuarter(quarter) > quarter).toBe(true);
      }),
    );
  });

  test('from the strategy to 23 November 2026, 37 quarters have ended', () => {
    const ended = endedQuarters('2017-08-30', '2026-11-23');
    expect([ended.length, ended[0], ended.at(-1)]).toEqual([37, '2017-18-Q2', '2026-27-Q2']);
    expect(quartersBetween('2019-20-Q1', '2018-19-Q1')).toEqual([]);
  });

  test('a quarter has ended only on the day after its last', () => {
    expect(endedQuarters('2017-08-30', '2017-09-30')).toEqual([]);
    expect(endedQuarters('2017-08-30', '2017-10-01')).toEqual(['2017-18-Q2']);
  });
});

test('the day is that of London, in summer time too', () => {
  expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  expect(londonDay(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
});
