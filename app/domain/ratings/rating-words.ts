import { CONFIDENCES } from '#db/tables/quarterly-return.ts';
import { confidenceMove } from '../delivery-confidence.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { counted, listed } from '../sentences.ts';
import { CONFIDENCE_WORDS } from '../status-words.ts';
import type { RatedReturn, Standing } from './ratings.ts';

/** Why a recommendation needs attention by its returns, the gravest first. */
const REASONS = ['Red', 'worsened', 'missing', 'disagreement', 'unchanged'] as const;
export type RatingReason = (typeof REASONS)[number];

/** A recommendation that needs attention by its return for the newest quarter. */
export interface RatingAttention {
  recommendation: string;
  reasons: RatingReason[];
  words: string;
}

/** So many answers of "nothing has changed" in a row want a second look. */
const UNCHANGED_QUARTERS = 3;

/** The quarters that have returns, oldest first. */
export const quartersOf = (returns: readonly RatedReturn[]): Quarter[] =>
  [...new Set(returns.map(({ quarter }) => quarter))].sort();

/** What stands out in the newest quarter's returns: Red, worsened, missing, the office disagreeing, unchanged for long. */
export function ratingAttention(returns: readonly RatedReturn[]): RatingAttention[] {
  const newest = quartersOf(returns).at(-1);
  return returns
    .filter(({ quarter }) => quarter === newest)
    .map((one) => attentionOf(one, returns))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => gravity(a) - gravity(b));
}

const gravity = ({ reasons }: RatingAttention): number => Math.min(...reasons.map((reason) => REASONS.indexOf(reason)));

function attentionOf(one: RatedReturn, all: readonly RatedReturn[]): RatingAttention {
  const earlier = earlierOf(one, all);
  const before = earlier.find(hasRating) ?? null;
  const found: [RatingReason, string | null][] = [
    ['Red', one.confidence === 'Red' ? 'Red' : null],
    ['worsened', worsenedInWords(one, before)],
    ['missing', one.standing === 'missing' ? 'no return came' : null],
    ['disagreement', disagreementInWords(one)],
    ['unchanged', unchangedInWords(one, earlier)],
  ];
  const said = found.filter((entry): entry is [RatingReason, string] => entry[1] !== null);
  const words = said.map(([, text]) => text).join('; ');
  return {
    recommendation: one.recommendation,
    reasons: said.map(([reason]) => reason),
    words: `${quarterLabel(one.quarter)}: ${words}.`,
  };
}

/** Moves are counted from the last time that somebody judged. */
const hasRating = ({ confidence }: RatedReturn): boolean => confidence !== null && confidence !== 'not rated';

/** The same recommendation's returns of earlier quarters, newest first. */
function earlierOf(one: RatedReturn, all: readonly RatedReturn[]): RatedReturn[] {
  return all
    .filter(({ recommendation, quarter }) => recommendation === one.recommendation && quarter < one.quarter)
    .sort((a, b) => b.quarter.localeCompare(a.quarter));
}

function worsenedInWords(one: RatedReturn, before: RatedReturn | null): string | null {
  if (before === null || confidenceMove(before.confidence, one.confidence) !== 'worsened') return null;
  return `worsened from ${before.confidence} in ${quarterLabel(before.quarter)} to ${one.confidence}`;
}

function disagreementInWords({ confidence, ownConfidence }: RatedReturn): string | null {
  if (confidence === null || ownConfidence === null || confidence === ownConfidence) return null;
  return `the owner says ${confidence}, the office ${ownConfidence}`;
}

function unchangedInWords(one: RatedReturn, earlier: RatedReturn[]): string | null {
  const running = [one, ...earlier].slice(0, UNCHANGED_QUARTERS);
  if (running.length < UNCHANGED_QUARTERS || !running.every(({ unchanged }) => unchanged)) return null;
  return 'reported as unchanged three times running';
}

const STANDINGS: [Standing, string][] = [
  ['accepted', 'accepted'],
  ['submitted', 'submitted and not yet accepted'],
  ['outstanding', 'not in yet'],
  ['missing', 'recorded as missing'],
];

/** How the newest quarter's returns stand and what they say, in sentences; none while nothing was rated in it. */
export function ratingSentences(returns: readonly RatedReturn[]): string[] {
  const newest = quartersOf(returns).at(-1);
  const own = returns.filter(({ quarter }) => quarter === newest);
  if (newest === undefined || own.every(({ confidence }) => confidence === null)) return [];
  const standings = STANDINGS.map(([standing, words]) => [
    own.filter((one) => one.standing === standing).length,
    words,
  ]);
  const ratings = CONFIDENCES.map((confidence) => [
    own.filter((one) => one.confidence === confidence).length,
    confidence,
  ]);
  const nonZero = (counts: (string | number)[][]): string[] =>
    counts.filter(([n]) => n !== 0).map(([n, words]) => `${n} ${words}`);
  return [
    `Of ${counted(own.length, 'return')} asked for in ${quarterLabel(newest)}, ${listed(nonZero(standings))}.`,
    `Delivery confidence as owners judge it: ${listed(nonZero(ratings))}.`,
    ...moveSentences(own, returns),
  ];
}

function moveSentences(own: readonly RatedReturn[], all: readonly RatedReturn[]): string[] {
  const moves = own.map((one) => {
    const before = earlierOf(one, all).find(hasRating);
    return confidenceMove(before?.confidence ?? null, one.confidence);
  });
  const improved = moves.filter((move) => move === 'improved').length;
  const worsened = moves.filter((move) => move === 'worsened').length;
  if (moves.every((move) => move === null)) return [];
  return [`Since each one’s last rating, ${improved} improved and ${worsened} worsened.`];
}

/** "Amber", "Amber, not accepted yet", "Missing", "Not in yet": what a cell of figure 3 says. */
export function returnInWords(one: RatedReturn | null): string {
  if (one === null) return 'Not asked';
  if (one.standing === 'missing') return 'Missing';
  if (one.confidence === null) return 'Not in yet';
  const office = disagreementInWords(one) ? ` (office: ${one.ownConfidence})` : '';
  return `${CONFIDENCE_WORDS[one.confidence].word}${office}${one.standing === 'submitted' ? ', not accepted yet' : ''}`;
}
