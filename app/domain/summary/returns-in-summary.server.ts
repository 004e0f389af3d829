import type { Kysely } from 'kysely';
import { findCommission } from '#db/queries/find-commission.ts';
import { listReturnActs } from '#db/queries/list-return-acts.ts';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import { londonDay } from '../clock.ts';
import { readAskedReturns } from '../commission/progress-page.server.ts';
import type { Day } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';
import { type RatedReturn, ratedReturns } from '../ratings/ratings.ts';
import { QUARTERS_SHOWN } from '../ratings/read-ratings.server.ts';
import { readReturnsOfQuarter } from '../ratings/returns-of-quarter.server.ts';
import type { RecordAsAt } from '../record/record.ts';
import { type ReturnRevisionRead, readRevisions } from '../returns/read-revisions.server.ts';
import type { SummaryReturn } from './summary-input.ts';

/**
 * Every return asked for in a quarter with what it says, in the strategy's order. What was submitted and is not accepted
 * is told in a draft alone.
 */
export async function readSummaryReturns(
  db: Kysely<Database>,
  quarter: Quarter,
  { recommendations }: RecordAsAt,
  { today, isDraft }: { today: Day; isDraft: boolean },
): Promise<SummaryReturn[]> {
  const commission = await findCommission(db, quarter);
  if (!commission) return [];
  const revisions = (await readRevisions(db)).filter((revision) => revision.quarter === quarter);
  // Whoever was to answer when the returns were due.
  const day = commission.deadline < today ? commission.deadline : today;
  const asked = new Map((await readAskedReturns(db, quarter, day)).map((one) => [one.recommendation, one]));
  const themes = new Map(recommendations.map(({ code, theme }) => [code, theme]));
  return (await readReturnsOfQuarter(db, quarter, recommendations, 'internal')).map((one) => {
    const own = revisions.filter(({ recommendation }) => recommendation === one.code);
    const { owner = null, deadline = commission.deadline } = asked.get(one.code) ?? {};
    return {
      ...one,
      theme: themes.get(one.code) ?? '',
      owner: owner?.words ?? null,
      isLate: cameAfter(own, deadline),
      content: contentToTell(own, one.now, isDraft),
      comment: one.now.standing === 'accepted' ? (own.at(-1)?.comment ?? null) : null,
    };
  });
}

function cameAfter(own: ReturnRevisionRead[], deadline: Day): boolean {
  const first = own.find(({ act }) => act === 'submitted');
  return first !== undefined && londonDay(new Date(first.at)) > deadline;
}

function contentToTell(own: ReturnRevisionRead[], { standing }: RatedReturn, isDraft: boolean) {
  if (standing !== 'accepted' && !(isDraft && standing === 'submitted')) return null;
  return own.findLast(({ act }) => act === 'submitted')?.content ?? null;
}

/** How every return stood of a quarter and of those before it that had any: the last eight in all. */
export async function readRatedReturns(db: Kysely<Database>, quarter: Quarter): Promise<RatedReturn[]> {
  const asked = (await listReturns(db)).filter((one) => one.quarter <= quarter);
  const quarters = [...new Set(asked.map((one) => one.quarter))].sort().slice(-QUARTERS_SHOWN);
  const [from] = quarters;
  if (from === undefined) return [];
  const shown = asked.filter((one) => one.quarter >= from);
  return ratedReturns(shown, await listReturnActs(db, from));
}
