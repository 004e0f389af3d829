/** What the office can write about a quarter, by forms on one page. */
export const OFFICE_ACTS = ['assess', 'clear', 'steer', 'done'] as const;
export type OfficeAct = (typeof OFFICE_ACTS)[number];

/** The headings of the forms. */
export const OFFICE_ACT_WORDS: Record<OfficeAct, string> = {
  assess: 'Write the assessment',
  clear: 'Record a clearance',
  steer: 'Record a steer or action',
  done: 'Mark as done',
};

/** What the page says when the act succeeded. */
export const OFFICE_DONE_WORDS: Record<OfficeAct, string> = {
  assess: 'The assessment is saved. Earlier versions are kept below it.',
  clear: 'The clearance is recorded.',
  steer: 'The steer or action is recorded. It is carried from quarter to quarter until it is done.',
  done: 'The steer or action is marked as done.',
};

/** The act that a form or an address names; null for any other word. */
export const officeActOf = (text: string | null | undefined): OfficeAct | null =>
  OFFICE_ACTS.find((act) => act === text) ?? null;
