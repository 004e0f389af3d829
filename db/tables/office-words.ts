import type { Generated } from 'kysely';

/** The office's assessment of a quarter; the highest number stands. */
export interface AssessmentTable {
  quarter: string;
  number: number;
  words: string;
  change: number;
}

/** Who cleared a quarter's report, by role, on which day. */
export interface ClearanceTable {
  quarter: string;
  number: number;
  role: string;
  clearedOn: string;
  comment: string | null;
  change: number;
}

/** Something a board or minister asked for: carried from quarter to quarter until it is done. */
export interface SteerTable {
  id: Generated<number>;
  /** The quarter in which it was asked for. */
  quarter: string;
  fromWhom: string;
  words: string;
  /** Who is to do it: a post or a body, in words. */
  owner: string;
  /** The recommendation that it is about; null when it is about the whole. */
  recommendation: string | null;
  /** Partial date. */
  due: string | null;
  change: number;
}

/** That a steer was done, and how. */
export interface SteerDoneTable {
  steer: number;
  doneOn: string;
  words: string | null;
  change: number;
}
