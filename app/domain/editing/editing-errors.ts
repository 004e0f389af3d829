import type { Difference } from './differences.ts';

/** What somebody else saved while a form was being filled in, beside what the form says. */
export interface EditConflict {
  /** Who saved it; null when it came with the strategy. */
  by: string | null;
  /** Where the two differ: what stands before, what was typed after. */
  differences: Difference[];
  /** Fields that the form left as it was filled from: in the form that comes back they hold what was saved meanwhile. */
  untouched: string[];
}

/** Somebody changed the same thing in the meantime. Nothing was saved. */
export class EditConflictError extends Error {
  override name = 'EditConflictError';
  constructor(readonly conflict: EditConflict) {
    super('Somebody else changed this while you were writing.');
  }
}
