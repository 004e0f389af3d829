import { describe, expect, test } from 'vitest';
import { deadlineOf, isWorkingDay } from '#app/domain/returns/deadline.server.ts';

describe('the deadline of a quarter: the 10th working day after its end', () => {
  test.each([
    // No bank holiday between 1 and 14 October 2026.
    ['2026-27-Q2', '2026-10-14'],
    // 1 January 2027 is a Friday and a bank holiday, so counting begins on Monday 4 January.
    ['2026-27-Q3', '2027-01-15'],
    // Good Friday, 26 March 2027, is before the quarter's end; Easter Monday is 29 March.
    ['2026-27-Q4', '2027-04-14'],
    // Good Friday, 3 April, and Easter Monday, 6 April 2026.
    ['2025-26-Q4', '2026-04-16'],
    // 1 and 2 January 2022 are Saturday and Sunday: the bank holiday is Monday 3 January.
    ['2021-22-Q3', '2022-01-17'],
  ])('%s: %s', (quarter, day) => {
    expect(deadlineOf(quarter)).toBe(day);
  });

  test.each([
    '2026-12-25',
    '2026-12-28',
    '2027-01-01',
    '2026-04-03',
    '2026-11-21',
    '2022-06-03',
    '2022-09-19',
    '2023-05-08',
  ])('%s is no working day', (day) => expect(isWorkingDay(day)).toBe(false));
  // 2 January and St Andrew's Day are holidays in Scotland, Boxing Day's substitute is not needed in 2024.
  test.each(['2025-01-02', '2026-11-30', '2026-11-23', '2024-12-27'])('%s is one', (day) =>
    expect(isWorkingDay(day)).toBe(true),
  );
});
