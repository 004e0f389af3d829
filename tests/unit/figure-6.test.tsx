import { describe, expect, test } from 'vitest';
import { LateByChart } from '#app/components/figures/late-by.tsx';
import { lateByFrame, monthsDrawn } from '#app/components/figures/late-by-geometry.ts';
import { LateByList } from '#app/components/figures/late-by-list.tsx';
import { lateByTitle } from '#app/domain/figure-titles.ts';
import { lateByRows } from '#app/domain/figures.ts';
import { lateBy, lateByInWords } from '#app/domain/late-by.ts';
import type { MilestoneView } from '#app/domain/record/record.ts';
import { draw, elements, expectSound } from '../helpers/drawing.ts';
import { milestone } from '../helpers/milestone-view.ts';

/** A milestone first promised for one date and done on another. */
const done = (code: string, first: string, met: string): MilestoneView =>
  milestone(code, [
    { kind: 'baseline', value: first, saidOn: '2017-09' },
    { kind: 'met', value: met, saidOn: met },
  ]);
const announced = (code: string, first: string, ...later: string[]): MilestoneView =>
  milestone(code, [
    { kind: 'baseline', value: first, saidOn: '2017-09' },
    ...later.map((value) => ({ kind: 'forecast' as const, value, saidOn: '2018' })),
  ]);

const LATE = done('DAT-1.1', '2018-03', '2019-02-28');
const DAYS_LATE = done('DAT-1.2', '2018-03-31', '2018-04-28');
const ON_TIME = done('DAT-1.3', '2018-04-01', '2018-04-01');
const EARLY = done('DAT-1.4', '2019', '2017-12');
const MOVED = announced('DAT-1.5', '2020', '2030');
const PASSED = announced('DAT-1.6', '2019', '2020-03');
const NO_LATER = announced('DAT-1.7', '2027');
const WITHDRAWN = milestone('DAT-1.8', [
  { kind: 'baseline', value: '2018', saidOn: '2017-09' },
  { kind: 'withdrawn', value: '2018-05', saidOn: '2018-05' },
]);
const BARE = milestone('DAT-1.9', []);
const ALL = [NO_LATER, EARLY, LATE, BARE, DAYS_LATE, ON_TIME, WITHDRAWN, MOVED, PASSED];

const rowsOf = (...milestones: MilestoneView[]) => lateBy(milestones).rows;
const href = (code: string): string => `/milestones/${code}`;

describe('figure 6, late by', () => {
  test('sorts the most late first, and leaves out by reason what cannot be compared', () => {
    const { rows, leftOut } = lateBy(ALL);
    expect(rows.map(({ code, span }) => [code, lateByInWords(span)])).toEqual([
      ['DAT-1.5', '120 months'],
      ['DAT-1.1', '11 months'],
      ['DAT-1.6', '3 months'],
      ['DAT-1.2', '28 days'],
      ['DAT-1.3', 'on time'],
      ['DAT-1.4', '24 months early'],
    ]);
    expect(leftOut.map(({ reason, milestones }) => [reason, ...milestones.map(({ code }) => code)])).toEqual([
      ['no later date', 'DAT-1.7'],
      ['withdrawn', 'DAT-1.8'],
      ['no first date', 'DAT-1.9'],
    ]);
  });

  test('a length under a month is in days only where both dates are days', () => {
    expect(lateByInWords({ days: 28, atLeast: 28, exact: true })).toBe('28 days');
    expect(lateByInWords({ days: 1, atLeast: 1, exact: true })).toBe('1 day');
    expect(lateByInWords({ days: -30, atLeast: -30, exact: true })).toBe('30 days early');
    expect(lateByInWords({ days: 12, atLeast: 0, exact: false })).toBe('under a month');
    expect(lateByInWords({ days: -12, atLeast: 0, exact: false })).toBe('under a month early');
    expect(lateByInWords({ days: 31, atLeast: 31, exact: true })).toBe('1 month');
  });

  test('bars begin at zero, are as long as the milestone is late, and run left where it was early', () => {
    const rows = rowsOf(...ALL);
    const frame = lateByFrame(rows, 720);
    const bars = elements(draw(<LateByChart id="figure-6" rows={rows} width={720} />), 'figure__late-bar');
    expect(bars).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      const ends = [frame.x(0), frame.x(monthsDrawn(row))].sort((a, b) => a - b);
      expect(Number(bars[i]?.x)).toBeCloseTo(ends[0] ?? 0, 6);
      expect(Number(bars[i]?.width)).toBeCloseTo((ends[1] ?? 0) - (ends[0] ?? 0), 6);
    }
    expect(bars.at(-1)?.['data-group']).toBe('done by first date');
  });

  test('each row tells its dates to the tooltip', () => {
    const tips = elements(
      draw(<LateByChart id="figure-6" rows={rowsOf(LATE, ON_TIME, EARLY)} width={720} />),
      'figure__hit',
    );
    expect(tips.map((tip) => tip['data-tip'])).toEqual([
      'DAT-1.1 The promise DAT-1.1|Done late|First date: March 2018|Done: 28 February 2019|Late by 11 months',
      'DAT-1.3 The promise DAT-1.3|Done by its first date|First date: 1 April 2018|Done: 1 April 2018|On time',
      'DAT-1.4 The promise DAT-1.4|Done by its first date|First date: 2019|Done: December 2017|24 months early',
    ]);
  });

  test.each([1, 3, 62, 300])('draws %i milestones soundly, as bars and as a list', (many) => {
    const some = [LATE, EARLY, MOVED, DAYS_LATE, PASSED, ON_TIME];
    const rows = rowsOf(
      ...Array.from({ length: many }, (_, i) => ({
        ...(some[i % 6] ?? LATE),
        code: `DAT-${i}.1`,
        title: 'A long title '.repeat(9),
      })),
    );
    const wide = draw(<LateByChart id="figure-6" rows={rows} width={720} />);
    expectSound(wide);
    expect(elements(wide, 'figure__hit')).toHaveLength(many);
    const list = draw(<LateByList id="figure-6" rows={rows} width={328} href={href} />);
    expect(list).not.toMatch(/NaN|undefined|Infinity/);
    expect(list.match(/<li>/g)).toHaveLength(many);
    expect(elements(list, 'govuk-link')[0]?.href).toBe(`/milestones/${rows[0]?.code}`);
  });

  test('nothing is drawn without rows', () => {
    expect(draw(<LateByChart id="figure-6" rows={[]} width={720} />)).toBe('');
  });

  test('says in its title how many are late, and by how much half of them are', () => {
    const year = done('DAT-2.1', '2018-03', '2019-03');
    const two = done('DAT-2.2', '2018-03', '2020-03');
    expect(lateByTitle(rowsOf(year, two, LATE, MOVED, ON_TIME))).toBe(
      '4 of 5 comparable milestones late, half of them by 24 months or more',
    );
    expect(lateByTitle(rowsOf(year, LATE, ON_TIME))).toBe('2 of 3 comparable milestones late, the most by 12 months');
    expect(lateByTitle(rowsOf(year, LATE))).toBe('Both comparable milestones late, the most by 12 months');
    expect(lateByTitle(rowsOf(DAYS_LATE, ON_TIME))).toBe('1 of 2 comparable milestones late, by 28 days');
    expect(lateByTitle(rowsOf(EARLY, ON_TIME))).toBe('None of 2 comparable milestones late');
    expect(lateByTitle(rowsOf(LATE))).toBe('The one comparable milestone is late by 11 months');
    expect(lateByTitle(rowsOf(EARLY))).toBe('The one comparable milestone is not late');
    expect(lateByTitle([])).toBe('How late milestones are, in months');
  });

  test('its table has the bars first, and last what has none, with the reason', () => {
    const { rows } = lateByRows(lateBy([WITHDRAWN, LATE, ON_TIME]));
    expect(rows.map(({ code, months, words }) => [code, months, words])).toEqual([
      ['DAT-1.1', 11, '11 months'],
      ['DAT-1.3', 0, 'on time'],
      ['DAT-1.8', '', 'not comparable: withdrawn'],
    ]);
  });
});
