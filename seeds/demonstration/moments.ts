import { addDays, format, parseISO } from 'date-fns';
import type { Day } from '#app/domain/partial-date.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import type { Quarter } from '#app/domain/quarter.ts';

/** The moment at which something made-up happened: ten in the morning of a day. */
export const momentOf = (day: Day): { now: Date; today: Day } => ({ now: new Date(`${day}T10:00:00Z`), today: day });

/** So many days after a day. */
export const daysAfter = (day: Day, days: number): Day => format(addDays(parseISO(day), days), 'yyyy-MM-dd');

/** One quarter of the demonstration, with everybody who plays a part in it. */
export interface Played {
  quarter: Quarter;
  /** Counts the demonstration's quarters from 0. */
  place: number;
  isNewest: boolean;
  codes: string[];
  people: SignedIn[];
}
