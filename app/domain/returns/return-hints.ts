import type { FIELD_WORDS } from './return-fields.ts';

const DATE = 'A date as exactly as it is known: 1 October 2027, October 2027, October to December 2027, or 2027.';

/** What to write as the answer to each question of a return, where no page stands around it. */
export const FIELD_HINTS: Record<keyof typeof FIELD_WORDS, string> = {
  unchanged:
    'Choose from the list. If nothing has changed, last quarter’s answers stand: answer only who cleared this return, and when.',
  confidence: 'Choose from the list. Your judgement: it is not worked out from dates or counts.',
  confidenceReason: 'Needed unless the rating is Green, and always when it is better than last quarter.',
  achieved: 'What was achieved this quarter, or that nothing was.',
  next: 'What comes next, or that nothing does.',
  risks: 'What may go wrong, what has gone wrong, and what is being done; or that there is nothing.',
  pathToGreen:
    'Needed only if the rating is Amber or Red: what has to happen, and by when, for the rating to become Green.',
  helpNone: 'Choose “Yes” if none is wanted. Otherwise leave it empty and answer the next three questions.',
  help: 'What is wanted. Leave it empty if you chose “Yes” above.',
  helpFrom: 'A post or a body, not the name of a person.',
  helpBy: DATE,
  stage: 'Choose from the list only if the stage is another now. Leave it empty if it stays.',
  stageReason: 'Needed only if the stage changes.',
  proposedMilestone: 'If you like: a promise with a date that the record does not have yet.',
  proposedDate: DATE,
  evidence: 'If you like: titles, publishers and web addresses, one a line.',
  clearedBy: 'The role, such as “Deputy director, life sciences”. Not the name.',
  clearedOn: 'A whole day, such as 27 March 2027.',
};

/** The same of a milestone that is open, and of a fact that rests on memory. */
export const MILESTONE_HINTS = {
  answer: 'Choose from the list. “Nothing new” needs no date and no reason.',
  date: `Only if something is new: the new date, or the date on which it ended. ${DATE}`,
  reason: 'Needed if anything is new.',
  isRight: 'Choose from the list, or leave it empty. It rests on memory: no source was seen for it.',
  words: 'Only if it is wrong: what is right, and where it can be seen.',
};
