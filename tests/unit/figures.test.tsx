import { describe, expect, test } from 'vitest';
import { FigureCard, type FigureCardProps } from '#app/components/figures/figure-card.tsx';
import { hasStatusByQuarter, StatusByQuarterChart } from '#app/components/figures/status-by-quarter.tsx';
import { axisLabels, directLabels, frameFor, wholeTicks } from '#app/components/figures/status-by-quarter-geometry.ts';
import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import { quarterLabel, quartersBetween } from '#app/domain/quarter.ts';
import { FIGURE_GROUPS, type FigureGroup } from '#app/domain/status-words.ts';
import { draw, elements, expectSound } from '../helpers/drawing.ts';

type Counts = [byFirstDate: number, late: number, passed: number, open: number];

function counted(quarter: string, [byFirstDate, late, passed, open]: Counts, soFar = false): QuarterCounts {
  const counts = { 'done by first date': byFirstDate, 'done late': late, 'date passed': passed, open };
  return { quarter, label: quarterLabel(quarter), soFar, counts, endedOtherwise: 2 };
}

/** `many` quarters up to October to December 2026, each with more done than the one before. */
function growing(many: number): QuarterCounts[] {
  const quarters = quartersBetween('2010-11-Q1', '2026-27-Q3').slice(-many);
  return quarters.map((quarter, i) => counted(quarter, [i, i >> 1, i % 3, 10 + (i % 5)], i === many - 1));
}

const chart = (rows: QuarterCounts[], width = 720): string =>
  draw(<StatusByQuarterChart id="figure-1" rows={rows} width={width} />);

describe('figure 1, milestones by quarter', () => {
  test('draws a segment for each count that is not zero, as high as its count', () => {
    const rows = [counted('2018-19-Q2', [1, 0, 2, 4]), counted('2018-19-Q3', [3, 1, 0, 3])];
    const segments = elements(chart(rows), 'figure__segment');
    const perMilestone = frameFor(rows, 720).plotHeight / (frameFor(rows, 720).ticks.at(-1) ?? 0);
    const heightsOf = (group: FigureGroup) =>
      segments.filter((s) => s['data-group'] === group).map((s) => Number(s.height) / perMilestone);

    expect(segments).toHaveLength(6);
    for (const group of FIGURE_GROUPS) {
      const expected = rows.map((row) => row.counts[group]).filter((count) => count > 0);
      expect(heightsOf(group)).toHaveLength(expected.length);
      for (const [i, height] of heightsOf(group).entries()) expect(height).toBeCloseTo(expected[i] ?? 0, 6);
    }
  });

  test('stacks from zero: the lowest segment of every bar ends at the axis', () => {
    const rows = growing(37);
    const { top, plotHeight } = frameFor(rows, 720);
    const feet = elements(chart(rows), 'figure__segment').map((s) => Number(s.y) + Number(s.height));
    const onAxis = feet.filter((foot) => Math.abs(foot - top - plotHeight) < 0.001);
    expect(onAxis).toHaveLength(37);
    expect(Math.max(...feet)).toBeCloseTo(top + plotHeight, 6);
  });

  test.each([1, 2, 4, 9, 37, 60])('draws %i quarters soundly in both widths, each with its words', (many) => {
    for (const width of [720, 328]) {
      const rows = growing(many);
      const html = chart(rows, width);
      expectSound(html);
      const hits = elements(html, 'figure__hit');
      expect(hits.map((hit) => hit['data-tip']?.split('|')[0])).toEqual(
        rows.map((row) => (row.soFar ? `${row.label}, so far` : row.label)),
      );
      const right = hits.map((hit) => Number(hit.x) + Number(hit.width));
      expect(Math.max(...right)).toBeLessThanOrEqual(width);
    }
  });

  test('the words of a quarter name every group and what is not drawn', () => {
    const [hit] = elements(chart([counted('2018-19-Q3', [3, 1, 0, 9])]), 'figure__hit');
    expect(hit?.['data-tip']).toBe(
      'October to December 2018|Open: 9|Date passed: 0|Done late: 1|Done by first date: 3|Ended otherwise, not drawn: 2',
    );
  });

  test('draws nothing when there is no quarter, or no milestone in any', () => {
    const none = [counted('2018-19-Q3', [0, 0, 0, 0])];
    expect(chart([])).toBe('');
    expect(chart(none)).toBe('');
    expect(hasStatusByQuarter([])).toBe(false);
    expect(hasStatusByQuarter(none)).toBe(false);
  });

  test('a group that is not in the last bar is named in a key instead', () => {
    const rows = [counted('2018-19-Q2', [0, 0, 3, 4]), counted('2018-19-Q3', [3, 1, 0, 3])];
    expect(chart(rows)).toContain('figure__key');
    expect(chart(rows.slice(1))).not.toContain('figure__key');
  });

  test('says "so far" only of a quarter that has not ended', () => {
    expect(chart([counted('2026-27-Q3', [1, 1, 1, 1], true)])).toContain('>so far</text>');
    expect(chart([counted('2026-27-Q3', [1, 1, 1, 1])])).not.toContain('so far');
  });
});

const gaps = (places: number[]): number[] => places.slice(1).map((place, i) => place - (places[i] ?? 0));

describe('the axes of figure 1', () => {
  test.each([
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [62, [0, 10, 20, 30, 40, 50, 60, 70]],
    [0, [0, 1]],
  ])('a scale to %i has whole numbers from zero', (max, ticks) => {
    expect(wholeTicks(max)).toEqual(ticks);
  });

  test('year labels stand far enough apart at every length and width, and no label leaves the drawing', () => {
    for (const width of [720, 328]) {
      for (let many = 1; many <= 60; many += 1) {
        const rows = growing(many);
        const frame = frameFor(rows, width);
        const labels = axisLabels(rows, frame);
        const starts = labels.map((label) => label.index * frame.band);
        expect(labels.length).toBeGreaterThan(0);
        for (const gap of gaps(starts)) expect(gap).toBeGreaterThanOrEqual(36);
        if (labels.at(-1)?.at === 'start') {
          expect(frame.left + (starts.at(-1) ?? 0) + 36).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  test('direct labels are a line apart and inside the drawing, also for slivers at the top or the foot', () => {
    const shapes: Counts[] = [
      [97, 1, 1, 1],
      [1, 1, 1, 97],
      [1, 97, 1, 1],
      [25, 25, 25, 25],
      [0, 1, 0, 99],
    ];
    for (const shape of shapes) {
      const row = counted('2018-19-Q3', shape);
      const frame = frameFor([row], 720);
      const ys = directLabels(row, frame).map((label) => label.y);
      expect(ys).toHaveLength(shape.filter((count) => count > 0).length);
      for (const gap of gaps(ys)) expect(gap).toBeLessThanOrEqual(-20);
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(frame.top);
      expect(Math.max(...ys)).toBeLessThanOrEqual(frame.top + frame.plotHeight);
    }
  });
});

function card(props: Partial<FigureCardProps> = {}): string {
  const rows = [
    { quarter: 'July to September 2018', open: 1234, milestone: { text: 'DAT-8.1', href: '/milestones/DAT-8.1' } },
    { quarter: 'October to December 2018', open: 0, milestone: '' },
  ];
  const columns = [
    { key: 'quarter', label: 'Quarter' },
    { key: 'open', label: 'Open', numeric: true },
    { key: 'milestone', label: 'Milestone' },
  ];
  return draw(
    <FigureCard
      number={1}
      id="figure-1"
      title="Most milestones are still open"
      subtitle="Number of milestones, England, 2018"
      leftOut="Two milestones that ended otherwise are not drawn."
      source="the record."
      asAt="2026-11-23"
      csvHref="/figures/status-by-quarter.csv"
      table={{ caption: 'Milestones by quarter', columns, rows }}
      wide={<svg aria-hidden="true" className="wide" />}
      narrow={<svg aria-hidden="true" className="narrow" />}
      {...props}
    />,
  );
}

const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the card around a figure', () => {
  test('gives title, measure, what is left out, download, source and as-at day', () => {
    const html = card();
    expect(text(html)).toContain('Figure 1 Most milestones are still open Number of milestones, England, 2018');
    expect(text(html)).toContain('Two milestones that ended otherwise are not drawn.');
    expect(html).toContain('<a class="govuk-link" href="/figures/status-by-quarter.csv">Download figure 1 as CSV</a>');
    expect(text(html)).toContain('Source: the record. As it stood on 23 November 2026.');
    expect(html).toMatch(/<figure [^>]*aria-labelledby="figure-1-title"/);
    expect(html).toMatch(/<h3 [^>]*id="figure-1-title"/);
  });

  test('its table has the rows it was given, the first column naming each row', () => {
    const rows = (card().match(/<tr.*?<\/tr>/g) ?? []).map((row) => [...row.matchAll(/<(th|td)[^>]*>(.*?)<\/\1>/g)]);
    expect(rows.map((cells) => cells.map((cell) => text(cell[2] ?? '').trim()))).toEqual([
      ['Quarter', 'Open', 'Milestone'],
      ['July to September 2018', '1,234', 'DAT-8.1'],
      ['October to December 2018', '0', ''],
    ]);
    expect(rows.slice(1).map((cells) => cells.map((cell) => cell[1]))).toEqual(Array(2).fill(['th', 'td', 'td']));
    expect(card()).toContain('href="/milestones/DAT-8.1"');
  });

  test('the table can be reached and scrolled by keyboard', () => {
    expect(card()).toMatch(/<section [^>]*aria-label="Milestones by quarter" tabindex="0"/);
  });

  test('says in a sentence that there is nothing to draw', () => {
    const html = card({ wide: null, narrow: null, empty: 'No milestone in this theme has a date.' });
    expect(html).toContain('No milestone in this theme has a date.');
    expect(html).not.toContain('figure__chart');
  });

  test('two figures with both drawings on one page share no id', () => {
    const rows = growing(12);
    const figure = (id: string) => (
      <FigureCard
        number={1}
        id={id}
        title="Title"
        subtitle="Subtitle"
        leftOut={null}
        source="the record."
        asAt="2026-11-23"
        csvHref="/"
        table={{ caption: 'Rows', columns: [], rows: [] }}
        wide={<StatusByQuarterChart id={id} rows={rows} width={720} />}
        narrow={<StatusByQuarterChart id={id} rows={rows} width={328} />}
      />
    );
    expectSound(
      draw(
        <main>
          {figure('overview')}
          {figure('theme')}
        </main>,
      ),
    );
  });
});
