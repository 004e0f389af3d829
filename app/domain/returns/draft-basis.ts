import type { ReturnContent } from './return-content.ts';
import { fieldsFrom, type ReturnFields } from './return-fields.ts';
import type { ReturnState } from './return-state.ts';

/** What is known of a return's state, acts and texts. */
interface Known {
  state: ReturnState;
  revisions: readonly unknown[];
  standing: ReturnContent | null;
  draft: { version: number; fields: ReturnFields } | null;
}

/** What a form is filled from. */
export interface DraftBasis {
  /** Which acts and saves the form has seen; a form carries it, and another one now means that somebody was faster. */
  seen: string;
  fields: ReturnFields;
  /** Where the fields come from. */
  from: 'draft' | 'sent back' | 'nothing';
}

/** The draft, or else what was sent back, or else nothing. `milestones`: the codes of the recommendation's. */
export function draftBasis(read: Known, milestones: readonly string[]): DraftBasis {
  const seen = `${read.revisions.length}-${read.draft?.version ?? 0}`;
  if (read.draft) return { seen, fields: read.draft.fields, from: 'draft' };
  if (read.state === 'sent back' && read.standing)
    return { seen, fields: fieldsFrom(read.standing, milestones), from: 'sent back' };
  return { seen, fields: {}, from: 'nothing' };
}
