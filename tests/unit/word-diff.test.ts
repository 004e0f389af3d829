import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords, type Segment } from '#app/domain/review/word-diff.ts';

/** "stays [-taken out-] {+put in+}". */
const shown = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
const side = (segments: Segment[], without: Segment['kind']): string =>
  segments
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

test('marks the words that were taken out and put in, and no others', () => {
  expect(shown('The first hub opens in May.', 'The second hub opens in June.')).toBe(
    'The [-first -]{+second +}hub opens in [-May. -]{+June.+}',
  );
});

test('keeps the longest run of words that both have', () => {
  expect(shown('a b c d', 'c d a b c d')).toBe('{+c d +}a b c d');
  expect(shown('one two three', 'two three one')).toBe('[-one -]two three {+one+}');
  expect(shown('it ends here', 'it ends')).toBe('it ends[- here -]');
});

test('a text that is the same has no mark; a new one is all put in', () => {
  expect(diffWords('The same words.', 'The same words.')).toEqual([{ kind: 'same', text: 'The same words.' }]);
  expect(diffWords('', 'All new.')).toEqual([{ kind: 'added', text: 'All new.' }]);
  expect(diffWords('All gone.', '')).toEqual([{ kind: 'removed', text: 'All gone. ' }]);
  expect(diffWords('', '')).toEqual([]);
});

test('another space or line end is no other word', () => {
  expect(diffWords('one  two', 'one\ntwo').every(({ kind }) => kind === 'same')).toBe(true);
});

const texts = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'hub', 'hubs', 'May'), fc.constantFrom(' ', '\n', '  ')))
  .map((words) => words.flat().join(''));

test('what stays with what was put in is always the later text', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const segments = diffWords(before, after);
      expect(side(segments, 'removed')).toBe(after);
      const words = (text: string) => text.split(/\s+/).filter(Boolean);
      expect(words(side(segments, 'added')).sort()).toEqual(words(before).sort());
    }),
  );
});

test('is quick on texts of two thousand words', () => {
  const long = Array.from({ length: 2_000 }, (_, n) => `word${n % 37}`).join(' ');
  const other = long.replaceAll('word5', 'other').split(' ').toReversed().join(' ');
  expect(side(diffWords(long, other), 'removed')).toBe(other);
});
