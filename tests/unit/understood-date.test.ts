import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPartialDate } from '#app/domain/partial-date.ts';
import { understandDate } from '#app/domain/understood-date.ts';
import { anyPartialDate } from '../helpers/arbitraries.ts';

const value = (text: string) => {
  const date = understandDate(text);
  return date.kind === 'date' ? date.value : date.kind;
};
const words = (text: string) => {
  const date = understandDate(text);
  return date.kind === 'date' ? date.understood : null;
};
const mend = (text: string) => {
  const date = understandDate(text);
  return date.kind === 'refused' ? date.mend : null;
};

describe('a date that says itself what it means', () => {
  test.each([
    ['2019-10-01', '2019-10-01'],
    ['2019-10', '2019-10'],
    ['2019-Q4', '2019-Q4'],
    ['2019-q4', '2019-Q4'],
    ['2019', '2019'],
    [' 2019-10-01 ', '2019-10-01'],
    ['31/10/2019', '2019-10-31'],
    ['31.10.2019', '2019-10-31'],
    ['31-10-2019', '2019-10-31'],
    ['1 October 2019', '2019-10-01'],
    ['1 Oct 2019', '2019-10-01'],
    ['1 OCT 2019', '2019-10-01'],
    ['1st October 2019', '2019-10-01'],
    ['2nd of May 2019', '2019-05-02'],
    ['Tuesday 1 October 2019', '2019-10-01'],
    ['1 October, 2019', '2019-10-01'],
    ['October 1, 2019', '2019-10-01'],
    ['1-Oct-2019', '2019-10-01'],
    ['September 2019', '2019-09'],
    ['Sept 2019', '2019-09'],
    ['Sep 2019', '2019-09'],
    ['Sept. 2019', '2019-09'],
    ['05/05/2020', '2020-05-05'],
    ['29/02/2020', '2020-02-29'],
    ['by 2025', '2025'],
    ['by March 2021', '2021-03'],
    ['By 31 March 2021', '2021-03-31'],
    ['in March 2021', '2021-03'],
    ['1\u00a0October\u00a02019', '2019-10-01'],
  ])('%s is %s', (text, date) => {
    expect(understandDate(text)).toEqual({ kind: 'date', value: date, understood: null });
  });
});

describe('a date that has to be understood says how', () => {
  test.each([
    ['03/04/2020', '2020-04-03', '“03/04/2020” was read as 3 April 2020, day first'],
    ['1/10/2019', '2019-10-01', '“1/10/2019” was read as 1 October 2019, day first'],
    ['1.10.19', '2019-10-01', '“1.10.19” was read as 1 October 2019, day first'],
    ['31/10/19', '2019-10-31', '“31/10/19” was read as 31 October 2019'],
    ['1 Oct 69', '2069-10-01', '“1 Oct 69” was read as 1 October 2069'],
    ['Oct-19', '2019-10', '“Oct-19” was read as October 2019'],
    ['09/2019', '2019-09', '“09/2019” was read as September 2019'],
    ['Q3 2019 to 2020', '2019-Q4', '“Q3 2019 to 2020” was read as October to December 2019'],
    ['Q3 2019-20', '2019-Q4', '“Q3 2019-20” was read as October to December 2019'],
    ['2019-20 Q3', '2019-Q4', '“2019-20 Q3” was read as October to December 2019'],
    ['2019/20 Q3', '2019-Q4', '“2019/20 Q3” was read as October to December 2019'],
    ['Q1 2019/20', '2019-Q2', '“Q1 2019/20” was read as April to June 2019'],
    ['Q4 2019 to 2020', '2020-Q1', '“Q4 2019 to 2020” was read as January to March 2020'],
    ['Q4 1999-00', '2000-Q1', '“Q4 1999-00” was read as January to March 2000'],
    ['Q3 2019', '2019-Q3', '“Q3 2019” was read as July to September 2019, a quarter of the calendar year'],
    ['2019 Q3', '2019-Q3', '“2019 Q3” was read as July to September 2019, a quarter of the calendar year'],
    ['2019-20', '2020-03', '“2019-20” was read as by the end of the financial year, March 2020'],
    ['2019/20', '2020-03', '“2019/20” was read as by the end of the financial year, March 2020'],
    ['FY2019/20', '2020-03', '“FY2019/20” was read as by the end of the financial year, March 2020'],
    ['2019 to 2020', '2020-03', '“2019 to 2020” was read as by the end of the financial year, March 2020'],
    ['spring 2020', '2020-05', '“spring 2020” was read as by the end of May 2020'],
    ['Summer 2020', '2020-08', '“Summer 2020” was read as by the end of August 2020'],
    ['autumn 2020', '2020-11', '“autumn 2020” was read as by the end of November 2020'],
    ['by autumn 2020', '2020-11', '“by autumn 2020” was read as by the end of November 2020'],
    ['winter 2020', '2021-02', '“winter 2020” was read as by the end of February 2021'],
    ['winter 2020 to 2021', '2021-02', '“winter 2020 to 2021” was read as by the end of February 2021'],
    ['winter 2020-21', '2021-02', '“winter 2020-21” was read as by the end of February 2021'],
    ['end of 2020', '2020-12', '“end of 2020” was read as December 2020'],
    ['by the end of 2020', '2020-12', '“by the end of 2020” was read as December 2020'],
    ['end 2020', '2020-12', '“end 2020” was read as December 2020'],
    ['end of March 2021', '2021-03', '“end of March 2021” was read as March 2021'],
    ['43739', '2019-10-01', '“43739” was read as 1 October 2019, since a spreadsheet counts days so'],
  ])('%s is %s', (text, date, said) => {
    expect([value(text), words(text)]).toEqual([date, said]);
  });
});

describe('no date', () => {
  test.each([
    '',
    '  ',
    'TBC',
    'tbd',
    'to be confirmed',
    'To be determined',
    'n/a',
    'N/A',
    '-',
    '–',
    'none',
    'not known',
    '?',
  ])('%j says that there is none', (text) => {
    expect(understandDate(text)).toEqual({ kind: 'none' });
  });
});

describe('a date that is refused says what to write', () => {
  test.each(['31/02/2020', '31 February 2020', '2020-02-30', '30/02/20', '32/01/2020', '29/02/2019', '0/1/2020'])(
    '%s: no such day',
    (text) => {
      expect(mend(text)).toBe('write a day that exists, such as 2019-10-31');
    },
  );
  test('the month first, where nothing else is possible', () => {
    expect(mend('04/13/2020')).toBe('write the day first, 13/04/2020, or 2020-04-13');
  });
  test.each(['2019-13', '13/2019', '2019-00'])('%s: no such month', (text) => {
    expect(mend(text)).toMatch(/^write a month from 01 to 12/);
  });
  test.each(['2019/21', 'Q3 2019 to 2021', '2019-19 Q3', 'winter 2020 to 2022', 'FY2019/21'])(
    '%s: years that do not follow',
    (text) => {
      expect(mend(text)).toBe('write two years that follow each other, such as 2019 to 2020');
    },
  );
  test.each(['mid 2020', 'early 2020', 'late 2020', 'mid-2020', 'in early 2020', 'by mid 2020'])(
    '%s: too vague',
    (text) => {
      expect(mend(text)).toMatch(/^write the last month or quarter that is meant/);
    },
  );
  test.each(['1/10/75', '1 Oct 75'])('%s: a century that nobody can know', (text) => {
    expect(mend(text)).toBe('write the year with four numbers, such as 2019');
  });
  test.each([
    'soon',
    'Q5 2019',
    '2019-Q5',
    '19999',
    '80001',
    '12',
    '10',
    '=TODAY()',
    'Oct',
    'Mayhem 2020',
    '1/2',
    '٢٠١٩',
    '2019-10-01-02',
    'Monday',
  ])('%s', (text) => {
    expect(mend(text)).toMatch(/^write a date such as 2019-10-01/);
  });
});

describe('whatever is written', () => {
  test('dates of the record are themselves', () => {
    fc.assert(
      fc.property(anyPartialDate(), (date) => {
        expect(understandDate(date)).toEqual({ kind: 'date', value: date, understood: null });
      }),
    );
  });
  test('a date of the record comes out, or words, and never an error', () => {
    const pieces = fc.constantFrom(
      '2019',
      '20',
      '19',
      '-',
      '/',
      ' ',
      'Q',
      '3',
      'to',
      'Oct',
      'winter ',
      'by ',
      'end of ',
      '.',
      '13',
      '1st',
      '31',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const date = understandDate(any);
        if (date.kind === 'date') expect(isPartialDate(date.value)).toBe(true);
        if (date.kind === 'refused') expect(date.mend).toMatch(/^write /);
      }),
      { numRuns: 3_000 },
    );
  });
});
