import type { Kysely } from 'kysely';
import { recordClearance } from '#app/domain/office/record-clearance.server.ts';
import { recordSteer } from '#app/domain/office/steers.server.ts';
import { writeAssessment } from '#app/domain/office/write-assessment.server.ts';
import { quarterLastDay } from '#app/domain/quarter.ts';
import type { Database } from '#db/schema.ts';
import type { Returned } from './make-returns.ts';
import { daysAfter, momentOf } from './moments.ts';

/** One a quarter, in order; every text says that it is made up. */
const ASSESSMENTS = [
  'Illustrative: delivery holds in most themes. Data and regulation depend on decisions that are outstanding, and two programmes have no agreed way back to their dates.',
  'Illustrative: little has moved since last quarter. Where plans are funded they are kept; where they wait for a decision nothing has been done. We ask the board to settle the decisions below.',
  'Illustrative: the picture is a little better. One programme has its funding. We are less sure than the owners about the joint horizon scanning, and say so beside their rating.',
  'Illustrative: most programmes can still be delivered, with attention. Ten cannot as they stand: each needs a decision on its scope or its date, and we ask for those before the end of the year. Three dates that had passed have new ones; none of them is the first.',
];

const STEERS = [
  ['the board', 'Illustrative: bring a costed plan for the data hubs.', 'Illustrative deputy director (DHSC)', 70],
  ['the minister', 'Illustrative: say which trial set-up times can be published.', 'Illustrative director (UKRI)', 120],
  [
    'the board',
    'Illustrative: look again at the two Red programmes in growth.',
    'Illustrative deputy director (OLS)',
    60,
  ],
  ['the board', 'Illustrative: agree one list of indicators with the regulators.', 'Strategy office', 90],
] as const;

/** What the made-up office writes about a quarter: an assessment, a steer, and who cleared the report. */
export async function writeOfficeWords(
  db: Kysely<Database>,
  { quarter, place, reviewer, deadline }: Returned,
): Promise<void> {
  const day = daysAfter(deadline, 8);
  const actor = { person: reviewer, ...momentOf(day) };
  const words = ASSESSMENTS[place % ASSESSMENTS.length] ?? '';
  await writeAssessment(db, { quarter, words, seen: 0 }, actor);
  const [fromWhom, steer, owner, days] = STEERS[place % STEERS.length] ?? STEERS[0];
  const due = daysAfter(quarterLastDay(quarter), days);
  await recordSteer(db, { quarter, fromWhom, words: steer, owner, recommendation: null, due }, actor);
  const role = 'Illustrative director, strategy office';
  await recordClearance(db, { quarter, role, clearedOn: day, comment: null }, actor);
}
