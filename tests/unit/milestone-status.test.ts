import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fact, factsAsAt, milestoneAsAt, standingFacts } from '#app/domain/milestone-status.ts';
import { firstDay, lastDay } from '#app/domain/partial-date.ts';
import { MILESTONE_STATUSES } from '#db/tables/position.ts';
import { anyDay, anyFacts } from '../helpers/arbitraries.ts';

type Row = [kind: Fact['kind'], value: string | null, saidOn: string, replaces?: number];
const facts = (...rows: Row[]): Fact[] =>
  rows.map(([kind, value, saidOn, replaces], i) => ({
    number: i + 1,
    kind,
    value,
    saidOn,
    replaces: replaces ?? null,
  }));
const statusOn = (day: string, ...rows: Row[]): string | undefined => milestoneAsAt(facts(...rows), day)?.status;

describe('how a milestone stands on a day', () => {
  const hubs: Row[] = [
    ['baseline', '2021-07', '2018-07-16'],
    ['forecast', '2020-12', '2019-05'],
    ['met', '2019-10-01', '2019-10-01'],
  ];
  test('is nothing before anything was promised', () => {
    expect(milestoneAsAt(facts(...hubs), '2018-07-15')).toBeNull();
    expect(statusOn('2018-07-16', ...hubs)).toBe('on course');
  });
  test('changes on the day of the outcome', () => {
    expect(statusOn('2019-09-30', ...hubs)).toBe('on course');
    expect(statusOn('2019-10-01', ...hubs)).toBe('done by its first date');
  });
  test('is done late when met after the last day of the first period', () => {
    expect(statusOn('2024-01-01', ['baseline', '2023-Q1', '2021-11'], ['met', '2023-03-31', '2023-03-31'])).toBe(
      'done by its first date',
    );
    expect(statusOn('2024-01-01', ['baseline', '2023-Q1', '2021-11'], ['met', '2023-04-01', '2023-04-01'])).toBe(
      'done late',
    );
  });
  test('an outcome known only to a year counts from its last day', () => {
    const rows: Row[] = [
      ['baseline', '2023-Q4', '2022-12'],
      ['met', '2024', '2024'],
    ];
    expect(statusOn('2024-12-30', ...rows)).toBe('date passed');
    expect(statusOn('2024-12-31', ...rows)).toBe('done late');
  });
  test('a date is passed on the day after its period', () => {
    expect(statusOn('2020-03-31', ['baseline', '2020-03', '2018'])).toBe('on course');
    expect(statusOn('2020-04-01', ['baseline', '2020-03', '2018'])).toBe('date passed');
  });
  test('a later date counts from the day it was said, and an earlier one brings it forward', () => {
    const rows: Row[] = [
      ['baseline', '2020-03', '2018'],
      ['forecast', '2020-09-30', '2020-03-26'],
    ];
    expect(statusOn('2020-03-25', ...rows)).toBe('on course');
    expect(statusOn('2020-03-26', ...rows)).toBe('due later than first promised');
    expect(statusOn('2020-10-01', ...rows)).toBe('date passed');
    expect(statusOn('2020-06-01', ['baseline', '2022', '2018-12'], ['forecast', '2021-Q3', '2020-05-17'])).toBe(
      'on course',
    );
  });
  test('of two dates said on one day the one recorded later stands', () => {
    const state = milestoneAsAt(
      facts(['baseline', '2020', '2018'], ['forecast', '2021', '2019'], ['forecast', '2022', '2019-01-01']),
      '2019-06-01',
    );
    expect(state?.latestDate).toBe('2022');
  });
  test('a date taken back leaves no date, until a new one is said', () => {
    const rows: Row[] = [
      ['baseline', '2021-07-01', '2021-05-12'],
      ['undated', null, '2021-07-19'],
      ['forecast', '2023', '2022-05'],
    ];
    expect(statusOn('2021-07-18', ...rows)).toBe('date passed');
    expect(statusOn('2021-07-19', ...rows)).toBe('no date');
    expect(statusOn('2022-05-01', ...rows)).toBe('due later than first promised');
  });
  test('ends otherwise in the words of its outcome, whenever that was', () => {
    const base: Row = ['baseline', '2022-08', '2017-08-30'];
    expect(statusOn('2023-01-01', base, ['missed', '2022', '2022-10'])).toBe('not met');
    expect(statusOn('2023-01-01', base, ['partly met', '2022-01', '2022-01'])).toBe('partly met');
    expect(statusOn('2023-01-01', base, ['withdrawn', '2022-04-06', '2022-04-06'])).toBe('withdrawn');
    expect(statusOn('2023-01-01', base, ['re-measured', '2022-09-29', '2022-09-29'])).toBe('met by re-measurement');
  });
  test('a forecast recorded before a late-recorded delivery does not undo it', () => {
    const rows: Row[] = [
      ['baseline', '2022', '2020'],
      ['forecast', '2025', '2024-06'],
      ['met', '2022-10', '2024-07'],
    ];
    expect(statusOn('2024-12-01', ...rows)).toBe('done by its first date');
  });
  test('what was finished after it was partly met is done', () => {
    const rows: Row[] = [
      ['baseline', '2021-03', '2019'],
      ['partly met', '2021-09-30', '2021-09-30'],
      ['met', '2022-06-30', '2022-07-01'],
    ];
    expect(statusOn('2022-01-01', ...rows)).toBe('partly met');
    expect(statusOn('2022-07-01', ...rows)).toBe('done late');
  });
  test('an outcome corrected to an earlier day holds on the days between', () => {
    const rows: Row[] = [
      ['baseline', '2020-06', '2019'],
      ['met', '2020-09-01', '2020-09-01'],
      ['met', '2020-06-10', '2020-10-01', 2],
    ];
    expect(statusOn('2020-06-09', ...rows)).toBe('on course');
    expect(statusOn('2020-07-15', ...rows)).toBe('done by its first date');
  });
  test('an outcome corrected to a later day leaves the date passed on the days between', () => {
    const rows: Row[] = [
      ['baseline', '2020-06', '2019'],
      ['met', '2020-06-10', '2020-06-10'],
      ['met', '2020-09-01', '2020-10-01', 2],
    ];
    expect(statusOn('2020-06-20', ...rows)).toBe('on course');
    expect(statusOn('2020-07-15', ...rows)).toBe('date passed');
    expect(statusOn('2020-09-01', ...rows)).toBe('done late');
  });
  test('a milestone for which nothing is recorded has no date', () => {
    expect(milestoneAsAt([], '2020-01-01')?.status).toBe('no date');
  });

  describe('for any facts and any day', () => {
    test('the status is one of the vocabulary and does not depend on the order of the rows', () => {
      fc.assert(
        fc.property(anyFacts(), anyDay(), (rows, day) => {
          const state = milestoneAsAt(rows, day);
          if (state) expect(MILESTONE_STATUSES).toContain(state.status);
          expect(milestoneAsAt([...rows].reverse(), day)?.status).toBe(state?.status);
        }),
      );
    });
    test('a fact of the future changes nothing', () => {
      fc.assert(
        fc.property(anyFacts(), anyDay(), (rows, day) => {
          const future: Fact = { number: 99, kind: 'forecast', value: '2040', saidOn: '2035', replaces: null };
          expect(milestoneAsAt([...rows, future], day)?.status).toBe(milestoneAsAt(rows, day)?.status);
        }),
      );
    });
    test('a replaced fact is as if it had never been recorded', () => {
      fc.assert(
        fc.property(anyFacts(), anyDay(), (rows, day) => {
          const standing = standingFacts(rows).map((fact) => ({ ...fact, replaces: null }));
          expect(milestoneAsAt(standing, day)?.status).toBe(milestoneAsAt(rows, day)?.status);
        }),
      );
    });
    test('once an outcome counts, a date never undoes it', () => {
      fc.assert(
        fc.property(anyFacts(), anyDay(), (rows, day) => {
          const state = milestoneAsAt(rows, day);
          if (!state?.outcome) return;
          const later: Fact = { number: 99, kind: 'forecast', value: '2029', saidOn: day, replaces: null };
          expect(milestoneAsAt([...rows, later], day)?.status).toBe(state.status);
        }),
      );
    });
    test('only facts said, or ended, by the day are counted', () => {
      fc.assert(
        fc.property(anyFacts(), anyDay(), (rows, day) => {
          for (const fact of factsAsAt(rows, day)) {
            const known = ['met', 'partly met', 'missed', 'withdrawn', 're-measured'].includes(fact.kind)
              ? lastDay(fact.value ?? '')
              : firstDay(fact.saidOn);
            expect(known <= day).toBe(true);
          }
        }),
      );
    });
  });
});
