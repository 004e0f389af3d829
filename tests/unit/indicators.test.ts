import { describe, expect, test } from 'vitest';
import { indicatorTitle } from '#app/domain/figure-titles.ts';
import { indicatorRows } from '#app/domain/figures.ts';
import { changesInWords } from '#app/domain/indicators/change-words.ts';
import { leftOutInWords } from '#app/domain/indicators/left-out-words.ts';
import {
  breaksOf,
  comparingUnder,
  inOrderOfPeriod,
  latestOf,
  middleOf,
  seriesOf,
  standing,
  valueOn,
} from '#app/domain/indicators/observations.ts';
import { registerInWords } from '#app/domain/indicators/register-words.ts';
import { distanceInWords, targetInWords } from '#app/domain/indicators/target-words.ts';
import { directionWanted, formatNumber, formatValue, withCommas } from '#app/domain/indicators/value-words.ts';
import { anIndicator, FROM_MEMORY } from '../helpers/indicator-view.ts';

const DAY = '2026-11-23';
const PUBLISHED = '2017-08-30';
const RESTATED = 'Each edition restates earlier years, so do not work out exact growth across points.';

describe('a value in words', () => {
  test.each([
    ['64.0', '£bn', '£64.0bn', '£64.0bn'],
    ['1893', '£m', '£1,893m', '£1,893m'],
    ['-1.5', '£bn', '-£1.5bn', '-£1.5bn'],
    ['1.67', '% of GDP', '1.67%', '1.67% of GDP'],
    ['240900', 'people', '240,900', '240,900 people'],
    ['1000000', 'people', '1,000,000', '1,000,000 people'],
    ['1234.5678', 'things', '1,234.5678', '1,234.5678 things'],
    ['394', 'trials per year', '394', '394 trials per year'],
    ['4', 'rank (1 best)', '4th', '4th'],
    ['1', 'rank (1 best)', '1st', '1st'],
    ['22', 'rank (1 best)', '22nd', '22nd'],
    ['13', 'rank (1 best)', '13th', '13th'],
    ['103', 'rank (1 best)', '103rd', '103rd'],
  ])('%s of %s is %s, in full %s', (value, unit, short, full) => {
    expect([formatNumber(value, unit), formatValue(value, unit)]).toEqual([short, full]);
  });

  test('keeps every digit that was published', () => {
    for (const value of ['0', '7', '60.7', '9.00', '999', '1000', '359600', '0.1200'])
      expect(withCommas(value).replaceAll(',', '')).toBe(value);
  });

  test('says which way is wanted; of a rank, nearer to the first', () => {
    expect(directionWanted({ direction: 'up', unit: 'people' })).toBe('Higher');
    expect(directionWanted({ direction: 'down', unit: '% of sales' })).toBe('Lower');
    expect(directionWanted({ direction: 'down', unit: 'rank (1 best)' })).toBe('Nearer to 1st');
    expect(directionWanted({ direction: 'none', unit: 'people' })).toBe('Neither higher nor lower');
  });
});

describe('observations', () => {
  test('one that another replaces does not stand; one of its own series later does', () => {
    const rows = [
      { number: 1, replaces: null },
      { number: 2, replaces: 1 },
      { number: 3, replaces: null },
    ];
    expect(standing(rows).map(({ number }) => number)).toEqual([2, 3]);
    // The replacement is not known yet, so the earlier value still stands.
    expect(standing(rows.filter(({ number }) => number !== 2)).map(({ number }) => number)).toEqual([1, 3]);
  });

  test('are ordered by the end of their period, whatever its form', () => {
    const periods = ['2021/22', '2021', '2022-01', '2015', '2021-12-31'].map((period) => ({ period }));
    expect(inOrderOfPeriod(periods).map(({ period }) => period)).toEqual([
      ...['2015', '2021', '2021-12-31', '2022-01', '2021/22'],
    ]);
  });

  test('make series, each with its own values; the latest is the one whose period ends last', () => {
    const { values } = anIndicator([
      ['2023/24', '3', 'new method'],
      ['2015', '1', 'editions'],
      ['2016', '2', 'editions'],
    ]);
    expect(seriesOf(values).map(({ name, values }) => [name, values.length])).toEqual([
      ['editions', 2],
      ['new method', 1],
    ]);
    expect(latestOf(values)?.value).toBe('3');
    expect(latestOf([])).toBeUndefined();
    expect(valueOn(values, '2016-05-05')?.value).toBe('2');
    expect(valueOn(values, '2020-05-05')).toBeUndefined();
  });

  test('a value stands at the middle of its period', () => {
    expect(middleOf('2019', '2019-01-01')).toBe(182);
    expect(middleOf('2019-10-01', '2019-01-01')).toBe(273);
    expect(middleOf('2019/20', '2019-01-01')).toBe(90 + 182.5);
  });

  test('a break is where one series ends before the next begins, and nowhere else', () => {
    const after = anIndicator([
      ['2018', '4.5', 'to 2019 method'],
      ['2022', '9.0', 'from 2022 method'],
    ]);
    expect(breaksOf(seriesOf(after.values)).map(({ word }) => word)).toEqual(['new method']);
    const vintages = anIndicator([
      ['2018', '4', 'first vintage'],
      ['2019', '5', 'second vintage'],
    ]);
    expect(breaksOf(seriesOf(vintages.values)).map(({ word }) => word)).toEqual(['new series']);
    const beside = anIndicator([
      ['2018', '4', 'one'],
      ['2020', '5', 'one'],
      ['2019', '6', 'other'],
    ]);
    expect(breaksOf(seriesOf(beside.values))).toEqual([]);
  });

  test('a caution of restated values forbids to say that one rose, any caution to measure a distance', () => {
    expect(comparingUnder(null)).toBe('freely');
    expect(comparingUnder('The method changed.')).toBe('with caution');
    expect(comparingUnder(RESTATED)).toBe('restated');
    expect(comparingUnder('Cash figures as published, restated each year.')).toBe('restated');
  });

  test('what an earlier day leaves out is counted, with why', () => {
    expect(leftOutInWords({ leftOut: { later: 0, memory: 0 } })).toBe(null);
    expect(leftOutInWords({ leftOut: { later: 0, memory: 1 } })).toBe(
      'Left out on this day: 1 value, 1 from memory, which cannot be said to have been known.',
    );
    expect(leftOutInWords({ leftOut: { later: 5, memory: 1 } })).toBe(
      'Left out on this day: 6 values, 5 whose source was published later or is undated and 1 from memory, which cannot be said to have been known.',
    );
  });
});

describe('the distance to a target', () => {
  const genomes = { unit: 'genomes', target: '500000' };
  const gerd = { unit: '% of GDP', target: '2.6', targetDue: '2022-08-30' };

  test('is said in words for what can be counted', () => {
    expect(distanceInWords(anIndicator([['2023-11-30', '500000']], genomes), DAY)).toBe(
      '500,000 genomes, as many as aimed at (500,000).',
    );
    expect(distanceInWords(anIndicator([['2019-10', '7']], { unit: 'hubs', target: '5' }), DAY)).toBe(
      '7 hubs, 2 more than the 5 aimed at.',
    );
    expect(distanceInWords(anIndicator([['2023-11', '1000000']], { target: '5000000' }), DAY)).toBe(
      '1,000,000 people of the 5,000,000 aimed at; no date for it.',
    );
    expect(
      distanceInWords(anIndicator([['2023', '40', undefined, FROM_MEMORY]], { target: '30', direction: 'down' }), DAY),
    ).toBe('40 people (from memory), 10 more than the 30 aimed at; no date for it.');
    expect(distanceInWords(anIndicator([['2023', '28']], { target: '30', direction: 'down' }), DAY)).toBe(
      '28 people, 2 fewer than the 30 aimed at.',
    );
    expect(distanceInWords(anIndicator([['2023', '7.5']], { unit: 'beds', target: '7.25' }), DAY)).toBe(
      '7.5 beds, 0.25 more than the 7.25 aimed at.',
    );
  });

  test('of shares and money only says above or below', () => {
    expect(distanceInWords(anIndicator([['2022', '2.4']], gerd), DAY)).toBe(
      '2.4% of GDP, below the 2.6% aimed at by 30 August 2022.',
    );
    expect(distanceInWords(anIndicator([['2023', '3.1']], { unit: '£bn', target: '3' }), DAY)).toBe(
      '£3.1bn, above the £3bn aimed at.',
    );
    expect(distanceInWords(anIndicator([['2023', '3']], { unit: '£bn', target: '3' }), DAY)).toBe(
      '£3bn, as aimed at (£3bn).',
    );
  });

  test('is measured in the period of the target’s date, and cannot be said without a value of it', () => {
    const measured = anIndicator(
      [
        ['2021', '2.3'],
        ['2022', '2.7'],
        ['2024', '2.9'],
      ],
      gerd,
    );
    expect(distanceInWords(measured, DAY)).toBe('2.7% of GDP, above the 2.6% aimed at by 30 August 2022.');
    expect(distanceInWords(anIndicator([['2019', '1.74']], gerd), DAY)).toBe(
      'No value measured in the same way is recorded for the target’s date, 30 August 2022; the latest is 1.74% of GDP in 2019. ' +
        'So how far it is from the 2.6% of GDP aimed at cannot be said.',
    );
    expect(distanceInWords(anIndicator([['2019', '1.74']], gerd), '2021-01-01')).toBe(
      '1.74% of GDP, below the 2.6% aimed at by 30 August 2022.',
    );
  });

  test('is never said across series, nor under a caution, nor without a number or a value', () => {
    const two = anIndicator(
      [
        ['2019', '4', 'one'],
        ['2020', '6', 'other'],
      ],
      { target: '5' },
    );
    expect(distanceInWords(two, DAY)).toMatch(
      /^The values are of 2 series that cannot be compared\. .* cannot be said\.$/,
    );
    expect(distanceInWords(anIndicator([['2019', '4']], { target: '5', caution: 'Count anew.' }), DAY)).toMatch(
      /^A caution is recorded .* cannot be said\.$/,
    );
    expect(distanceInWords(anIndicator([], { target: '5' }), DAY)).toBe(
      '5 people aimed at; no value is recorded by this day.',
    );
    expect(distanceInWords(anIndicator([['2019', '4']]), DAY)).toBe(null);
  });

  test('the target is a number with its date, or the words that were given for it', () => {
    expect(targetInWords(anIndicator([], gerd))).toBe('2.6% of GDP by 30 August 2022');
    expect(targetInWords(anIndicator([], genomes))).toBe('500,000 genomes; no date is set');
    expect(targetInWords(anIndicator([], { targetBasis: 'Half as many again.' }))).toBe('Half as many again.');
    expect(targetInWords(anIndicator([], { basisKeptBack: true }))).toMatch(/kept back/);
    expect(targetInWords(anIndicator([]))).toBe('None recorded');
  });
});

describe('a change in words', () => {
  const trials = anIndicator(
    [
      ['2015', '690'],
      ['2017', '668', undefined, FROM_MEMORY],
      ['2022', '411'],
    ],
    { unit: 'trials per year', caution: 'No base year.' },
  );

  test('names both periods, and what is from memory; it starts in the year of the strategy', () => {
    expect(changesInWords(trials, PUBLISHED)).toEqual([
      { series: null, words: 'Fell to 411 trials per year in 2022, from 668 (from memory) in 2017' },
    ]);
  });

  test('is told for each series by itself', () => {
    const broken = anIndicator(
      [
        ['2018', '4.5', 'to 2019'],
        ['2019', '4.8', 'to 2019'],
        ['2022', '9.0', 'from 2022', { status: 'provisional' }],
        ['2023', '8.7', 'from 2022'],
        ['2024', '9.9', 'from 2024'],
      ],
      { unit: '£bn' },
    );
    expect(changesInWords(broken, PUBLISHED)).toEqual([
      { series: 'to 2019', words: 'Rose to £4.8bn in 2019, from £4.5bn in 2018' },
      { series: 'from 2022', words: 'Fell to £8.7bn in 2023, from £9.0bn (provisional) in 2022' },
    ]);
  });

  test('of a rank falls when its number grows; a value may stay the same', () => {
    const rank = { unit: 'rank (1 best)', direction: 'down' as const };
    const change = (from: string, to: string) =>
      changesInWords(
        anIndicator(
          [
            ['2017', from],
            ['2022', to],
          ],
          rank,
        ),
        PUBLISHED,
      )[0]?.words;
    expect(change('4', '10')).toBe('Fell to 10th in 2022, from 4th in 2017');
    expect(change('4', '2')).toBe('Rose to 2nd in 2022, from 4th in 2017');
    expect(change('4', '4')).toBe('4th in 2022, the same as in 2017');
  });
});

describe('the title of figure 7', () => {
  const editions: Parameters<typeof anIndicator>[0] = [
    ['2015', '222000', 'annual editions'],
    ['2021/22', '304200', 'annual editions'],
  ];

  test('gives the first and the last value of one series', () => {
    expect(indicatorTitle(anIndicator(editions))).toBe('Rose to 304,200 people in 2021 to 2022, from 222,000 in 2015');
  });

  test('says neither rose nor fell where values are restated, and never works out a percentage', () => {
    const title = indicatorTitle(anIndicator(editions, { caution: RESTATED }));
    expect(title).toBe('304,200 people in 2021 to 2022, against 222,000 in 2015');
    expect(title).not.toContain('%');
  });

  test('claims nothing from one series to the next', () => {
    const broken = anIndicator([...editions, ['2023/24', '999999', 'from 2023/24 method']], { caution: RESTATED });
    expect(indicatorTitle(broken)).toBe('304,200 people in 2021 to 2022, against 222,000 in 2015; a new method since');
    const beside = anIndicator([...editions, ['2019', '999999', 'another count']]);
    expect(indicatorTitle(beside)).toMatch(/; 2 series, not comparable$/);
    expect(indicatorTitle(beside)).not.toContain('999,999');
  });

  test('of one value is that value, and of none the name', () => {
    expect(indicatorTitle(anIndicator([['2030', '133000']]))).toBe('133,000 people, 2030');
    expect(indicatorTitle(anIndicator([]))).toBe('People at work');
  });
});

test('the rows of figure 7 keep the published digits and say how sure each value is', () => {
  const { columns, rows } = indicatorRows(
    anIndicator(
      [
        ['2016', '64.0'],
        ['2018', '73.8', 'one series', { ...FROM_MEMORY, status: 'revised' }],
      ],
      { unit: '£bn' },
    ),
  );
  expect(columns.map(({ label }) => label)).toEqual([
    ...['Period', 'Series', 'Value', 'Unit', 'Status', 'How sure', 'Source'],
  ]);
  expect(rows.map((row) => columns.map(({ key }) => row[key]))).toEqual([
    ['2016', 'one series', '64.0', '£bn', 'Final', 'Seen in a published source', 'A source'],
    ['2018', 'one series', '73.8', '£bn', 'Revised', 'From memory: check before use', 'None'],
  ]);
});

test('the register counts indicators, values, targets and series', () => {
  const two = anIndicator(
    [
      ['2019', '4', 'one'],
      ['2020', '6', 'other'],
    ],
    { target: '5' },
  );
  expect(registerInWords([two, anIndicator([['2019', '1']])])).toBe(
    '2 indicators with 3 values. 1 has a target number. 1 has more than one series.',
  );
  expect(registerInWords([])).toBe(
    '0 indicators with 0 values. None has a target number. None has more than one series.',
  );
});
