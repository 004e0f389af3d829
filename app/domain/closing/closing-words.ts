import type { PublishableField } from '#db/tables/quarter-version.ts';
import type { ReturnState } from '../returns/return-state.ts';
import type { QuarterAct } from '../summary/quarter-acts.ts';

/** What the links to each act say. */
export const QUARTER_ACT_WORDS: Record<QuarterAct, string> = {
  close: 'Close this quarter',
  publish: 'Publish this quarter',
  correct: 'Correct this quarter',
};

/** What the page of the quarter says when the act succeeded. */
export const QUARTER_DONE_WORDS: Record<QuarterAct, string> = {
  close: 'The quarter is closed. Its summary and every file of it are frozen. Nothing is published yet.',
  publish:
    'The quarter is published. Everybody can read what you chose, and the dates, outcomes and stages of its returns.',
  correct: 'The quarter is corrected. The version before stays beside the new one.',
};

/** What whoever sends a return of a closed quarter must know. */
export const LATE_WORDS =
  'This quarter is closed. What you send now is kept as late and enters it only by a correction.';

/** What each field holds that a reviewer can choose to publish. */
export const FIELD_CHOICES: Record<PublishableField, { word: string; hint: string }> = {
  achieved: { word: 'Achieved', hint: 'What owners say was achieved in the quarter, in their own words.' },
  next: { word: 'Next', hint: 'What owners say comes next, in their own words.' },
  assessment: { word: 'Our assessment', hint: 'The strategy office’s assessment of the quarter.' },
  ratings: {
    word: 'Delivery confidence',
    hint: 'Green, Amber or Red for each recommendation, the owner’s and the office’s, with the reasons; and which returns did not come.',
  },
  risks: { word: 'Risks and issues', hint: 'What owners say threatens delivery.' },
  'path to green': { word: 'Path to green', hint: 'What owners say would bring an Amber or Red rating back to Green.' },
  'decisions wanted': {
    word: 'Decisions wanted',
    hint: 'Decisions and help that owners ask for, of whom and by when.',
  },
  steers: { word: 'Steers and actions', hint: 'What the board or ministers asked for, and what became of it.' },
};

/** What is ticked before the reviewer has chosen anything. */
export const FIELDS_AT_FIRST: readonly PublishableField[] = ['achieved', 'next'];

/** What everybody can read once a quarter is published, whatever is chosen. */
export const PUBLIC_IN_ANY_CASE = [
  'Every recommendation with its stage and the reason for it',
  'Every milestone with its first date, latest date and outcome, and how late it is',
  'Dates, outcomes and stages that came with the accepted returns of this quarter, on every page of the site',
  'Figures, indicators, sources, notes and definitions, without what rests on memory',
];

/** What the summary says of a return that is not accepted when its quarter is closed. */
export const NOT_ACCEPTED_WORDS: Record<Exclude<ReturnState, 'accepted'>, string> = {
  'not started': 'No return has come',
  draft: 'No return has come',
  submitted: 'Submitted and not accepted, so what it says is not told',
  'sent back': 'No return has come',
  missing: 'No return came: it is recorded as missing',
};
