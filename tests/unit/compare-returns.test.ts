import { describe, expect, test } from 'vitest';
import type { ReturnContent } from '#app/domain/returns/return-content.ts';
import { compareReturns } from '#app/domain/review/compare-returns.ts';
import { contentWith } from '../helpers/commissioned.ts';

const MILESTONES = [{ code: 'DAT-1.4', title: 'The service starts' }];

/** The answer of a field, held against a last return that differs from it as said. */
function compared(field: string, now: Partial<ReturnContent>, last: Partial<ReturnContent> | null) {
  const sections = compareReturns(contentWith(now), last && contentWith(last), MILESTONES);
  return sections.flatMap(({ rows }) => rows).find((row) => row.field === field);
}

describe('an answer held against the last accepted return', () => {
  test('a rating says how it moved', () => {
    expect(compared('confidence', { confidence: 'Red' }, { confidence: 'Amber' })?.markWords).toBe(
      'Worsened: it was Amber.',
    );
    expect(compared('confidence', { confidence: 'Green' }, { confidence: 'Red' })?.markWords).toBe(
      'Improved: it was Red.',
    );
    expect(compared('confidence', { confidence: 'not rated' }, { confidence: 'Red' })?.markWords).toBe(
      'Changed: it was Red.',
    );
    expect(compared('confidence', { confidence: 'Amber' }, { confidence: 'Amber' })?.mark).toBe('unchanged');
  });

  test('words that changed are marked, and the same words are said to be the same', () => {
    expect(compared('risks', { risks: 'Staff and money.' }, { risks: 'Staff.' })).toMatchObject({
      mark: 'changed',
      words: [
        { kind: 'removed', text: 'Staff. ' },
        { kind: 'added', text: 'Staff and money.' },
      ],
    });
    expect(compared('risks', { risks: 'Staff.' }, { risks: 'Staff.' })).toMatchObject({
      mark: 'unchanged',
      words: null,
    });
  });

  test('what the last return did not say is new, without a word for word comparison', () => {
    for (const [field, now] of [
      ['evidence', { evidence: 'Minutes.' }],
      ['pathToGreen', { confidence: 'Amber', pathToGreen: 'A new tender.' }],
      ['help', { help: 'A decision', helpFrom: 'the Treasury' }],
    ] as const)
      expect(compared(field, now, {})).toMatchObject({
        mark: 'changed',
        markWords: expect.stringMatching(/^New/),
        words: null,
      });
  });

  test('what was said before and is not any more is struck through', () => {
    expect(compared('evidence', {}, { evidence: 'Minutes.' })?.words).toEqual([{ kind: 'removed', text: 'Minutes. ' }]);
  });

  test('what is news of its own quarter is not compared', () => {
    const news = { statements: [{ milestone: 'DAT-1.4', kind: 'forecast', value: '2027', reason: 'Late.' }] } as const;
    expect(compared('milestone.DAT-1_4.answer', { statements: [...news.statements] }, {})?.mark).toBeNull();
    expect(compared('stage', { stage: 'delivered', stageReason: 'Done.' }, {})?.mark).toBeNull();
  });

  test('without a last return nothing is marked', () => {
    expect(
      compareReturns(contentWith(), null, MILESTONES)
        .flatMap(({ rows }) => rows)
        .every(({ mark }) => mark === null),
    ).toBe(true);
  });
});
