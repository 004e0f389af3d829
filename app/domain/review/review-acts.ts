/** What the office can do with one return. */
export const REVIEW_ACTS = ['accept', 'send-back', 'missing'] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** What the page says when the act succeeded. */
export const REVIEW_DONE_WORDS: Record<ReviewAct, string> = {
  accept: 'The return is accepted. What it says of milestones and stage is in the record.',
  'send-back':
    'The return is sent back. Nothing is mailed from here: tell the owner, who finds your comments in the return.',
  missing: 'The return is recorded as missing.',
};
