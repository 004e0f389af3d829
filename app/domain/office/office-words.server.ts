import type { Kysely } from 'kysely';
import { type AssessmentRow, listAssessments } from '#db/queries/list-assessments.ts';
import { type ClearanceRow, listClearances } from '#db/queries/list-clearances.ts';
import { listSteers, type SteerRow } from '#db/queries/list-steers.ts';
import type { Database } from '#db/schema.ts';
import { londonDay, londonMoment } from '../clock.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterOf } from '../quarter.ts';
import { countWords } from './assessment-rules.ts';
import type { Assessment, Clearance, OfficeWords, Steer } from './office-words.ts';
import { byDue, steerInWords, steerStanding } from './steer-standing.ts';

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
const isOpen = ({ standing }: Steer): boolean => standing !== 'done' && standing !== 'done late';

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
