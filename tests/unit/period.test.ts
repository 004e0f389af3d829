import { describe, expect, test } from 'vitest';
import { firstDayOfPeriod, formatPeriod, isPeriod, lastDayOfPeriod } from '#app/domain/period.ts';

describe('the period of a measured value', () => {
  test.each(['2019', '2019-Q4', '2019-10', '2019-10-01', '2021/22', '1999/00'])('%s is one', (text) => {
    expect(isPeriod(text)).toBe(true);
  });
  test.each(['', '2021/23', '2021/21', '2021-22', '21/22', '2021/2022', '2021/22 '])('"%s" is none', (text) => {
    expect(isPeriod(text)).toBe(false);
  });
  test.each([
    ['2021/22', '2021-04-01', '2022-03-31', '2021 to 2022'],
    ['1999/00', '1999-04-01', '2000-03-31', '1999 to 2000'],
    ['2019', '2019-01-01', '2019-12-31', '2019'],
    ['2019-10', '2019-10-01', '2019-10-31', 'October 2019'],
  ])('%s is from %s to %s, "%s"', (period, first, last, words) => {
    expect([firstDayOfPeriod(period), lastDayOfPeriod(period), formatPeriod(period)]).toEqual([first, last, words]);
  });
});
