import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { latenessInWords, latenessOf } from '#app/domain/lateness.ts';
import { type Fact, milestoneAsAt } from '#app/domain/milestone-status.ts';

/** The rules on the real promises of the strategy, so that each rule is held against something that happened. */
const ROWS: Record<string, string>[] = parse(
  readFileSync('seeds/life-sciences-industrial-strategy/milestone_dates.csv'),
  { columns: true },
);

const factsOf = (milestone: string): Fact[] =>
  ROWS.filter((row) => row['milestone'] === milestone).map((row, i) => ({
    number: i + 1,
    kind: row['kind'] as Fact['kind'],
    value: row['value'] || null,
    saidOn: row['said_on'] ?? '',
    replaces: null,
  }));

const statusOn = (milestone: string | Fact[], day: string) =>
  milestoneAsAt(typeof milestone === 'string' ? factsOf(milestone) : milestone, day)?.status;

/** How late it is in words, as its page says it on a day. */
function lateOn(milestone: string, day: string): string {
  const state = milestoneAsAt(factsOf(milestone), day);
  return state ? latenessInWords(latenessOf(state)) : '';
}

const TODAY = '2026-11-23';

/** Every day from one to another, both included. */
function* daysBetween(from: string, to: string): Generator<string> {
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
    yield new Date(day).toISOString().slice(0, 10);
}

/** Each status that a milestone had, with its first day. */
function storyOf(milestone: string, from: string): [string, string | undefined][] {
  const story: [string, string | undefined][] = [];
  for (const day of daysBetween(from, TODAY)) {
    const status = statusOn(milestone, day);
    if (status !== story.at(-1)?.[1]) story.push([day, status]);
  }
  return story;
}

describe('what was done', () => {
  test('the seven data hubs were on course on 30 September 2019 and done by their first date the day after', () => {
    expect(statusOn('DAT-1.3', '2019-09-30')).toBe('on course');
    expect(statusOn('DAT-1.3', '2019-10-01')).toBe('done by its first date');
    expect(lateOn('DAT-1.3', TODAY)).toBe('about 22 months early, at least 639 days');
  });

  test('the 100,000 Genomes Project was done on 5 December 2018, at least 339 days after 2017', () => {
    expect(statusOn('HARP-3.1', '2018-12-04')).toBe('due later than first promised');
    expect(statusOn('HARP-3.1', '2018-12-05')).toBe('done late');
    expect(lateOn('HARP-3.1', TODAY)).toBe('about 11 months late, at least 339 days');
  });

  test('the UK Biobank genomes came at least 244 days after the first quarter of 2023', () => {
    expect(storyOf('HARP-2.2', '2021-11-01')).toEqual([
      ['2021-11-01', 'on course'],
      ['2023-04-01', 'date passed'],
      ['2023-11-30', 'done late'],
    ]);
    expect(lateOn('HARP-2.2', TODAY)).toBe('about 8 months late, at least 244 days');
  });

  test.each([
    ['HARP-6.1', '2022-10-31'],
    ['SCI-5.1', '2020-11-12'],
  ])('%s is done on %s and stays done on every later day', (milestone, done) => {
    const days = [...daysBetween(done, TODAY)];
    expect(days.length).toBeGreaterThan(1_400);
    expect(new Set(days.map((day) => statusOn(milestone, day)))).toEqual(new Set(['done late']));
  });

  test('a forecast recorded before a delivery that was recorded late does not undo it', () => {
    const [first] = factsOf('HARP-6.1') as [Fact];
    const facts: Fact[] = [
      first,
      { number: 2, kind: 'forecast', value: '2023-06', saidOn: '2023-01', replaces: null },
      { number: 3, kind: 'met', value: '2022-10', saidOn: '2023-05', replaces: null },
    ];
    for (const day of ['2022-10-31', '2023-01-01', '2023-07-01', TODAY]) expect(statusOn(facts, day)).toBe('done late');
  });
});

describe('what ended otherwise', () => {
  test('the vaccines centre passed its date, and was withdrawn on 6 April 2022', () => {
    expect(storyOf('GRO-11.3', '2018-12-01')).toEqual([
      ['2018-12-01', 'on course'],
      ['2021-10-01', 'date passed'],
      ['2022-04-06', 'withdrawn'],
    ]);
    expect(lateOn('GRO-11.3', TODAY)).toBe('not comparable: withdrawn');
    expect(milestoneAsAt(factsOf('GRO-11.3'), '2022-04-05')?.restsOn?.kind).toBe('forecast');
    expect(milestoneAsAt(factsOf('GRO-11.3'), TODAY)?.restsOn?.kind).toBe('withdrawn');
  });

  test('compliance with the opt-out followed its six dates, and was partly met on the last', () => {
    const latestOn = (day: string) => milestoneAsAt(factsOf('DAT-8.2'), day)?.latestDate;
    const said = ['2018-01-01', '2020-03-26', '2020-09-01', '2021-01-01', '2021-09-03', '2022-03-30'];
    const dates = ['2020-03', '2020-09-30', '2021-03-31', '2021-09-30', '2022-03', '2022-07-31'];
    expect(said.map(latestOn)).toEqual(dates);
    expect(['2020-03-25', '2020-08-31', '2021-09-02', '2022-03-29'].map(latestOn)).toEqual([
      ...['2020-03', '2020-09-30', '2021-09-30', '2022-03'],
    ]);
    expect(storyOf('DAT-8.2', '2018-01-01')).toEqual([
      ['2018-01-01', 'on course'],
      ['2020-03-26', 'due later than first promised'],
      ['2022-07-31', 'partly met'],
    ]);
  });

  test('half as many trials again was not met, and is never called early', () => {
    expect(storyOf('SCI-5.2', '2017-08-30')).toEqual([
      ['2017-08-30', 'on course'],
      ['2022-09-01', 'date passed'],
      ['2022-12-31', 'not met'],
    ]);
    for (const day of daysBetween('2017-08-30', TODAY)) expect(lateOn('SCI-5.2', day)).not.toMatch(/\b(early|late)\b/);
  });

  test('R&D at 2.4% of GDP was met by re-measurement, and counts in no lateness', () => {
    expect(statusOn('SCI-1.2', '2022-09-28')).toBe('on course');
    expect(statusOn('SCI-1.2', '2022-09-29')).toBe('met by re-measurement');
    const state = milestoneAsAt(factsOf('SCI-1.2'), TODAY);
    expect(state && latenessOf(state)).toEqual({ comparable: false, reason: 're-measured' });
  });

  test('the collection of GP data has no date since 19 July 2021', () => {
    expect(storyOf('DAT-6.1', '2021-05-12')).toEqual([
      ['2021-05-12', 'on course'],
      ['2021-06-08', 'due later than first promised'],
      ['2021-07-19', 'no date'],
    ]);
    expect(lateOn('DAT-6.1', TODAY)).toBe('cannot be said: the date was taken back');
  });
});

describe('an outcome corrected', () => {
  /** The Rosalind Franklin Institute opened on 29 September 2021, as the third fact says. */
  const corrected = (value: string): Fact[] => [
    ...factsOf('SCI-4.2'),
    { number: 4, kind: 'met', value, saidOn: '2021-10-20', replaces: 3 },
  ];

  test('to an earlier day counts from that day', () => {
    expect(statusOn('SCI-4.2', '2021-09-20')).toBe('date passed');
    expect(statusOn(corrected('2021-09-20'), '2021-09-19')).toBe('date passed');
    expect(statusOn(corrected('2021-09-20'), '2021-09-20')).toBe('done late');
    expect(statusOn(corrected('2021-09-20'), '2021-09-29')).toBe('done late');
  });

  test('to a later day counts no more on the days between', () => {
    expect(statusOn('SCI-4.2', '2021-09-29')).toBe('done late');
    for (const day of daysBetween('2021-09-29', '2021-10-04'))
      expect(statusOn(corrected('2021-10-05'), day)).toBe('date passed');
    expect(statusOn(corrected('2021-10-05'), '2021-10-05')).toBe('done late');
  });
});
