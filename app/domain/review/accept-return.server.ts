import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';
import { addReturnRevision } from '#db/writes/add-return-revision.ts';
import { londonDay } from '../clock.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { type Quarter, quarterLastDay } from '../quarter.ts';
import { RefusedError } from '../refused.ts';
import type { ReturnRead } from '../returns/read-return.server.ts';
import { enterReturn } from './enter-return.server.ts';
import { addReviewChange, type ReviewedReturn, type Reviewer, submittedReturn } from './returns-in-review.server.ts';

export interface Acceptance extends ReviewedReturn {
  /** The office's own rating; null when it is the owner's. */
  ownConfidence: Confidence | null;
  comment: string | null;
  /** The milestone that the return proposes is to be added to the record. */
  addMilestone: boolean;
}

/**
 * Accepts what was submitted last: it enters the record with the quarter, as one change. Throws NotAllowedError,
 * RefusedError with the field that is wrong, or ConflictError; then nothing is saved.
 */
export async function acceptReturn(db: Kysely<Database>, accepted: Acceptance, reviewer: Reviewer): Promise<void> {
  mustBeAllowed(reviewer.person, 'review returns');
  await db.transaction().execute(async (trx) => {
    const read = await submittedReturn(trx, accepted);
    checkOwnRating(read, accepted);
    const { quarter, recommendation } = accepted;
    const change = await addReviewChange(
      trx,
      'return accepted',
      { quarter, recommendations: [recommendation] },
      reviewer,
    );
    await accept(trx, read, { accepted, reviewer, change });
  });
}

/** The unchanged returns of a quarter that are accepted together, each as it was seen. */
export interface AcceptanceTogether {
  quarter: Quarter;
  returns: { recommendation: string; seen: number }[];
}

/**
 * Accepts returns whose owners answered that nothing has changed, all of them or none, as one change. Throws as
 * `acceptReturn` does.
 */
export async function acceptUnchanged(
  db: Kysely<Database>,
  { quarter, returns }: AcceptanceTogether,
  reviewer: Reviewer,
): Promise<void> {
  mustBeAllowed(reviewer.person, 'review returns');
  if (returns.length === 0) throw new RefusedError('returns', 'Tick the returns to accept');
  await db.transaction().execute(async (trx) => {
    const recommendations = returns.map(({ recommendation }) => recommendation);
    const change = await addReviewChange(trx, 'return accepted', { quarter, recommendations }, reviewer);
    for (const { recommendation, seen } of returns) {
      const accepted = { quarter, recommendation, seen, ownConfidence: null, comment: null, addMilestone: false };
      const read = await submittedReturn(trx, accepted);
      if (!read.standing?.unchanged)
        throw new RefusedError('form', `${recommendation} says that something has changed: accept it by itself`);
      await accept(trx, read, { accepted, reviewer, change });
    }
  });
}

/** A judgement other than the owner's needs its reason, as every judgement does. */
function checkOwnRating({ standing }: ReturnRead, { ownConfidence, comment }: Acceptance): void {
  if (ownConfidence === null || ownConfidence === standing?.confidence || comment !== null) return;
  throw new RefusedError('comment', `Say why your rating is ${ownConfidence} and not ${standing?.confidence}`);
}

interface Accepting {
  accepted: Acceptance;
  reviewer: Reviewer;
  change: number;
}

async function accept(
  trx: Transaction<Database>,
  { standing, revisions }: ReturnRead,
  { accepted, reviewer, change }: Accepting,
): Promise<void> {
  const { quarter, recommendation, ownConfidence, comment, addMilestone } = accepted;
  const submitted = revisions.at(-1);
  if (!standing || !submitted) throw new RangeError(`Nothing was submitted: ${recommendation}, ${quarter}`);
  const number = revisions.length + 1;
  await addReturnRevision(trx, { quarter, recommendation, number, act: 'accepted', ownConfidence, comment, change });
  const submittedOn = londonDay(new Date(submitted.at));
  const end = quarterLastDay(quarter);
  await enterReturn(trx, {
    recommendation,
    content: standing,
    submittedOn,
    saidOn: submittedOn < end ? submittedOn : end,
    addMilestone,
    today: reviewer.today,
    change,
  });
}
