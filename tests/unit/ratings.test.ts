import { describe, expect, test } from 'vitest';
import { confidenceTitle, punctualityTitle } from '#app/domain/figure-titles.ts';
import { punctuality } from '#app/domain/ratings/punctuality.ts';
import { ratingAttention, ratingSentences, returnInWords } from '#app/domain/ratings/rating-words.ts';
import { type Act, confidenceRows, type RatedReturn, ratedReturns } from '#app/domain/ratings/ratings.ts';

const [Q1, Q2, Q3] = ['2026-27-Q1', '2026-27-Q2', '2026-27-Q3'] as const;
const act = (fields: Partial<Act>): Act => ({
  quarter: Q2,
  recommendation: 'DAT-1',
  act: 'submitted',
  confidence: null,
  ownConfidence: null,
  unchanged: null,
  ...fields,
});
const one = (fields: Partial<RatedReturn> = {}): RatedReturn => ({
  quarter: Q2,
  recommendation: 'DAT-1',
  standing: 'accepted',
  confidence: 'Amber',
  ownConfidence: null,
  unchanged: false,
  ...fields,
});

describe('how a return stands for its readers', () => {
  const asked = [{ quarter: Q2, recommendation: 'DAT-1' }];
  const submitted = act({ confidence: 'Green', unchanged: 0 });
  test.each<[string, Act[], Partial<RatedReturn>]>([
    ['nothing came', [], { standing: 'outstanding', confidence: null }],
    ['submitted', [submitted], { standing: 'submitted', confidence: 'Green' }],
    [
      'sent back: its rating is no report',
      [submitted, act({ act: 'sent back' })],
      { standing: 'outstanding', confidence: null },
    ],
    [
      'submitted again and accepted, with the office’s own rating',
      [
        submitted,
        act({ act: 'sent back' }),
        act({ confidence: 'Red', unchanged: 1 }),
        act({ act: 'accepted', ownConfidence: 'Amber' }),
      ],
      { standing: 'accepted', confidence: 'Red', ownConfidence: 'Amber', unchanged: true },
    ],
    ['recorded as missing', [act({ act: 'missing' })], { standing: 'missing', confidence: null }],
  ])('%s', (_, acts, expected) => {
    expect(ratedReturns(asked, acts)).toEqual([expect.objectContaining(expected)]);
  });
});

describe('figure 3', () => {
  test('has a row for each recommendation that was asked, and an empty place where it was not', () => {
    const recommendations = ['DAT-1', 'DAT-2', 'DAT-3'].map((code) => ({ code, title: code }));
    const returns = [one(), one({ quarter: Q3, recommendation: 'DAT-2' })];
    expect(confidenceRows(recommendations, [Q2, Q3], returns)).toEqual([
      { code: 'DAT-1', title: 'DAT-1', returns: [returns[0], null] },
      { code: 'DAT-2', title: 'DAT-2', returns: [null, returns[1]] },
    ]);
  });

  test.each<[RatedReturn | null, string]>([
    [null, 'Not asked'],
    [one({ standing: 'missing', confidence: null }), 'Missing'],
    [one({ standing: 'outstanding', confidence: null }), 'Not in yet'],
    [one({ confidence: 'not rated' }), 'Not rated'],
    [one({ standing: 'submitted' }), 'Amber, not accepted yet'],
    [one({ ownConfidence: 'Red' }), 'Amber (office: Red)'],
    [one({ ownConfidence: 'Amber' }), 'Amber'],
  ])('says in a cell %#: %s', (cell, words) => {
    expect(returnInWords(cell)).toBe(words);
  });
});

describe('what needs attention by its return', () => {
  const before = one({ quarter: Q1, confidence: 'Green' });
  test.each<[string, RatedReturn[], string]>([
    ['Red', [one({ confidence: 'Red' })], 'July to September 2026: Red.'],
    ['worsened', [before, one()], 'July to September 2026: worsened from Green in April to June 2026 to Amber.'],
    ['missing', [one({ standing: 'missing', confidence: null })], 'July to September 2026: no return came.'],
    ['disagreement', [one({ ownConfidence: 'Red' })], 'July to September 2026: the owner says Amber, the office Red.'],
    [
      'unchanged',
      ['2025-26-Q4', Q1, Q2].map((quarter) => one({ quarter, unchanged: true })),
      'July to September 2026: reported as unchanged three times running.',
    ],
  ])('%s', (reason, returns, words) => {
    expect(ratingAttention(returns)).toEqual([{ recommendation: 'DAT-1', reasons: [reason], words }]);
  });

  test('is nothing when a rating stands, improves or is not given, or was unchanged twice only', () => {
    for (const returns of [
      [one()],
      [one({ quarter: Q1, confidence: 'Red' }), one()],
      [before, one({ confidence: 'not rated' })],
      [one({ quarter: Q1, unchanged: true }), one({ unchanged: true })],
      [one({ quarter: Q1, confidence: 'Red' }), one({ confidence: 'Green', ownConfidence: 'Green' })],
    ])
      expect(ratingAttention(returns)).toEqual([]);
  });

  test('looks at the newest quarter only, and past a quarter that was not rated', () => {
    const returns = [before, one({ confidence: 'not rated' }), one({ quarter: Q3, confidence: 'Red' })];
    expect(ratingAttention(returns).map(({ words }) => words)).toEqual([
      'October to December 2026: Red; worsened from Green in April to June 2026 to Red.',
    ]);
  });

  test('comes gravest first', () => {
    const returns = [
      one({ recommendation: 'A', standing: 'missing', confidence: null }),
      one({ recommendation: 'B', confidence: 'Red' }),
      one({ recommendation: 'C', ownConfidence: 'Green' }),
    ];
    expect(ratingAttention(returns).map(({ recommendation }) => recommendation)).toEqual(['B', 'A', 'C']);
  });
});

describe('the sentences about the newest quarter’s returns', () => {
  test('count what came and what it says, and name what moved', () => {
    const returns = [
      one({ quarter: Q1, recommendation: 'A', confidence: 'Green' }),
      one({ recommendation: 'A', confidence: 'Red' }),
      one({ recommendation: 'B', standing: 'submitted' }),
      one({ recommendation: 'C', standing: 'outstanding', confidence: null }),
    ];
    expect(ratingSentences(returns)).toEqual([
      'Of 3 returns asked for in July to September 2026, 1 accepted, 1 submitted and not yet accepted and 1 not in yet.',
      'Delivery confidence as owners judge it: 1 Amber and 1 Red.',
      'Since each one’s last rating, 0 improved and 1 worsened.',
    ]);
  });

  test('are none while nothing was rated', () => {
    expect(ratingSentences([])).toEqual([]);
    expect(ratingSentences([one({ standing: 'outstanding', confidence: null })])).toEqual([]);
  });
});

describe('the title of figure 3', () => {
  const rows = (...ratings: RatedReturn['confidence'][]) =>
    ratings.map((confidence, place) => ({ code: `${place}`, title: '', returns: [null, one({ confidence })] }));
  test.each<[RatedReturn['confidence'][], string]>([
    [
      ['Amber', 'Green', 'Red', 'Amber', null, 'not rated'],
      '1 Red, 2 Amber and 1 Green of 4 rated in July to September 2026',
    ],
    [['Amber'], '1 Amber of 1 rated in July to September 2026'],
    [['not rated', null], 'Delivery confidence by quarter'],
  ])('%j: %s', (ratings, title) => {
    expect(confidenceTitle(rows(...ratings), [Q1, Q2])).toBe(title);
  });
});

describe('punctuality', () => {
  test('is told in its title for the newest quarter', () => {
    const row = { quarter: Q2, asked: 5, inTime: 2, late: 1, missing: 1, outstanding: 1 };
    expect(punctualityTitle([row, { ...row, late: 0 }])).toBe('2 of 5 returns came in time, 1 late');
    expect(punctualityTitle([{ ...row, late: 0 }])).toBe('2 of 5 returns came in time');
    expect(punctualityTitle([])).toBe('Punctuality of returns');
  });

  test('counts what first came by the day it was due, later, or not at all', () => {
    const due = { quarter: Q2, dueOn: '2026-10-14', missing: false };
    const arrivals = [
      { ...due, cameOn: '2026-10-14' },
      { ...due, cameOn: '2026-10-15' },
      { ...due, cameOn: '2026-10-15', dueOn: '2026-10-20' },
      { ...due, cameOn: null },
      { ...due, cameOn: null, missing: true },
      { ...due, quarter: Q3, cameOn: null },
    ];
    expect(punctuality(arrivals)).toEqual([
      { quarter: Q3, asked: 1, inTime: 0, late: 0, missing: 0, outstanding: 1 },
      { quarter: Q2, asked: 5, inTime: 2, late: 1, missing: 1, outstanding: 1 },
    ]);
  });
});
