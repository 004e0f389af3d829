import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/partial-date.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { quarterLastDay } from '#app/domain/quarter.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { readReturn } from '#app/domain/returns/read-return.server.ts';
import type { ReturnContent, ReturnStatement } from '#app/domain/returns/return-content.ts';
import { submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { acceptReturn } from '#app/domain/review/accept-return.server.ts';
import { recordMissing } from '#app/domain/review/record-missing.server.ts';
import { sendBackReturn } from '#app/domain/review/send-back-return.server.ts';
import { listOwners } from '#db/queries/list-owners.ts';
import type { Database } from '#db/schema.ts';
import { demonstrationAnswers, unchangedAnswers } from './answers.ts';
import { daysAfter, momentOf, type Played } from './moments.ts';

/** One quarter's returns, with who reviews them. */
export interface Returned extends Played {
  reviewer: SignedIn;
  deadline: Day;
}

/** What happens to one return of the newest quarter, by its place among those that report; the rest are accepted. */
const NEWEST = { sentBack: 2, missing: 4, late: 6, waiting: 8, disagreement: 10 };
/** One that is reported as unchanged from the second quarter on. */
const UNCHANGED = 12;
/** One of the second quarter that comes after it was closed. */
export const AFTER_CLOSE = { quarter: 1, among: 6 };

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

/** The return that was not in when its quarter was closed: it comes late, and is accepted. */
export async function makeReturnAfterClose(db: Kysely<Database>, returned: Returned, day: Day): Promise<void> {
  const { quarter, codes, people, reviewer, deadline } = returned;
  const code = codes[AFTER_CLOSE.among];
  const row = (await listOwners(db, deadline)).find((one) => one.recommendation === code && one.role === 'owner');
  const owner = people.find(({ id }) => id === row?.person);
  if (code === undefined || !owner) return;
  await submit(db, { ...returned, code, owner, among: AFTER_CLOSE.among }, day);
  const accepted = { quarter, recommendation: code, seen: 1, ownConfidence: null, comment: null, addMilestone: false };
  await acceptReturn(db, accepted, { person: reviewer, ...momentOf(daysAfter(day, 2)) });
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
  if (one.place === AFTER_CLOSE.quarter && among === AFTER_CLOSE.among) return;
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

async function answersOf(db: Kysely<Database>, one: OneReturn, day: Day): Promise<ReturnContent> {
  const { quarter, code, place, among } = one;
  const last = among === UNCHANGED ? (await readReturn(db, quarter, code))?.lastQuarter : null;
  if (last) return unchangedAnswers(last.content, day);
  return { ...demonstrationAnswers(among, place, day), statements: await newDates(db, one, day) };
}

/** In the newest quarter, of milestones whose date has passed, a new date. */
async function newDates(db: Kysely<Database>, { code, isNewest }: OneReturn, day: Day): Promise<ReturnStatement[]> {
  if (!isNewest) return [];
  const { milestones } = await readRecordAsAt(db, { day, isToday: true, view: 'internal' });
  return milestones
    .filter(({ recommendation, status }) => recommendation === code && status === 'date passed')
    .map(({ code: milestone }) => ({
      milestone,
      kind: 'forecast' as const,
      value: daysAfter(day, 330).slice(0, 'YYYY-MM'.length),
      reason: 'Illustrative: the first supplier withdrew, and the work was let again.',
    }));
}
