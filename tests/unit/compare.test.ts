import { describe, expect, test } from 'vitest';
import { compareRecords, type Difference, differencesInWords } from '#app/domain/quarters/compare.ts';
import type { RecommendationView } from '#app/domain/record/record.ts';
import { aMilestone, aRecommendation, aRecord, type FactRow, judged } from '../helpers/views.ts';

/** What was known of a milestone by a day: dates said by then, outcomes over by then. */
function known(rows: FactRow[], day: string) {
  const counted = rows.filter(([kind, value, saidOn]) => {
    const isOutcome = ['met', 'partly met', 'missed', 'withdrawn', 're-measured'].includes(kind);
    return isOutcome ? (value ?? '') <= day : saidOn <= day;
  });
  return counted.length > 0 ? [aMilestone(counted, day)] : [];
}

/** Kind, before, after and how far of what differs in one milestone between two days. */
function differences(rows: FactRow[], from: string, to: string): unknown[] {
  const before = aRecord({ day: from, milestones: known(rows, from) });
  const after = aRecord({ day: to, milestones: known(rows, to) });
  return compareRecords(before, after).map(({ kind, before, after, howFar }) => [kind, before, after, howFar]);
}

const PROMISED: FactRow = ['baseline', '2020-03-31', '2018-05-01'];

describe('one milestone between two days', () => {
  test('that nothing was said about does not differ', () => {
    expect(differences([PROMISED], '2018-12-31', '2019-12-31')).toEqual([]);
  });

  test('is new when it was first promised between them', () => {
    expect(differences([PROMISED], '2018-03-31', '2018-06-30')).toEqual([
      ['new', 'Not yet promised', 'On course, first promised for 31 March 2020', null],
    ]);
  });

  test('differs when its date passed, and not again at the next', () => {
    expect(differences([PROMISED], '2020-03-31', '2020-06-30')).toEqual([
      ['date passed', 'On course', 'Date passed: it was due on 31 March 2020', null],
    ]);
    expect(differences([PROMISED], '2020-06-30', '2020-09-30')).toEqual([]);
  });

  test.each<[string, FactRow, unknown[]]>([
    [
      'later',
      ['forecast', '2021-03-31', '2019-02-01'],
      ['date moved', '31 March 2020', '31 March 2021', '365 days later'],
    ],
    [
      'earlier',
      ['forecast', '2020-03-01', '2019-02-01'],
      ['date moved', '31 March 2020', '1 March 2020', '30 days earlier'],
    ],
    [
      'within the same period',
      ['forecast', '2020-Q1', '2019-02-01'],
      ['date moved', '31 March 2020', 'January to March 2020', 'within the same period'],
    ],
    ['away', ['undated', null, '2019-02-01'], ['date moved', '31 March 2020', 'Date taken back', null]],
  ])('has a date that moved %s', (_, fact, expected) => {
    expect(differences([PROMISED, fact], '2018-12-31', '2019-03-31')).toEqual([expected]);
  });

  test('is told from the first of the two dates to the second, whatever was said in between', () => {
    const rows: FactRow[] = [PROMISED, ['forecast', '2025', '2019-02-01'], ['forecast', '2020-04-30', '2019-03-01']];
    expect(differences(rows, '2018-12-31', '2019-03-31')).toEqual([
      ['date moved', '31 March 2020', '30 April 2020', '30 days later'],
    ]);
  });

  test('whose date went and came back does not differ', () => {
    const rows: FactRow[] = [PROMISED, ['forecast', '2025', '2019-02-01'], ['forecast', '2020-03-31', '2019-03-01']];
    expect(differences(rows, '2018-12-31', '2019-03-31')).toEqual([]);
  });

  test('is one outcome when it ended, even if its date moved as well', () => {
    const rows: FactRow[] = [PROMISED, ['forecast', '2020-04-30', '2020-02-01'], ['met', '2020-04-15', '2020-04-15']];
    expect(differences(rows, '2019-12-31', '2020-06-30')).toEqual([
      ['outcome', 'On course', 'Done late on 15 April 2020', '15 days late'],
    ]);
  });

  test('is an outcome also when it was first promised and done between them', () => {
    expect(differences([PROMISED, ['met', '2020-03-01', '2020-03-01']], '2018-03-31', '2020-06-30')).toEqual([
      ['outcome', 'Not yet promised', 'Done by its first date on 1 March 2020', '30 days early'],
    ]);
  });

  test('is told apart when it was given up', () => {
    expect(differences([PROMISED, ['withdrawn', '2019-07-01', '2019-07-01']], '2018-12-31', '2020-06-30')).toEqual([
      ['withdrawn', 'On course', 'Withdrawn on 1 July 2019', 'not comparable: withdrawn'],
    ]);
  });

  test('that had ended before does not differ', () => {
    expect(differences([PROMISED, ['met', '2020-03-01', '2020-03-01']], '2020-03-31', '2020-06-30')).toEqual([]);
  });

  test('carries the reason that was given with the new date', () => {
    const before = aMilestone([PROMISED], '2018-12-31');
    const after = aMilestone([PROMISED, ['forecast', '2021', '2019-02-01']], '2019-03-31');
    const withReason = { ...after, facts: after.facts.map((fact) => ({ ...fact, note: `Note ${fact.number}` })) };
    const [difference] = compareRecords(aRecord({ milestones: [before] }), aRecord({ milestones: [withReason] }));
    expect(difference?.reason).toBe('Note 2');
  });
});

describe('stages', () => {
  const stages = (before: RecommendationView['stage'], after: RecommendationView['stage']) =>
    compareRecords(
      aRecord({ recommendations: [aRecommendation({ stage: before })] }),
      aRecord({ recommendations: [aRecommendation({ stage: after })] }),
    ).map(({ kind, before, after, reason }) => [kind, before, after, reason]);

  test('differ when judged for the first time, when judged otherwise, and when judged again', () => {
    const [underWay, delivered] = [judged('under way'), judged('delivered')];
    expect(stages(null, underWay)).toEqual([['stage', 'Not judged', 'Under way', 'Because']]);
    expect(stages(underWay, delivered)).toEqual([['stage', 'Under way', 'Delivered', 'Because']]);
    expect(stages(underWay, underWay && { ...underWay, judgedOn: '2027-01-01' })).toHaveLength(1);
  });

  test('do not differ while one judgement stands, or none was made', () => {
    expect(stages(judged('delivered'), judged('delivered'))).toEqual([]);
    expect(stages(null, null)).toEqual([]);
  });
});

describe('in a sentence', () => {
  const about = { subject: 'milestone', code: 'A-1.1', title: 'A', theme: 'A', before: '', after: '' } as const;
  const some = (...kinds: Difference['kind'][]): Difference[] =>
    kinds.map((kind) => ({ ...about, kind, howFar: null, reason: null }));

  test('differences are counted by kind, in one order', () => {
    expect(differencesInWords(some('date moved', 'outcome', 'date moved', 'new'))).toBe(
      '1 outcome, 2 dates moved and 1 new milestone',
    );
    expect(differencesInWords(some('stage'))).toBe('1 stage judged anew');
  });

  test('nothing changed is said, not left empty', () => {
    expect(differencesInWords([])).toBe('nothing changed');
  });

  test('outcomes stand before dates that moved, those before what is new', () => {
    const rows: FactRow[][] = [
      [['baseline', '2030', '2019-02-01']],
      [PROMISED, ['forecast', '2021', '2019-02-01']],
      [PROMISED, ['met', '2019-02-01', '2019-02-01']],
    ];
    const at = (day: string) =>
      aRecord({ milestones: rows.flatMap((facts, i) => known(facts, day).map((m) => ({ ...m, code: `A-1.${i}` }))) });
    expect(compareRecords(at('2018-12-31'), at('2019-03-31')).map(({ code }) => code)).toEqual([
      ...['A-1.2', 'A-1.1', 'A-1.0'],
    ]);
  });
});
