import type { Kysely } from 'kysely';
import { type AssessmentRow, listAssessments } from '#db/queries/list-assessments.ts';
import { type ClearanceRow, listClearances } from '#db/queries/list-clearances.ts';
import { listSteers, type SteerRow } from '#db/queries/list-steers.ts';
import type { Database } from '#db/schema.ts';
import { londonDay, londonMoment } from '../clock.ts';
import type { Day, PartialDate } from '../partial-date.ts';
import { type Quarter, quarterOf } from '../quarter.ts';
import { countWords } from './assessment-rules.ts';
import { byDue, type SteerStanding, steerInWords, steerStanding } from './steer-standing.ts';

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

/** What the office wrote about a quarter, and how its steers stand on a day. Never for signed-out readers. */
export async function readOfficeWords(db: Kysely<Database>, quarter: Quarter, day: Day): Promise<OfficeWords> {
  const [assessment = null, ...earlier] = (await listAssessments(db, quarter)).map(assessmentShown).reverse();
  const steers = (await readSteers(db, day)).filter((steer) => steer.quarter <= quarter);
  return {
    assessment,
    earlier,
    clearances: (await listClearances(db, quarter)).map(clearanceShown),
    steers: steers.filter((steer) => steer.quarter === quarter),
    carried: steers.filter((steer) => steer.quarter < quarter && isCarriedInto(quarter, steer)),
  };
}

/** What was done before the quarter began is not carried into it. */
const isCarriedInto = (quarter: Quarter, { doneOn }: Steer): boolean => doneOn === null || quarterOf(doneOn) >= quarter;

/** Every steer recorded and not done by a day, the oldest due first, with how late it was then. */
export async function readOpenSteers(db: Kysely<Database>, day: Day): Promise<Steer[]> {
  return (await readSteers(db, day)).filter(isOpen);
}

/** True while a steer is not done. */
export const isOpen = ({ standing }: Steer): boolean => standing !== 'done' && standing !== 'done late';

/** The newest assessment of a quarter that is not older than `from`; null when there is none. */
export async function readNewestAssessment(db: Kysely<Database>, from: Quarter): Promise<Assessment | null> {
  const newest = (await listAssessments(db)).findLast(({ quarter }) => quarter >= from);
  return newest ? assessmentShown(newest) : null;
}

async function readSteers(db: Kysely<Database>, day: Day): Promise<Steer[]> {
  const rows = await listSteers(db);
  return rows
    .filter(({ recordedAt }) => londonDay(new Date(recordedAt)) <= day)
    .map((row) => steerShown(row, day))
    .sort(byDue);
}

function steerShown({ person, recordedAt: _, donePerson: __, ...row }: SteerRow, day: Day): Steer {
  return { ...row, standing: steerStanding(row, day), inWords: steerInWords(row, day), recordedBy: person };
}

function assessmentShown({ person, recordedAt, ...row }: AssessmentRow): Assessment {
  return { ...row, count: countWords(row.words), by: person, when: londonMoment(new Date(recordedAt)) };
}

function clearanceShown({ person, ...row }: ClearanceRow): Clearance {
  return { ...row, recordedBy: person };
}
