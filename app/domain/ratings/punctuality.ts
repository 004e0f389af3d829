import { groupBy } from '../group-by.ts';
import type { Day } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';

/** When a return first came, beside when it was due. */
export interface Arrival {
  quarter: Quarter;
  /** The day, in London, on which it was first submitted; null when it has not come. */
  cameOn: Day | null;
  dueOn: Day;
  missing: boolean;
}

/** Figure 9: how many of a quarter's returns came in time. */
export interface Punctuality {
  quarter: Quarter;
  asked: number;
  inTime: number;
  late: number;
  /** Recorded as missing. */
  missing: number;
  /** Not come, and not recorded as missing. */
  outstanding: number;
}

/** Punctuality by quarter, newest first. A return is in time when it first came by the end of the day it was due. */
export function punctuality(arrivals: readonly Arrival[]): Punctuality[] {
  return [...groupBy(arrivals, ({ quarter }) => quarter)]
    .map(([quarter, own]) => {
      const inTime = own.filter(({ cameOn, dueOn }) => cameOn !== null && cameOn <= dueOn).length;
      const late = own.filter(({ cameOn, dueOn }) => cameOn !== null && cameOn > dueOn).length;
      const missing = own.filter(({ cameOn, missing: recorded }) => cameOn === null && recorded).length;
      return { quarter, asked: own.length, inTime, late, missing, outstanding: own.length - inTime - late - missing };
    })
    .sort((a, b) => b.quarter.localeCompare(a.quarter));
}
