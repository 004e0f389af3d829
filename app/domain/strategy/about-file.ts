import { type Day, formatPartialDate } from '../partial-date.ts';

/** What a file of the whole strategy says of itself. */
export interface AboutFile {
  /** Code and name of the strategy. */
  code: string;
  name: string;
  /** Number of the newest change that is in it: what comes back is held against the record as it was then. */
  change: number;
  madeOn: Day;
  marking: string;
  /** The sentence that says so in a demonstration. */
  demonstration: string | null;
}

/** What the way back reads, one row each: what, and its value. */
export function aboutRows({ code, change, madeOn }: AboutFile): [string, string][] {
  return [
    ['Strategy code', code],
    ['Made from change', String(change)],
    ['Made on', madeOn],
  ];
}

/** "It shows the record as it stood on 23 November 2026, after change 12." */
export function madeInWords({ change, madeOn }: AboutFile): string {
  return `It shows the record as it stood on ${formatPartialDate(madeOn)}, after change ${change.toLocaleString('en-GB')}.`;
}
