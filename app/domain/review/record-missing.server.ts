import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addReturnRevision } from '#db/writes/add-return-revision.ts';
import { formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { quarterLabel } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { isClosed, isWithOwner } from '../returns/return-state.ts';
import { addReviewChange, type ReviewedReturn, type Reviewer, returnInReview } from './returns-in-review.server.ts';

export interface Missing extends ReviewedReturn {
  reason: string;
}

/**
 * Records that no return came by its deadline, as one change. What was typed stays in the draft. Throws
 * NotAllowedError, RefusedError or ConflictError; then nothing is saved.
 */
export async function recordMissing(
  db: Kysely<Database>,
  { reason, ...reviewed }: Missing,
  reviewer: Reviewer,
): Promise<void> {
  mustBeAllowed(reviewer.person, 'review returns');
  const { quarter, recommendation } = reviewed;
  await db.transaction().execute(async (trx) => {
    const { state, revisions, deadline, quarterState } = await returnInReview(trx, reviewed);
    if (isClosed(quarterState))
      throw new RefusedError(
        'form',
        `${quarterLabel(quarter)} is ${quarterState}: its summary says already what did not come`,
      );
    if (!isWithOwner(state)) throw new ConflictError('form', `${recommendation}: the return is ${state}, not missing`);
    if (reviewer.today <= deadline)
      throw new RefusedError('reason', `The return is due by the end of ${formatPartialDate(deadline)}`);
    const of = { quarter, recommendations: [recommendation] };
    const change = await addReviewChange(trx, 'return missing', of, reviewer);
    const number = revisions.length + 1;
    await addReturnRevision(trx, { quarter, recommendation, number, act: 'missing', comment: reason, change });
  });
}
