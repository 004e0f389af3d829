import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/partial-date.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { quarterLastDay } from '#app/domain/quarter.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import type { ReturnContent } from '#app/domain/returns/return-content.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { acceptReturn } from '#app/domain/review/accept-return.server.ts';
import { recordMissing } from '#app/domain/review/record-missing.server.ts';
import { sendBackReturn } from '#app/domain/review/send-back-return.server.ts';
import { listOwners } from '#db/queries/list-owners.ts';
import type { Database } from '#db/schema.ts';
import { demonstrationAnswers, unchangedAnswers } from './answers.ts';
import { daysAfter, momentOf, type Played } from './moments.ts';

interface Returned extends Played {
  reviewer: SignedIn;
  deadline: Day;
}

/** What happens to one return of the newest quarter, by its place among those that report; the rest are accepted. */
const NEWEST = { sentBack: 2, missing: 4, late: 6, waiting: 8, disagreement: 10 };
/** One that is reported as unchanged from the second quarter on. */
const UNCHANGED = 12;

/** Plays one quarter's returns: owners submit, the reviewer accepts; in the newest one some things go otherwise. */
export async function makeReturns(db: Kysely<Database>, returned: Returned): Promise<void> {
  const owners = new Map(
    (await listOwners(db, returned.deadline))
      .filter(({ role }) => role === 'owner')
      .map(({ recommendation, person }) => [recommendation, person]),
  );
  for (const [place, code] of returned.codes.entries()) {
    const owner = returned.people.find(({ id }) => id === owners.get(code));
    if (owner) await makeReturn(db, { ...returned, code, owner, among: place });
  }
}

interface OneReturn extends Returned {
  code: string;
  owner: SignedIn;
  /** Its place among those that report. */
  among: number;
}

async function makeReturn(db: Kysely<Database>, one: OneReturn): Promise<void> {
  const { quarter, code, reviewer, isNewest, among, deadline } = one;
  const review = { quarter, recommendation: code };
  const after = (days: number) => ({ person: reviewer, ...momentOf(daysAfter(deadline, days)) });
  const is = (what: number): boolean => isNewest && among === what;
  if (is(NEWEST.missing)) {
    await recordMissing(
      db,
      { ...review, seen: 0, reason: 'Illustrative: nothing came, and two reminders had no answer.' },
      after(3),
    );
    return;
  }
  await submit(db, one, is(NEWEST.late) ? daysAfter(deadline, 4) : daysAfter(quarterLastDay(quarter), 5 + (among % 6)));
  if (is(NEWEST.waiting)) return;
  if (is(NEWEST.sentBack)) {
    const comments = { next: 'Illustrative: say by when the plan will be agreed.' };
    await sendBackReturn(db, { ...review, seen: 1, comment: null, comments }, after(1));
    return;
  }
  const disagrees = is(NEWEST.disagreement);
  await acceptReturn(
    db,
    {
      ...review,
      seen: 1,
      ownConfidence: disagrees ? 'Red' : null,
      comment: disagrees ? 'Illustrative: the office sees no agreed way to the date.' : null,
      addMilestone: false,
    },
    after(5),
  );
}

async function submit(db: Kysely<Database>, one: OneReturn, day: Day): Promise<void> {
  const { quarter, code, owner } = one;
  const content = await answersOf(db, one, day);
  await submitReturn(db, { quarter, recommendation: code, content, seen: null }, { person: owner, ...momentOf(day) });
}

async function answersOf(
  db: Kysely<Database>,
  { quarter, code, place, among }: OneReturn,
  day: Day,
): Promise<ReturnContent> {
  const last = among === UNCHANGED ? (await readReturn(db, quarter, code))?.lastQuarter : null;
  return last ? unchangedAnswers(last.content, day) : demonstrationAnswers(among, place, day);
}
