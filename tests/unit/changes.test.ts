import { describe, expect, test } from 'vitest';
import { changesSince } from '#app/domain/overview/changes.ts';
import { datesMoved } from '#app/domain/themes/dates-moved.ts';
import { storyOf } from '#app/domain/themes/story.ts';
import { aMilestone, aRecommendation, aRecord, type FactRow } from '../helpers/views.ts';

const TODAY = '2026-11-23';
const changes = (rows: FactRow[], from = '2010-01-01', day = TODAY) =>
  changesSince(aRecord({ day, milestones: [aMilestone(rows, day)] }), from).since.map(({ day, type, words }) => [
    day,
    type,
    words,
  ]);

describe('what changed', () => {
  test('is told newest first: promised, moved, taken back, given anew, done', () => {
    expect(
      changes([
        ['baseline', '2020-03-31', '2018'],
        ['forecast', '2020-09-30', '2020-03-26'],
        ['forecast', '2020-06-30', '2020-04'],
        ['undated', null, '2020-05-01'],
        ['forecast', '2021', '2020-06-01'],
        ['met', '2021-02-01', '2021-02-01'],
      ]),
    ).toEqual([
      ['2021-02-01', 'outcome', 'Done late on 1 February 2021, 307 days late'],
      ['2020-06-01', 'date moved', 'New date given: 2021'],
      ['2020-05-01', 'date taken back', 'Date taken back, and no other given'],
      ['2020-04-01', 'date moved', 'Date moved from 30 September 2020 to 30 June 2020, 92 days earlier'],
      ['2020-03-26', 'date moved', 'Date moved from 31 March 2020 to 30 September 2020, 183 days later'],
      ['2018-01-01', 'newly promised', 'First promised for 31 March 2020'],
    ]);
  });

  test('includes a date that passed, on the day after it', () => {
    expect(changes([['baseline', '2024', '2020']])[0]).toEqual([
      ...['2025-01-01', 'date passed', 'Date passed: it was due in 2024'],
    ]);
  });

  test('has no entry for a date that was only said again', () => {
    expect(
      changes([
        ['baseline', '2024', '2020'],
        ['forecast', '2024', '2021'],
      ]),
    ).toHaveLength(2);
  });

  test('begins on the day asked for and ends on the day of the record', () => {
    const rows: FactRow[] = [
      ['baseline', '2030', '2018-05-01'],
      ['forecast', '2031', '2019-05-01'],
    ];
    expect(changes(rows, '2019-05-01', '2019-05-01')).toHaveLength(1);
    expect(changes(rows, '2019-05-02', '2019-12-31')).toHaveLength(0);
  });

  test('knows the newest of all, and the newest that somebody recorded', () => {
    const milestones = [aMilestone([['baseline', '2024', '2020-02-03']], TODAY)];
    const { since, last, latestFact } = changesSince(aRecord({ day: TODAY, milestones }), '2026-01-01');
    expect([since.length, last?.type, latestFact?.type]).toEqual([0, 'date passed', 'newly promised']);
  });

  test('tells what was partly met, and was finished later, as two outcomes', () => {
    const words = changes([
      ['baseline', '2020', '2018'],
      ['partly met', '2020-05-01', '2020-05-01'],
      ['met', '2021-01-31', '2021-01-31'],
    ]);
    expect(words.slice(0, 2).map(([, , text]) => text)).toEqual([
      'Done late on 31 January 2021, about 1 month late, at least 31 days',
      'Partly met on 1 May 2020',
    ]);
  });
});

describe('dates that moved', () => {
  const moved = (...rows: FactRow[][]) =>
    datesMoved(rows.map((facts) => aMilestone(facts, TODAY))).map(({ words }) => words);

  test('are told from the first to the last, those that moved furthest first, taken back before all', () => {
    expect(
      moved(
        [
          ['baseline', '2020-01-01', '2018'],
          ['forecast', '2020-01-31', '2019'],
        ],
        [
          ['baseline', '2020-01-01', '2018'],
          ['forecast', '2020-02-01', '2019'],
          ['forecast', '2021-01-01', '2019-06'],
        ],
        [
          ['baseline', '2021-07-01', '2018'],
          ['undated', null, '2021-07-19'],
        ],
        [
          ['baseline', '2022-12-31', '2018'],
          ['forecast', '2022-12-01', '2019'],
        ],
        [['baseline', '2020', '2018']],
        [
          ['baseline', '2020', '2018'],
          ['forecast', '2020', '2019'],
        ],
      ),
    ).toEqual([
      'First promised for 1 July 2021; then the date was taken back.',
      'First promised for 1 January 2020, then 1 February 2020 and 1 January 2021: 366 days later than first promised.',
      'First promised for 1 January 2020, then 31 January 2020: 30 days later than first promised.',
      'First promised for 31 December 2022, then 1 December 2022: 30 days earlier than first promised.',
    ]);
  });
});

describe('the story of a theme', () => {
  test('is told by the three recommendations with the most dates and events, never by one with none', () => {
    const recommendations = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'].map((code) => aRecommendation({ code }));
    const milestone = (recommendation: string, dates: number) =>
      aMilestone(
        Array.from({ length: dates }, (_, i): FactRow => [i === 0 ? 'baseline' : 'forecast', '2030', `201${i}`]),
        TODAY,
        { recommendation },
      );
    const milestones = [milestone('A-2', 4), milestone('A-3', 1), milestone('A-4', 2), milestone('A-5', 1)];
    expect(storyOf(recommendations, milestones, []).map(({ code }) => code)).toEqual(['A-2', 'A-4', 'A-3']);
    expect(storyOf(recommendations, milestones.slice(0, 1), []).map(({ code }) => code)).toEqual(['A-2']);
  });
});
