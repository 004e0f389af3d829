import { describe, expect, test } from 'vitest';
import { TimelineChart } from '#app/components/figures/timeline.tsx';
import { TimelineList } from '#app/components/figures/timeline-list.tsx';
import type { TimelineRow } from '#app/domain/timeline.ts';
import { draw, elements, expectSound } from '../helpers/drawing.ts';

const OPT_OUT: TimelineRow = {
  code: 'DAT-8.1',
  title: 'National data opt-out starts',
  href: '/milestones/DAT-8.1',
  status: 'done late',
  firstDate: '2018-03',
  laterDates: ['2018-05'],
  dateTakenBack: false,
  outcome: { word: 'Done', date: '2018-05-25' },
};
const PAPER: TimelineRow = {
  ...OPT_OUT,
  code: 'DAT-4.2',
  title: 'Paper prescribing ended in hospitals',
  status: 'due later than first promised',
  firstDate: '2024',
  laterDates: ['2025', '2026-Q1'],
  outcome: null,
};
const GP_DATA: TimelineRow = {
  ...OPT_OUT,
  code: 'DAT-6.1',
  status: 'no date',
  firstDate: '2021-07-01',
  laterDates: ['2021-09-01'],
  dateTakenBack: true,
  outcome: null,
};
const PASSED: TimelineRow = { ...OPT_OUT, code: 'HARP-6.2', status: 'date passed', laterDates: [], outcome: null };
const BARE: TimelineRow = { ...PASSED, code: 'XCUT-1.1', status: 'no date', firstDate: null };

const timeline = (...rows: TimelineRow[]) => ({ rows, asAt: '2026-11-23' });
const line = (...rows: TimelineRow[]): string =>
  draw(<TimelineChart id="figure-5" timeline={timeline(...rows)} width={720} />);

describe('figure 5, the timeline', () => {
  test('draws every date of every milestone with its words, as precise as the date', () => {
    const html = line(OPT_OUT, PAPER, GP_DATA, PASSED, BARE);
    expectSound(html);
    expect(elements(html, 'figure__mark').map((mark) => mark['data-tip'])).toEqual([
      'DAT-8.1|First promised: March 2018',
      'DAT-8.1|Later date: May 2018',
      'DAT-8.1|Done: 25 May 2018',
      'DAT-4.2|First promised: 2024',
      'DAT-4.2|Later date: 2025',
      'DAT-4.2|Later date: January to March 2026',
      'DAT-6.1|First promised: 1 July 2021',
      'DAT-6.1|Later date: 1 September 2021',
      'DAT-6.1|Date taken back, no other given. It was: 1 September 2021',
      'HARP-6.2|First promised: March 2018',
      'HARP-6.2|Date passed, no outcome found: March 2018',
    ]);
    expect(html).toContain('As at 23 November 2026');
    expect(html).toContain('no date');
  });

  test('a date known to a quarter or a year is a band as wide as its period; a month or a day is none', () => {
    const widths = elements(line(OPT_OUT, PAPER), 'figure__period').map((band) => Number(band.width));
    expect(widths).toHaveLength(3);
    const [year, nextYear, quarter] = widths.map((width) => width / (widths[1] ?? 1));
    expect(year).toBeCloseTo(366 / 365, 6);
    expect(nextYear).toBe(1);
    expect(quarter).toBeCloseTo(90 / 365, 6);
  });

  test('the year of an exact axis is as wide as the year of a band', () => {
    const html = line(PAPER);
    const bands = elements(html, 'figure__period').map((band) => ({ x: Number(band.x), width: Number(band.width) }));
    // 2024 begins the axis, 2025 follows it without a gap.
    expect(bands[0]?.x).toBe(268);
    expect(bands[1]?.x).toBeCloseTo(268 + (bands[0]?.width ?? 0), 6);
  });

  test('the word of an ending stands beside its mark, or above it where the line runs on', () => {
    const ended: TimelineRow = {
      ...OPT_OUT,
      status: 'withdrawn',
      laterDates: [],
      outcome: { word: 'Withdrawn', date: '2019-06' },
    };
    const early: TimelineRow = { ...ended, firstDate: '2022' };
    const [beside, above] = elements(line(ended, early), 'figure__mark-word').map((word) => Number(word.y));
    const middles = [28 + 21, 28 + 42 + 21];
    expect(beside).toBe((middles[0] ?? 0) + 4);
    expect(above).toBe((middles[1] ?? 0) - 11);
  });

  test('one row, a row without dates, and no rows at all are all sound', () => {
    expectSound(line(BARE));
    expectSound(line(OPT_OUT));
    expect(line()).toBe('');
  });

  test('the list tells each milestone in words and links to it', () => {
    const html = draw(<TimelineList timeline={timeline(OPT_OUT, GP_DATA, PASSED, BARE)} />);
    expect(html).toContain('<a class="govuk-link" href="/milestones/DAT-8.1">DAT-8.1 National data opt-out starts</a>');
    expect(html).toContain('First promised March 2018; then May 2018; done 25 May 2018.');
    expect(html).toContain('then 1 September 2021; then the date was taken back and no other given.');
    expect(html).toContain('First promised March 2018; the date passed and no outcome was found.');
    expect(html).toContain('No first date recorded.');
  });
});
