import type { QuarterState } from '#db/tables/quarter.ts';
import type { ReturnAct } from '#db/tables/quarterly-return.ts';

/** How a return stands: what was last done with it, or whether anything has been typed. */
export const RETURN_STATES = ['not started', 'draft', 'submitted', 'sent back', 'accepted', 'missing'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** The state of a return from its acts in order and whether a draft is kept. What was sent back waits for its owner. */
export function returnState(acts: readonly ReturnAct[], hasDraft: boolean): ReturnState {
  return acts.at(-1) ?? (hasDraft ? 'draft' : 'not started');
}

/** True while the owner may write: nothing was submitted, or it came back. */
export function isWithOwner(state: ReturnState): boolean {
  return state === 'not started' || state === 'draft' || state === 'sent back';
}

/**
 * True once a quarter is frozen, published or not. A quarter takes returns from its commission on; once it is closed none
 * is chased any more, and what still comes is kept as late: it enters the record, and the quarter only by a correction.
 */
export function isClosed(quarter: QuarterState): boolean {
  return quarter === 'closed' || quarter === 'published';
}
