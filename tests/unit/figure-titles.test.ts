import { describe, expect, test } from 'vitest';
import { stagesTitle, statusOverTimeTitle, timelineTitle } from '#app/domain/figure-titles.ts';
import { stagesByThemeRows, statusOverTimeRows, timelineRows } from '#app/domain/figures.ts';
import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import { countStages, stagesByTheme } from '#app/domain/overview/stage-counts.ts';
import { timelineOf } from '#app/domain/timeline.ts';
import { aMilestone, aRecommendation, aRecord, type FactRow, judged } from '../helpers/views.ts';

const quarter = (first: number, late: number, passed: number, open: number, endedOtherwise = 0): QuarterCounts => ({
  quarter: '2026-27-Q3',
  label: 'October to December 2026',
  soFar: true,
  counts: { 'done by first date': first, 'done late': late, 'date passed': passed, open },
  endedOtherwise,
});

describe('figure 0', () => {
  const recommendations = [
    aRecommendation({ code: 'A-1', stage: judged('delivered') }),
    aRecommendation({ code: 'A-2', stage: judged('partly delivered') }),
    aRecommendation({ code: 'XCUT-1', theme: 'XCUT' }),
  ];
  test('says in its title how many are delivered', () => {
    expect(stagesTitle(countStages(recommendations))).toBe('1 of 3 recommendations delivered, 1 partly');
    expect(stagesTitle(countStages([aRecommendation()]))).toBe('None of 1 recommendation had been judged by this day');
    expect(stagesTitle(countStages([]))).toBe('Recommendations by stage');
  });
  test('has a row a theme, and counts apart what nobody had judged', () => {
    const { columns, rows } = stagesByThemeRows(stagesByTheme(aRecord({ recommendations })));
    expect(columns.map(({ label }) => label).slice(-2)).toEqual(['Not judged by this day', 'All']);
    expect(rows).toMatchObject([
      { theme: 'Data (A)', delivered: 1, 'partly delivered': 1, notJudged: 0, total: 2 },
      { theme: 'Governance (XCUT)', delivered: 0, notJudged: 1, total: 1 },
    ]);
  });
});

describe('figure 1', () => {
  test('says in its title how many are done, of all, also of those it does not draw', () => {
    expect(statusOverTimeTitle([quarter(9, 9, 9, 9), quarter(13, 28, 5, 6, 10)])).toBe(
      '41 of 62 milestones done, 28 of them late',
    );
    expect(statusOverTimeTitle([quarter(0, 0, 1, 0, 1)])).toBe('None of 2 milestones done yet');
    expect(statusOverTimeTitle([quarter(0, 0, 0, 0)])).toBe('Milestones by quarter');
    expect(statusOverTimeTitle([])).toBe('Milestones by quarter');
  });
  test('marks the quarter that still runs', () => {
    const { rows } = statusOverTimeRows([{ ...quarter(1, 0, 0, 2), soFar: false }, quarter(1, 1, 0, 1, 3)]);
    expect(rows.map((row) => row['quarter'])).toEqual([
      'October to December 2026',
      'October to December 2026 (so far)',
    ]);
    expect(rows[1]).toMatchObject({ 'done late': 1, open: 1, endedOtherwise: 3 });
  });
});

describe('figure 5', () => {
  const timeline = (...rows: FactRow[][]) =>
    timelineOf(
      rows.map((facts) => aMilestone(facts, '2026-11-23')),
      '2026-11-23',
      (code) => `/${code}`,
    );
  const moved: FactRow[] = [
    ['baseline', '2020', '2018'],
    ['forecast', '2021-Q3', '2019'],
    ['met', '2021-09-29', '2021-09-29'],
  ];
  const kept: FactRow[] = [
    ['baseline', '2030', '2018'],
    ['forecast', '2030', '2019'],
  ];
  const takenBack: FactRow[] = [
    ['baseline', '2021-07-01', '2021'],
    ['undated', null, '2021-07-19'],
  ];

  test('says in its title how many first dates were changed', () => {
    expect(timelineTitle(timeline(moved, kept, takenBack))).toBe('2 of 3 first dates were changed');
    expect(timelineTitle(timeline(moved, kept))).toBe('1 of 2 first dates was changed');
    expect(timelineTitle(timeline(kept))).toBe('None of 1 first date was changed');
    expect(timelineTitle(timeline())).toBe('Dates promised and kept');
  });
  test('keeps the first date, the later ones and the outcome apart', () => {
    expect(timelineRows(timeline(moved, kept, takenBack)).rows).toMatchObject([
      {
        status: 'Done late',
        firstDate: '2020',
        laterDates: 'July to September 2021',
        outcome: 'Done late, 29 September 2021',
      },
      { status: 'On course', firstDate: '2030', laterDates: 'None', outcome: 'None yet' },
      { status: 'No date', firstDate: '1 July 2021', laterDates: 'date taken back', outcome: 'None yet' },
    ]);
  });
});
