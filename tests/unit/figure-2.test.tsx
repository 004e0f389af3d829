import { describe, expect, test } from 'vitest';
import { DoneAgainstPromisedChart, hasDoneAgainstPromised } from '#app/components/figures/done-against-promised.tsx';
import { doneAgainstPromised, notCountedAsDone } from '#app/domain/done-against-promised.ts';
import { doneAgainstPromisedTitle } from '#app/domain/figure-titles.ts';
import { draw, elements, expectSound } from '../helpers/drawing.ts';
import { milestone } from '../helpers/milestone-view.ts';

const START = '2017-08-30';
const EARLY = milestone('DAT-1.1', [
  { kind: 'baseline', value: '2018-06', saidOn: '2017-09' },
  { kind: 'met', value: '2018-02-01', saidOn: '2018-02-01' },
]);
const LATE = milestone('DAT-1.2', [
  { kind: 'baseline', value: '2018', saidOn: '2017-09' },
  { kind: 'met', value: '2019-05', saidOn: '2019-05' },
]);
const PARTLY = milestone('DAT-1.3', [
  { kind: 'baseline', value: '2018-09-30', saidOn: '2017-09' },
  { kind: 'partly met', value: '2018-09-30', saidOn: '2018-09-30' },
]);
const BARE = milestone('DAT-1.4', []);

const rows = (day: string, ...milestones: (typeof EARLY)[]) => doneAgainstPromised(milestones, START, day);
const at = (quarter: string, day: string) => {
  const row = rows(day, EARLY, LATE, PARTLY, BARE).find((other) => other.quarter === quarter);
  return [row?.promised, row?.done];
};

describe('figure 2, done against promised', () => {
  test('counts a milestone from the last day of its first date, and as done from the last day of its outcome', () => {
    expect(at('2017-18-Q4', '2019-11-23')).toEqual([0, 0]);
    expect(at('2018-19-Q1', '2019-11-23')).toEqual([1, 1]);
    expect(at('2018-19-Q3', '2019-11-23')).toEqual([3, 1]);
    expect(at('2019-20-Q1', '2019-11-23')).toEqual([3, 2]);
  });

  test('has every quarter from the strategy to the day; the last is counted on the day', () => {
    const counted = rows('2018-12-30', LATE);
    expect(counted.map(({ quarter }) => quarter)).toEqual([
      '2017-18-Q2',
      '2017-18-Q3',
      '2017-18-Q4',
      '2018-19-Q1',
      '2018-19-Q2',
      '2018-19-Q3',
    ]);
    expect(counted.at(-1)).toMatchObject({ soFar: true, promised: 0 });
    expect(rows('2018-12-31', LATE).at(-1)).toMatchObject({ promised: 1, done: 0 });
  });

  test('names what ended otherwise once it was due, and what has no first date', () => {
    const { endedOtherwise, noFirstDate } = notCountedAsDone([EARLY, LATE, PARTLY, BARE], '2019-11-23');
    expect(endedOtherwise.map(({ code }) => code)).toEqual(['DAT-1.3']);
    expect(noFirstDate.map(({ code }) => code)).toEqual(['DAT-1.4']);
    expect(notCountedAsDone([PARTLY], '2018-09-29').endedOtherwise).toEqual([]);
  });

  test('says in its title how many of those due are done', () => {
    const title = (promised: number, done: number) =>
      doneAgainstPromisedTitle([{ quarter: '2018-19-Q1', label: '', soFar: true, promised, done }], 'by now');
    expect(title(59, 41)).toBe('41 of 59 milestones due by now are done');
    expect(title(59, 1)).toBe('1 of 59 milestones due by now is done');
    expect(title(6, 6)).toBe('All 6 milestones due by now are done');
    expect(title(6, 0)).toBe('None of 6 milestones due by now is done');
    expect(title(1, 0)).toBe('The one milestone due by now is not done');
    expect(title(0, 0)).toBe('Milestones done against promised');
    expect(doneAgainstPromisedTitle([], 'by now')).toBe('Milestones done against promised');
  });

  test.each([1, 3, 62, 300])('draws %i milestones soundly in both widths, with the words of each quarter', (many) => {
    const quarters = rows(
      '2026-11-23',
      ...Array.from({ length: many }, (_, i) => [LATE, EARLY, PARTLY][i % 3] ?? LATE),
    );
    for (const width of [720, 328]) {
      const html = draw(<DoneAgainstPromisedChart id="figure-2" rows={quarters} width={width} />);
      expectSound(html);
      const hits = elements(html, 'figure__hit');
      expect(hits).toHaveLength(38);
      const { promised, done } = quarters.at(-1) ?? {};
      expect(hits.at(-1)?.['data-tip']).toBe(
        `October to December 2026, so far|Promised by then: ${promised}|Done by then: ${done}`,
      );
      expect(html).toContain(`>Promised by then: ${promised}</text>`);
      expect(html).toContain(`>Done by then: ${done}</text>`);
    }
  });

  test('draws nothing when nothing was due', () => {
    expect(hasDoneAgainstPromised(rows('2018-01-01', EARLY))).toBe(false);
    expect(draw(<DoneAgainstPromisedChart id="figure-2" rows={rows('2018-01-01', EARLY)} width={720} />)).toBe('');
  });
});
