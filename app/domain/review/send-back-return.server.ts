import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { RETURN_SECTIONS } from '#db/tables/quarterly-return.ts';
import { addReturnRevision } from '#db/writes/add-return-revision.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { RefusedError } from '../refused.ts';
import type { ReturnComments } from '../returns/return-content.ts';
import { addReviewChange, type ReviewedReturn, type Reviewer, submittedReturn } from './returns-in-review.server.ts';

export interface SendingBack extends ReviewedReturn {
  /** On the whole. */
  comment: string | null;
  /** On single parts. */
  comments: ReturnComments;
}

/**
 * Sends a submitted return back to its owner with at least one comment, as one change. Throws NotAllowedError,
 * RefusedError or ConflictError; then nothing is saved.
 */
export async function sendBackReturn(
  db: Kysely<Database>,
  { comment, comments, ...reviewed }: SendingBack,
  reviewer: Reviewer,
): Promise<void> {
  mustBeAllowed(reviewer.person, 'review returns');
  const { quarter, recommendation } = reviewed;
  await db.transaction().execute(async (trx) => {
    const { revisions } = await submittedReturn(trx, reviewed);
    const said = RETURN_SECTIONS.flatMap((section) => {
      const words = comments[section];
      return words ? [{ section, words }] : [];
    });
    if (comment === null && said.length === 0)
      throw new RefusedError('comment', 'Enter at least one comment, here or beside a part, before you send it back');
    const of = { quarter, recommendations: [recommendation] };
    const change = await addReviewChange(trx, 'return sent back', of, reviewer);
    const number = revisions.length + 1;
    await addReturnRevision(trx, { quarter, recommendation, number, act: 'sent back', comment, change });
    const rows = said.map((row) => ({ quarter, recommendation, revision: number, ...row }));
    await insertRows(trx, 'returnComment', rows);
  });
}
