import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import type { Role } from '#db/tables/person.ts';
import type { ReturnAct } from '#db/tables/quarterly-return.ts';
import { addChange } from '#db/writes/add-change.ts';
import { londonMoment } from '../clock.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { type ReturnRead, readReturn } from '../returns/read-return.server.ts';

/** Who reviews, at which moment, and what day it is then. */
export interface Reviewer {
  person: { id: number; role: Role };
  now: Date;
  today: Day;
}

/** The return that an act is about, as the reviewer saw it. */
export interface ReviewedReturn {
  quarter: Quarter;
  recommendation: string;
  /** How many acts there were on it; more means that somebody was faster. */
  seen: number;
}

/** What each act is called once it is done. */
const DONE: Record<ReturnAct, string> = {
  submitted: 'submitted this return',
  'sent back': 'sent this return back',
  accepted: 'accepted this return',
  missing: 'recorded this return as missing',
};

/** The return, when nobody acted on it since. Throws RefusedError or ConflictError. */
export async function returnInReview(trx: Transaction<Database>, reviewed: ReviewedReturn): Promise<ReturnRead> {
  const { quarter, recommendation, seen } = reviewed;
  const read = await readReturn(trx, quarter, recommendation);
  if (!read) throw new RefusedError('form', `No return is asked of ${recommendation} for ${quarterLabel(quarter)}`);
  const last = read.revisions.at(-1);
  if (last && read.revisions.length !== seen)
    throw new ConflictError(
      'form',
      `${recommendation}: ${last.who?.name ?? 'Somebody'} ${DONE[last.act]} on ${londonMoment(new Date(last.at))}, after you opened this page`,
    );
  return read;
}

/** The same, when a return is submitted and waits for the office. */
export async function submittedReturn(trx: Transaction<Database>, reviewed: ReviewedReturn): Promise<ReturnRead> {
  const read = await returnInReview(trx, reviewed);
  if (read.state === 'submitted') return read;
  throw new RefusedError('form', `${reviewed.recommendation}: no return is waiting for the office`);
}

/** Opens the change of an act on returns of a quarter. Everybody can read its words: they name the returns and no more. */
export function addReviewChange(
  trx: Transaction<Database>,
  kind: ChangeKind,
  { quarter, recommendations }: { quarter: Quarter; recommendations: string[] },
  { person, now }: Reviewer,
): Promise<number> {
  const reason = `${recommendations.join(', ')}: ${quarterLabel(quarter)}`;
  return addChange(trx, { kind, recordedAt: now.toISOString(), person: person.id, quarter, reason });
}
