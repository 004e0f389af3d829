import type { Confidence, ReturnAct, StatementKind } from '#db/tables/quarterly-return.ts';
import { formatPartialDate, onOrIn } from '../partial-date.ts';
import { capitalised } from '../sentences.ts';
import type { TagColour } from '../status-words.ts';
import { CONFIDENCE_WORDS, STAGE_WORDS } from '../status-words.ts';
import { needsPathToGreen } from './return-answers.ts';
import type { ReturnConfirmation, ReturnContent, ReturnStatement } from './return-content.ts';
import { confirmationFields, FIELD_WORDS, isDateQuestion, isTextQuestion, milestoneFields } from './return-fields.ts';
import type { ReturnState } from './return-state.ts';

/** States of a return as pages show them. */
export const RETURN_STATE_WORDS: Record<ReturnState, { word: string; tag: TagColour }> = {
  'not started': { word: 'Not started', tag: 'grey' },
  draft: { word: 'Draft', tag: 'yellow' },
  submitted: { word: 'Submitted', tag: 'blue' },
  'sent back': { word: 'Sent back', tag: 'orange' },
  accepted: { word: 'Accepted', tag: 'green' },
  missing: { word: 'Recorded as missing', tag: 'red' },
};

export const ACT_WORDS: Record<ReturnAct, string> = {
  submitted: 'Submitted',
  'sent back': 'Sent back',
  accepted: 'Accepted',
  missing: 'Recorded as missing',
};

/** What can be answered of a milestone, as the form offers it. */
export const ANSWER_WORDS: Record<'same' | StatementKind, string> = {
  same: 'Nothing new',
  forecast: 'It has a new date',
  undated: 'Its date was taken back',
  met: 'It was met',
  'partly met': 'It was partly met',
  missed: 'It was not met',
  withdrawn: 'It was withdrawn',
};

/** One answer of a return in words. */
export interface AnswerRow {
  /** The name of the field that it answers. */
  field: string;
  name: string;
  text: string;
}

const NONE = 'Nothing said';

/** Everything a return says, in words, in the order of the form. `milestones`: those that were open when it was asked. */
export function answerRows(
  content: ReturnContent,
  milestones: readonly { code: string; title: string }[],
): AnswerRow[] {
  const row = (field: keyof typeof FIELD_WORDS, text: string | null): AnswerRow => ({
    field,
    name: FIELD_WORDS[field],
    text: text ?? NONE,
  });
  return [
    ...(content.unchanged
      ? [row('unchanged', 'Nothing has changed since the last return. The answers are taken from it.')]
      : []),
    row('confidence', ratingInWords(content.confidence)),
    row('confidenceReason', content.confidenceReason),
    row('achieved', content.achieved),
    row('next', content.next),
    row('risks', content.risks),
    ...(needsPathToGreen(content.confidence) ? [row('pathToGreen', content.pathToGreen)] : []),
    row('help', helpInWords(content)),
    ...milestones.map((milestone) => milestoneRow(milestone, content.statements)),
    ...content.confirmations.map(confirmationRow),
    row('stage', stageInWords(content)),
    row('proposedMilestone', proposalInWords(content)),
    row('evidence', content.evidence),
    row('clearedBy', clearanceInWords(content)),
  ];
}

/** "Amber", "Not rated". */
export function ratingInWords(confidence: Confidence): string {
  return CONFIDENCE_WORDS[confidence].word;
}

/** "Approval of the contract, from the Treasury, by June 2027", or "None". */
export function helpInWords({ help, helpFrom, helpBy }: Pick<ReturnContent, 'help' | 'helpFrom' | 'helpBy'>): string {
  if (help === null) return 'None';
  const from = helpFrom === null ? '' : `\nFrom: ${helpFrom}`;
  return `${help}${from}${helpBy === null ? '' : `\nBy: ${formatPartialDate(helpBy)}`}`;
}

function milestoneRow(
  { code, title }: { code: string; title: string },
  statements: readonly ReturnStatement[],
): AnswerRow {
  const said = statements.find(({ milestone }) => milestone === code);
  const text = said ? statementInWords(said) : ANSWER_WORDS.same;
  return { field: milestoneFields(code).answer, name: `${code}: ${title}`, text };
}

/** "It has a new date: March 2027. The tender was late." */
function statementInWords({ kind, value, reason }: ReturnStatement): string {
  const date = value === null ? '' : kind === 'forecast' ? `: ${formatPartialDate(value)}` : `, ${onOrIn(value)}`;
  return `${ANSWER_WORDS[kind]}${date}\n${reason}`;
}

function confirmationRow({ milestone, fact, answer, words }: ReturnConfirmation): AnswerRow {
  const text = answer === 'right' ? 'It is right' : `It is wrong\n${words}`;
  return { field: confirmationFields(milestone, fact).answer, name: `${milestone}, fact ${fact}, from memory`, text };
}

function stageInWords({ stage, stageReason }: ReturnContent): string {
  return stage === null ? 'It stays as it is' : `${STAGE_WORDS[stage].word}\n${stageReason}`;
}

function proposalInWords({ proposedMilestone, proposedDate }: ReturnContent): string {
  return proposedMilestone === null || proposedDate === null
    ? 'None'
    : `${proposedMilestone}, due ${formatPartialDate(proposedDate)}`;
}

function clearanceInWords({ clearedBy, clearedOn }: ReturnContent): string {
  return `${clearedBy ?? NONE}${clearedOn === null ? '' : `, ${formatPartialDate(clearedOn)}`}`;
}

export const CHOICE_WORDS: Record<string, string> = {
  yes: 'Yes',
  no: 'No',
  right: 'It is right',
  wrong: 'It is wrong',
  unsaid: 'I cannot say',
};
export const UNCHANGED_WORDS: Record<string, string> = { yes: 'Nothing has changed', no: 'Something has changed' };

/** The answer to a question as it was typed or chosen, as a page shows it. */
export function typedInWords(question: string, answer: string): string {
  if (answer === '') return 'No answer';
  if (isTextQuestion(question) || isDateQuestion(question)) return answer;
  if (question === 'unchanged') return UNCHANGED_WORDS[answer] ?? answer;
  const words: Record<string, string> = { ...CHOICE_WORDS, ...ANSWER_WORDS };
  return words[answer] ?? capitalised(answer);
}
