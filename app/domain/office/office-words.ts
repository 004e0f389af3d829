import type { Day, PartialDate } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';
import type { SteerStanding } from './steer-standing.ts';

/** One version of the assessment of a quarter. */
export interface Assessment {
  quarter: Quarter;
  number: number;
  words: string;
  /** How many words it has. */
  count: number;
  by: string;
  /** "23 November 2026 at 14:05", in London. */
  when: string;
}

export interface Clearance {
  number: number;
  role: string;
  clearedOn: Day;
  comment: string | null;
  recordedBy: string;
}

/** Something asked for, with how it stands. */
export interface Steer {
  id: number;
  /** The quarter in which it was asked for. */
  quarter: Quarter;
  fromWhom: string;
  words: string;
  owner: string;
  /** Code; null when it is about the whole. */
  recommendation: string | null;
  due: PartialDate | null;
  doneOn: Day | null;
  doneWords: string | null;
  standing: SteerStanding;
  /** How it stands in words: "12 days late". */
  inWords: string;
  recordedBy: string;
}

/** What the office wrote about one quarter. */
export interface OfficeWords {
  /** The version that stands; null until one is written. */
  assessment: Assessment | null;
  /** Earlier versions, the newest first. */
  earlier: Assessment[];
  /** In the order in which they were recorded. */
  clearances: Clearance[];
  /** Raised in the quarter, the oldest due first. */
  steers: Steer[];
  /** Raised in earlier quarters and not done when this one began; the oldest due first. */
  carried: Steer[];
}
