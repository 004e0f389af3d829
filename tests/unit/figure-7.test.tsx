import { describe, expect, test } from 'vitest';
import { IndicatorChart } from '#app/components/figures/indicator.tsx';
import { indicatorFrame, seriesLines, valueTicks } from '#app/components/figures/indicator-geometry.ts';
import type { IndicatorView } from '#app/domain/indicators/indicator.ts';
import { draw, elements, expectSound } from '../helpers/drawing.ts';
import { anIndicator, FROM_MEMORY, type ValueRow } from '../helpers/indicator-view.ts';
import { rowsOf } from '../helpers/recount.ts';

const WIDTHS = [720, 328];
const chart = (indicator: IndicatorView, width = 720): string =>
  draw(<IndicatorChart id="figure-7" indicator={indicator} width={width} />);

/** The corners of every line drawn between values. */
function linesOf(html: string): [x: number, y: number][][] {
  const paths = html.match(/<path[^>]*class="[^"]*recharts-line-curve[^"]*"[^>]*>/g) ?? [];
  return paths.map((path) => {
    const d = / d="([^"]*)"/.exec(path)?.[1] ?? '';
    return [...d.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  });
}

/** Every indicator of the strategy with its values, straight from the files. */
const REAL = rowsOf('indicators.csv').map((row) => {
  const values = rowsOf('observations.csv').filter(({ indicator }) => indicator === row['code']);
  return anIndicator(
    values.map(({ period = '', value = '', series, status, confirmation }): ValueRow => {
      const fields = { status: status as 'final', confirmation: confirmation as 'published' };
      return [period, value, series, fields];
    }),
    { code: row['code'], unit: row['unit'], target: row['target'] || null, targetDue: row['target_due'] || null },
  );
});
const real = (code: string): IndicatorView => {
  const found = REAL.find((indicator) => indicator.code === code);
  if (!found) throw new Error(`No indicator ${code}`);
  return found;
};
const DRAWN = REAL.filter(({ values }) => values.length > 1);

const BROKEN = anIndicator([
  ['2015', '100', 'old method'],
  ['2016', '120', 'old method'],
  ['2018', '300', 'new method'],
  ['2019', '280', 'new method', { status: 'provisional' }],
]);

describe('figure 7, an indicator over time', () => {
  test('joins the values of one series and never those of two', () => {
    for (const width of WIDTHS) {
      const lines = linesOf(chart(BROKEN, width));
      expect(lines.map((line) => line.length)).toEqual([2, 2]);
      const frame = indicatorFrame(BROKEN, width);
      const [before, after] = [frame.x('2016'), frame.x('2018')];
      for (const line of lines) {
        const xs = line.map(([x]) => x);
        expect(Math.min(...xs) < before + 1 && Math.max(...xs) > after - 1).toBe(false);
      }
    }
  });

  test('the same values in one series would be one line: the test above sees a break that is missed', () => {
    const joined = anIndicator(BROKEN.values.map(({ period, value }): ValueRow => [period, value]));
    expect(linesOf(chart(joined)).map((line) => line.length)).toEqual([4]);
  });

  test('series that run side by side are two lines, though their values alternate', () => {
    const beside = anIndicator([
      ['2015', '1', 'a'],
      ['2016', '5', 'b'],
      ['2017', '2', 'a'],
      ['2018', '6', 'b'],
    ]);
    expect(linesOf(chart(beside)).map((line) => line.length)).toEqual([2, 2]);
    expect(elements(chart(beside), 'figure__break')).toEqual([]);
  });

  test('each line goes through its values, at the middle of their periods', () => {
    const frame = indicatorFrame(BROKEN, 720);
    const places = seriesLines(BROKEN, frame).map(({ values }) =>
      values.map(({ period, value }) => [frame.x(period), frame.y(Number(value))]),
    );
    for (const [i, line] of linesOf(chart(BROKEN)).entries())
      for (const [j, [x, y]] of line.entries()) {
        expect(x).toBeCloseTo(places[i]?.[j]?.[0] ?? 0, 1);
        expect(y).toBeCloseTo(places[i]?.[j]?.[1] ?? 0, 1);
      }
  });

  test('a break is marked with a word, and a single value of a new series is a mark without a line', () => {
    const html = chart(real('EMP'));
    expect(html).toContain('>new method</text>');
    expect(linesOf(html).map((line) => line.length)).toEqual([8]);
    expect(elements(html, 'figure__mark')).toHaveLength(9);
  });

  test('a provisional value is a ring, a value from memory a diamond, all others dots', () => {
    const marks = elements(chart(BROKEN), 'figure__mark').map((mark) => mark['data-mark']);
    expect(marks).toEqual(['value', 'value', 'value', 'provisional']);
    const memory = anIndicator([
      ['2015', '1'],
      ['2016', '2', undefined, FROM_MEMORY],
    ]);
    expect(elements(chart(memory), 'figure__mark').map((mark) => mark['data-mark'])).toEqual(['value', 'memory']);
  });

  test('says on each mark its period, value, series, status, and whether it is from memory', () => {
    expect(elements(chart(BROKEN), 'figure__hit').map((hit) => hit['data-tip'])).toEqual([
      '2015: 100 people|Series: old method',
      '2016: 120 people|Series: old method',
      '2018: 300 people|Series: new method',
      '2019: 280 people|Series: new method|Provisional',
    ]);
    const memory = anIndicator([
      ['2015', '1'],
      ['2021/22', '2', undefined, FROM_MEMORY],
    ]);
    expect(elements(chart(memory), 'figure__hit').at(-1)?.['data-tip']).toBe(
      '2021 to 2022: 2 people|Series: one series|From memory: check before use',
    );
  });

  test('the target is a dashed line with its words, which ends at its date', () => {
    const html = chart(real('GERD'));
    expect(html).toContain('>aimed at: 2.6% by 30 August 2022</text>');
    expect(html).toContain('figure__target');
    expect(chart(BROKEN)).not.toContain('figure__target');
  });

  test('a rank has the first place at the top', () => {
    const frame = indicatorFrame(real('PH3RANK'), 720);
    expect(frame.y(1)).toBe(frame.top);
    expect(frame.y(4)).toBeLessThan(frame.y(10));
    expect(frame.y(10)).toBeLessThanOrEqual(frame.top + frame.plotHeight);
  });

  test('is not drawn for one value or none', () => {
    expect(chart(anIndicator([['2030', '133000']]))).toBe('');
    expect(chart(anIndicator([]))).toBe('');
  });

  test('scales start at zero, in round steps, and leave room above the largest value', () => {
    expect(valueTicks(222000, 359600)).toEqual([0, 100000, 200000, 300000, 400000]);
    expect(valueTicks(1.67, 2.6)).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3]);
    expect(valueTicks(-2, 3)).toEqual([-2, -1, 0, 1, 2, 3, 4]);
    expect(valueTicks(0, 0)).toEqual([0, 1]);
  });
});

describe('the indicators of the strategy', () => {
  test.each(DRAWN.map((indicator) => [indicator.code, indicator] as const))(
    '%s is sound in both widths, with every mark inside the drawing and every series named',
    (_, indicator) => {
      for (const width of WIDTHS) {
        const html = chart(indicator, width);
        expectSound(html);
        const frame = indicatorFrame(indicator, width);
        const hits = elements(html, 'figure__hit');
        expect(hits).toHaveLength(indicator.values.length);
        for (const { cx, cy } of hits) {
          expect(Number(cx)).toBeGreaterThanOrEqual(frame.left);
          expect(Number(cx)).toBeLessThanOrEqual(frame.left + frame.plotWidth);
          expect(Number(cy)).toBeGreaterThanOrEqual(frame.top);
          expect(Number(cy)).toBeLessThanOrEqual(frame.top + frame.plotHeight);
        }
        const series = [...new Set(indicator.values.map(({ series }) => series))];
        for (const name of series.length > 1 ? series : []) expect(html).toContain(`>${name}</text>`);
        if (indicator.target) expect(html).toContain('>aimed at: ');
      }
    },
  );

  test('20 and more are drawn', () => {
    expect(DRAWN.length).toBeGreaterThan(20);
  });
});
