import { describe, expect, test } from 'vitest';
import { DatesPromisedChart } from '#app/components/figures/dates-promised.tsx';
import { promiseFrame, stepCorners } from '#app/components/figures/dates-promised-geometry.ts';
import { datesPromised, hasDatesPromised, moveInWords } from '#app/domain/dates-promised.ts';
import { datesPromisedTitle } from '#app/domain/figure-titles.ts';
import { datesPromisedRows } from '#app/domain/figures.ts';
import { draw, elements, expectSound } from '../helpers/drawing.ts';
import { milestone } from '../helpers/milestone-view.ts';

type Said = Parameters<typeof milestone>[1][number];
const DAY = '2026-11-23';
const said = (saidOn: string, value: string | null, kind: Said['kind'] = 'forecast'): Said => ({ kind, value, saidOn });
const promised = (...facts: Said[]) => datesPromised(milestone('DAT-8.2', facts), DAY);

const COMPLIANCE = promised(
  said('2018', '2020-03', 'baseline'),
  said('2020-03-26', '2020-09-30'),
  said('2022-03-30', '2022-07-31'),
  said('2022-07-31', '2022-07-31', 'partly met'),
);
const GP_DATA = promised(
  said('2021-05-12', '2021-07-01', 'baseline'),
  said('2021-06-08', '2021-09-01'),
  said('2021-07-19', null, 'undated'),
);
const EXOMES = promised(
  said('2017-03-22', '2022', 'baseline'),
  said('2018-01-08', '2019-12'),
  said('2019-03-11', '2020'),
  said('2021-10-18', '2021-10-18', 'met'),
);
const DEVICES = promised(
  said('2021-09', '2023-07', 'baseline'),
  said('2022-10-25', '2024-07-01'),
  said('2024-12-11', '2026'),
);
const PASSED = promised(said('2018-10', '2023-10', 'baseline'), said('2019-07', '2024'), said('2020-01', '2024'));
const WIDTHS = [720, 328];

const chart = (dates: typeof DEVICES, width = 720): string =>
  draw(<DatesPromisedChart id="figure-4" dates={dates} width={width} />);

describe('figure 4, dates promised over time', () => {
  test('is drawn from three statements about the date on, two of them with a date', () => {
    expect([COMPLIANCE, GP_DATA, EXOMES, DEVICES, PASSED].every(hasDatesPromised)).toBe(true);
    const two = promised(said('2018', '2020', 'baseline'), said('2019', '2021'));
    expect(hasDatesPromised(two)).toBe(false);
    expect(chart(two)).toBe('');
  });

  test('steps from date to date: promises at their last day, statements at their first', () => {
    const frame = promiseFrame(COMPLIANCE, 720);
    const corners = stepCorners(COMPLIANCE, frame);
    expect([frame.said.first, frame.promised.first]).toEqual(['2018-01-01', '2020-01-01']);
    expect(corners.map(({ x, y }) => [x, y])).toEqual([
      [0, 90],
      [815, 273],
      [1549, 942],
      [1672, 942],
    ]);
  });

  test('the line breaks where the date was taken back, and ends where the date passed', () => {
    expect(stepCorners(GP_DATA, promiseFrame(GP_DATA, 720)).at(-1)?.y).toBe(null);
    expect(chart(GP_DATA)).toContain('>no date</text>');
    const frame = promiseFrame(PASSED, 720);
    const end = stepCorners(PASSED, frame).at(-1);
    expect(frame.left + ((end?.x ?? 0) / frame.said.days) * frame.plotWidth).toBeCloseTo(frame.x('2024-12-31'), 6);
    expect(chart(PASSED)).toContain('>date passed, no outcome found</text>');
  });

  test('says on each mark what was said when, and last how it ended', () => {
    expect(elements(chart(COMPLIANCE), 'figure__hit').map((hit) => hit['data-tip'])).toEqual([
      'Said 2018: March 2020',
      'Said 26 March 2020: 30 September 2020',
      'Said 30 March 2022: 31 July 2022',
      'Partly met: 31 July 2022',
    ]);
    expect(elements(chart(GP_DATA), 'figure__hit').at(-1)?.['data-tip']).toBe(
      'Said 19 July 2021: date taken back, no other given',
    );
  });

  test('an outcome stands on the day itself, joined to the date that was promised last', () => {
    const frame = promiseFrame(EXOMES, 720);
    const outcome = elements(chart(EXOMES), 'figure__hit').at(-1);
    expect(Number(outcome?.cx)).toBeCloseTo(frame.x('2021-10-18'), 6);
    expect(Number(outcome?.cy)).toBeCloseTo(frame.y('2021-10-18'), 6);
  });

  test('the as-at day is a line while the promise is open, and left away when it ended years before', () => {
    expect(chart(DEVICES)).toContain('>As at 23 November 2026</text>');
    expect(chart(COMPLIANCE)).not.toContain('As at 23 November 2026</text>');
  });

  test('is sound in both widths, with every word inside the drawing', () => {
    for (const dates of [COMPLIANCE, GP_DATA, EXOMES, DEVICES, PASSED]) {
      for (const width of WIDTHS) {
        const html = chart(dates, width);
        expectSound(html);
        for (const hit of elements(html, 'figure__hit')) {
          expect(Number(hit.cx)).toBeLessThanOrEqual(width);
          expect(Number(hit.cy)).toBeGreaterThan(0);
        }
      }
    }
  });

  test('says in its title how often the date moved and how far in all', () => {
    expect(datesPromisedTitle(COMPLIANCE)).toBe('The date moved twice, by about 28 months in all');
    expect(datesPromisedTitle(GP_DATA)).toBe('The date moved once, and was then taken back');
    expect(datesPromisedTitle(EXOMES)).toBe('The date moved twice, to about 24 months earlier');
    expect(datesPromisedTitle(PASSED)).toBe('The date moved once, by about 14 months in all');
    const exact = promised(
      said('2025', '2026-03-31', 'baseline'),
      said('2026', '2026-04-10'),
      said('2026-02', '2026-04-28'),
    );
    expect(datesPromisedTitle(exact)).toBe('The date moved twice, by 28 days in all');
    const again = promised(said('2025', '2026-03', 'baseline'), said('2026', '2026-03'), said('2026-02', '2026-03-31'));
    expect(datesPromisedTitle(again)).toBe('The same date was given 3 times');
    const back = promised(said('2025', '2027', 'baseline'), said('2026', '2028'), said('2026-02', '2027'));
    expect(datesPromisedTitle(back)).toBe('The date moved twice and came back to the first');
  });

  test('its rows say what each statement changed, and last the outcome', () => {
    expect(COMPLIANCE.dates.map(moveInWords)).toEqual([
      'First date',
      'about 6 months later, at least 183 days',
      '669 days later',
    ]);
    expect(moveInWords(PASSED.dates[2] ?? { kind: 'forecast', saidOn: '2020', value: null, before: null })).toBe(
      'The same date again',
    );
    expect(datesPromisedRows(COMPLIANCE).rows.at(-1)).toEqual({
      said: 'Outcome',
      date: '31 July 2022',
      change: 'Partly met',
    });
  });
});
