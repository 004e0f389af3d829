import type { Correction } from './document.ts';

/** What stands above the two sides of a correction; `number` is that of the version that corrects. */
export function correctionHeadings(number: number): [where: string, what: string, before: string, after: string] {
  return ['Where', 'What', number > 2 ? `Version ${number - 1}` : 'First published', 'Corrected'];
}

/** What an empty side of a correction means. */
export const NOT_THERE = { before: 'Was not there', after: 'No longer there' };

/** One correction in words, under its headings. */
export const correctionWords = ({ where, what, before, after }: Correction): [string, string, string, string] => [
  where,
  what,
  before ?? NOT_THERE.before,
  after ?? NOT_THERE.after,
];
