import { type Day, formatPartialDate, isDay } from './partial-date.ts';
import type { Quarter } from './quarter.ts';

/** What a reader sees: what is published, or also what is held inside until its quarter is. */
export type View = 'publication' | 'internal';

/** The day that a page is asked for, and for whom. `isToday` is true when no other day was asked for. */
export interface AsAt {
  day: Day;
  isToday: boolean;
  view: View;
  /** Of the publication view: a quarter whose returns count as published, for the summary that is about to be. */
  publishing?: Quarter;
}

/** The day asked for is not one that can be shown; the message says what to do. */
export class AsAtError extends Error {
  override name = 'AsAtError';
}

/**
 * The day that `?asAt=` asks for: today when it is missing. Throws AsAtError for text that is not a day, for the
 * future, and for a day before the strategy was published.
 */
export function parseAsAt(text: string | null, { today, start, view }: { today: Day; start: Day; view: View }): AsAt {
  if (text === null || text === '') return { day: today, isToday: true, view };
  if (!isDay(text)) throw new AsAtError(`“${text}” is not a day. Write the year, month and day, such as 2019-03-31.`);
  if (text > today)
    throw new AsAtError(
      `${formatPartialDate(text)} is in the future. Choose a day up to today, ${formatPartialDate(today)}.`,
    );
  if (text < start)
    throw new AsAtError(
      `${formatPartialDate(text)} is before the strategy was published. Choose a day from ${formatPartialDate(start)} on.`,
    );
  return { day: text, isToday: text === today, view };
}
