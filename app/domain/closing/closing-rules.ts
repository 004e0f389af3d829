import type { QuarterState } from '#db/tables/quarter.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { type Quarter, quarterLabel, quarterLastDay } from '../quarter.ts';
import { isClosed } from '../returns/return-state.ts';

/** A quarter whose end is at hand, with its state, which is undefined where it has none yet. */
export interface QuarterAtEnd {
  quarter: Quarter;
  state: QuarterState | undefined;
}

/** Why a quarter cannot be closed on a day; null when it can: it was commissioned and has ended. */
export function whyNotClosed({ quarter, state }: QuarterAtEnd, today: Day): string | null {
  const label = quarterLabel(quarter);
  if (state === undefined) return `${label} has not been commissioned: there is nothing to close`;
  if (state === 'reconstructed') return `${label} was never commissioned: it was put together later and is not closed`;
  if (isClosed(state)) return `${label} is ${state} already`;
  const end = quarterLastDay(quarter);
  if (today > end) return null;
  return `${label} runs until ${formatPartialDate(end)}. It can be closed from the day after`;
}

/** Why a quarter cannot be published; null when it can: it is closed and was not published yet. */
export function whyNotPublished({ quarter, state }: QuarterAtEnd): string | null {
  if (state === 'closed') return null;
  const label = quarterLabel(quarter);
  if (state !== 'published') return `${label} is not closed. Close it before you publish it`;
  return `${label} is published already. What is published of it changes only by a correction`;
}

/** Why a quarter cannot be corrected; null when it can: it is closed or published. */
export function whyNotCorrected({ quarter, state }: QuarterAtEnd): string | null {
  if (state !== undefined && isClosed(state)) return null;
  return `${quarterLabel(quarter)} is not closed. What is recorded of it can be changed without a correction`;
}

/** How short and how long the reason of a correction may be, in characters. */
export const REASON_LENGTH = { least: 10, most: 500 };

/** What is wrong with the reason of a correction, in words; null when it can stand. */
export function reasonProblem(reason: string): string | null {
  const { length } = reason.trim();
  if (length === 0) return 'Enter why the quarter is corrected';
  if (length < REASON_LENGTH.least) return `The reason must be ${REASON_LENGTH.least} characters or more`;
  if (length > REASON_LENGTH.most) return `The reason must be ${REASON_LENGTH.most} characters or fewer`;
  return null;
}
