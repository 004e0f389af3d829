import { describe, expect, test } from 'vitest';
import { positionSentences } from '#app/domain/overview/position-sentences.ts';
import { counted, holdsEveryWord, listed } from '#app/domain/sentences.ts';
import { aMilestone, aRecommendation, aRecord, judged } from '../helpers/views.ts';

describe('words', () => {
  test('are listed with commas and one "and"', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
  test('follow the number before them', () => {
    expect([counted(0, 'day'), counted(1, 'day'), counted(1_240, 'day'), counted(2, 'reply', 'replies')]).toEqual([
      ...['0 days', '1 day', '1,240 days', '2 replies'],
    ]);
  });
  test('are found in any order and case; none are found everywhere', () => {
    expect(holdsEveryWord(['Health Data', 'Research'], 'research  HEALTH')).toBe(true);
    expect(holdsEveryWord(['Health Data'], 'health trial')).toBe(false);
    expect(holdsEveryWord(['Health Data'], ' ')).toBe(true);
    expect(holdsEveryWord([], null)).toBe(true);
  });
});

describe('where we are, in one paragraph', () => {
  test('counts the stages, says what cannot be said and why, and whose reading it is', () => {
    const stages = ['delivered', 'delivered', 'partly delivered', 'no public evidence', 'not assessed'] as const;
    const recommendations = stages.map((stage, i) => aRecommendation({ code: `A-${i}`, stage: judged(stage) }));
    const governance = aRecommendation({ code: 'XCUT-1', theme: 'XCUT', stage: judged('under way') });
    expect(positionSentences(aRecord({ recommendations: [...recommendations, governance] }))).toEqual([
      'Of 6 recommendations (5 under the themes and 1 on governance), 2 are delivered, 1 partly delivered and 1 under way.',
      'For 2 it cannot be said: no public evidence was found for 1 and 1 is not assessed.',
      'This is the reading of the compilers; the latest judgement was made on 23 November 2026.',
    ]);
  });
  test('says for how many recommendations the posts that answer for them have judged since', () => {
    const own = { ...judged('delivered'), judgedBy: 'Director of Data' } as ReturnType<typeof judged>;
    const recommendations = [judged('delivered'), own].map((stage) => aRecommendation({ stage }));
    expect(positionSentences(aRecord({ recommendations })).at(-1)).toMatch(
      /the reading of the compilers and, for 1 recommendation, of the posts that answer for them/,
    );
  });
  test('leaves out what is nought', () => {
    const record = aRecord({ recommendations: [aRecommendation({ stage: judged('delivered') })] });
    expect(positionSentences(record)[0]).toBe('Of 1 recommendation, 1 is delivered.');
    expect(positionSentences(record)).toHaveLength(2);
  });
  test('counts the milestones instead on a day before anything was judged', () => {
    const day = '2019-01-01';
    const milestones = [
      aMilestone([['baseline', '2018-12-01', '2018']], day),
      aMilestone([['baseline', '2020', '2018']], day),
      aMilestone(
        [
          ['baseline', '2018-12', '2018'],
          ['met', '2018-11-01', '2018-11-01'],
        ],
        day,
      ),
    ];
    const sentences = positionSentences(aRecord({ day, recommendations: [aRecommendation()], milestones }));
    expect(sentences[0]).toMatch(/had been judged by this day/);
    expect(sentences[1]).toBe(
      'Of 3 milestones promised by then, 1 was done by the first date, 1 past the latest date with no outcome yet and 1 open.',
    );
  });
});
