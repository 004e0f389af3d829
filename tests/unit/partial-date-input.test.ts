import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateParts, readDateParts } from '#app/domain/partial-date-input.ts';
import { anyPartialDate } from '../helpers/arbitraries.ts';

const read = (day: string, month: string, year: string) => readDateParts({ day, month, year }, 'The new date');

describe('a date in three boxes', () => {
  test.each([
    ['1', '10', '2019', '2019-10-01'],
    [' 1 ', 'October', ' 2019 ', '2019-10-01'],
    ['29', 'feb', '2024', '2024-02-29'],
    ['', 'Oct', '2019', '2019-10'],
    ['', '3', '2019', '2019-03'],
    ['', 'q4', '2019', '2019-Q4'],
    ['', '', '2019', '2019'],
  ])('%s / %s / %s is read as %s', (day, month, year, value) => {
    expect(read(day, month, year)).toEqual({ ok: true, value });
  });

  test.each([
    ['', '', '', 'year', 'The new date must include a year'],
    ['1', '1', '19', 'year', 'The year of the new date must be four numbers, like 2026'],
    ['1', '1', '20199', 'year', 'The year of the new date must be four numbers, like 2026'],
    ['', '13', '2019', 'month', 'The month of the new date must be from 1 to 12, or a quarter from Q1 to Q4'],
    ['', '0', '2019', 'month', 'The month of the new date must be from 1 to 12, or a quarter from Q1 to Q4'],
    ['1', '', '2019', 'month', 'The month of the new date must be from 1 to 12, or a quarter from Q1 to Q4'],
    ['', 'Q5', '2019', 'month', 'The month of the new date must be from 1 to 12, or a quarter from Q1 to Q4'],
    ['1', 'Q4', '2019', 'day', 'Leave the day of the new date empty when you give a quarter'],
    ['30', '2', '2019', 'day', 'The new date must be a day that exists'],
    ['first', '2', '2019', 'day', 'The new date must be a day that exists'],
  ])('%s / %s / %s is refused at the %s', (day, month, year, part, message) => {
    expect(read(day, month, year)).toEqual({ ok: false, part, message });
  });

  test('shows any date so that it reads back the same', () => {
    fc.assert(
      fc.property(anyPartialDate(), (date) => {
        expect(readDateParts(dateParts(date), 'The date')).toEqual({ ok: true, value: date });
      }),
    );
    expect(dateParts(null)).toEqual({ day: '', month: '', year: '' });
  });
});
