import { counted } from '../sentences.ts';

/** The most words that an assessment of a quarter may have (the summary gives it one short paragraph). */
export const MOST_WORDS = 150;

/**
 * How many words a reader counts: what stands between spaces or long dashes and holds a letter or a number. "well-run"
 * and "£10.5m" are one word each; a dash between two words is none.
 */
export function countWords(text: string): number {
  return text.split(/[\s\u2014]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}

/** What is wrong with an assessment, in words; null when it can stand. */
export function assessmentProblem(text: string): string | null {
  const words = countWords(text);
  if (words === 0) return 'Enter the assessment';
  if (words <= MOST_WORDS) return null;
  return `The assessment must be ${MOST_WORDS} words or fewer. It has ${words}: take out ${counted(words - MOST_WORDS, 'word')}`;
}
