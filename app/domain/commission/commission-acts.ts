/** What can be done on the page of a commission. */
export const COMMISSION_ACTS = ['commission', 'add', 'take-out', 'extend', 'clearance', 'accept-unchanged'] as const;
export type CommissionAct = (typeof COMMISSION_ACTS)[number];

/** What the page says when the act succeeded. */
export const COMMISSION_DONE_WORDS: Record<CommissionAct, string> = {
  commission:
    'The quarter is commissioned. Nothing is sent from here: tell the owners with the texts on the chase page.',
  add: 'The recommendations are added to the commission.',
  'take-out': 'The recommendations are taken out of the commission.',
  extend: 'The deadline is extended.',
  clearance: 'The quarter is in clearance. Another quarter can now be commissioned.',
  'accept-unchanged': 'The returns are accepted.',
};
