import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { listed } from '../sentences.ts';
import { draftBasis } from './draft-basis.ts';
import { openReturn, type Writer } from './open-return.server.ts';
import type { PlannedReturn, ReturnsPlan } from './plan-returns.server.ts';
import { keepDraft } from './save-draft.server.ts';
import { addSubmission } from './submit-return.server.ts';

/** What becomes of the returns in a file, and the change that it is. */
export interface AcceptReturns {
  as: 'drafts' | 'submitted';
  change: number;
}

/**
 * Keeps each return that a plan changes as its draft, or submits it, in the given transaction, which the caller throws away
 * when this throws: NotAllowedError, ReturnNotOpenError, ConflictError where a draft moved since the plan was made, or
 * RefusedError where a return is to be submitted that is not complete.
 */
export async function acceptReturns(
  trx: Transaction<Database>,
  { returns }: Pick<ReturnsPlan, 'returns'>,
  { as, change }: AcceptReturns,
  writer: Writer,
): Promise<void> {
  if (as === 'submitted') mustBeComplete(returns);
  for (const planned of returns) {
    const read = await openReturn(trx, planned, as === 'drafts' ? 'write return' : 'submit return', writer);
    if (draftBasis(read, []).seen !== planned.seen)
      throw new ConflictError(
        'form',
        `Somebody saved ${planned.recommendation} since you looked at this. Look at it again`,
      );
    if (as === 'submitted' && planned.content) await addSubmission(trx, read, planned.content, change);
    else await keepDraft(trx, read, planned.fields, writer);
  }
}

function mustBeComplete(returns: readonly PlannedReturn[]): void {
  const incomplete = returns.filter(({ content }) => content === null).map(({ recommendation }) => recommendation);
  if (incomplete.length > 0)
    throw new RefusedError('as', `Complete ${listed(incomplete)} before you submit, or keep the returns as drafts`);
}
