import type { MilestoneStatus } from '#db/tables/position.ts';
import type { Confidence } from '#db/tables/quarterly-return.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import { confidenceMove } from '../delivery-confidence.ts';
import { type Day, firstDay, formatPartialDate, isExact, lastDay, type PartialDate } from '../partial-date.ts';
import { listed } from '../sentences.ts';
import { type MilestoneAnswer, needsPathToGreen, type ReturnAnswers } from './return-answers.ts';
import { confirmationFields, milestoneFields } from './return-fields.ts';

/** An open milestone, as far as the rules look at it. */
export interface RuledMilestone {
  code: string;
  status: MilestoneStatus;
  firstDate: PartialDate | null;
  latestDate: PartialDate | null;
}

/** What the answers are held against. */
export interface RulesContext {
  today: Day;
  quarterEnd: Day;
  /** The rating of the last return that was accepted; null when there is none. */
  lastConfidence: Confidence | null;
  /** The stage that stands. */
  stage: Stage | null;
  /** The recommendation's milestones that have not ended. */
  milestones: RuledMilestone[];
}

/** A message under the name of the field that it is about. */
type Problem = [field: string, message: string];
type Rule = (answers: ReturnAnswers, context: RulesContext) => Problem[];

/** What keeps the answers from being submitted, by field, in the order of the page; empty when nothing does. */
export function returnProblems(answers: ReturnAnswers, context: RulesContext): Record<string, string> {
  const asked = answers.unchanged && context.lastConfidence !== null ? UNCHANGED_RULES : RULES;
  const problems: Record<string, string> = {};
  for (const [field, message] of asked.flatMap((rule) => rule(answers, context))) problems[field] ??= message;
  return problems;
}

const needs = (field: string, value: string | boolean | null, message: string): Problem[] =>
  value === null ? [[field, message]] : [];

const whetherChanged: Rule = ({ unchanged }, { lastConfidence }) =>
  lastConfidence === null ? [] : needs('unchanged', unchanged, 'Say whether anything has changed');

const rating: Rule = ({ confidence }) => needs('confidence', confidence, 'Choose a delivery confidence');

/** A reason is given for any rating but Green, and for every rating that is better than the last. */
const reasonForRating: Rule = ({ confidence, confidenceReason }, { lastConfidence }) => {
  if (confidence === null || confidenceReason !== null) return [];
  const field = 'confidenceReason';
  if (confidence === 'not rated') return [[field, 'Enter why no rating is given']];
  if (confidenceMove(lastConfidence, confidence) === 'improved')
    return [[field, `Enter why the rating improved from ${lastConfidence} to ${confidence}`]];
  return confidence === 'Green' ? [] : [[field, `Enter the reason for ${confidence}`]];
};

const achieved: Rule = (answers) =>
  needs('achieved', answers.achieved, 'Enter what was achieved, or write that nothing was');
const next: Rule = (answers) => needs('next', answers.next, 'Enter what comes next, or write that nothing does');
const risks: Rule = (answers) =>
  needs('risks', answers.risks, 'Enter the risks and issues, or write that there are none');

const pathToGreen: Rule = ({ confidence, pathToGreen: path }) =>
  needsPathToGreen(confidence)
    ? needs('pathToGreen', path, `Enter the path to green: it is needed because the rating is ${confidence}`)
    : [];

/** Either "None" or what is wanted, from whom and by when. */
const help: Rule = ({ helpNone, help: wanted, helpFrom, helpBy }) => {
  const said = wanted ?? helpFrom ?? helpBy;
  if (helpNone) return said === null ? [] : [['help', 'Say what is wanted or tick that nothing is, not both']];
  if (said === null) return [['help', 'Enter the decision or help wanted, or tick that none is']];
  return [
    ...needs('help', wanted, 'Enter the decision or help wanted'),
    ...needs('helpFrom', helpFrom, 'Enter from whom it is wanted'),
    ...needs('helpBy', helpBy, 'Enter by when it is wanted'),
  ];
};

const milestones: Rule = (answers, context) =>
  context.milestones.flatMap((milestone) => {
    const answer = answers.milestones.find((each) => each.milestone === milestone.code);
    const names = milestoneFields(milestone.code);
    if (!answer?.answer) return [[names.answer, `Say whether anything is new about ${milestone.code}`]];
    return milestoneProblems(answer, milestone, context);
  });

function milestoneProblems(
  { answer, value, reason }: MilestoneAnswer,
  { code, latestDate }: RuledMilestone,
  context: RulesContext,
): Problem[] {
  const names = milestoneFields(code);
  if (answer === 'same') {
    const extra = value !== null || reason !== null;
    return extra ? [[names.answer, `Choose what is new about ${code}, or empty its date and reason`]] : [];
  }
  const why = needs(names.reason, reason, `Enter the reason for what is new about ${code}`);
  if (answer !== 'undated') return [...dateProblems(code, answer, value, latestDate, context), ...why];
  if (latestDate === null) return [[names.answer, `${code} has no date that could be taken back`], ...why];
  return value === null
    ? why
    : [[names.date, `Leave the date of ${code} empty: you say that it was taken back`], ...why];
}

function dateProblems(
  code: string,
  answer: MilestoneAnswer['answer'],
  value: PartialDate | null,
  standing: PartialDate | null,
  { today, quarterEnd }: RulesContext,
): Problem[] {
  const field = milestoneFields(code).date;
  if (answer !== 'forecast') {
    if (value === null) return [[field, `Enter the date on which ${code} ended`]];
    return lastDay(value) > today ? [[field, `The date on which ${code} ended must be over`]] : [];
  }
  if (value === null) return [[field, `Enter the new date of ${code}`]];
  if (value === standing) return [[field, `${formatPartialDate(value)} is the date of ${code} already`]];
  const past = lastDay(value) < (today < quarterEnd ? today : quarterEnd);
  return past ? [[field, `The new date of ${code} is over: say how it ended instead`]] : [];
}

const stage: Rule = ({ stage: judged, stageReason }, context) => {
  if (judged === null) return stageReason === null ? [] : [['stage', 'Choose the new stage, or empty its reason']];
  if (judged === context.stage) return [['stage', 'That is the stage already: choose that it stays']];
  return needs('stageReason', stageReason, 'Enter the reason for the new stage');
};

const proposal: Rule = ({ proposedMilestone, proposedDate }) => {
  if (proposedMilestone === null && proposedDate === null) return [];
  return [
    ...needs('proposedMilestone', proposedMilestone, 'Enter what the new milestone promises'),
    ...needs('proposedDate', proposedDate, 'Enter the date of the new milestone'),
  ];
};

const confirmations: Rule = (answers) =>
  answers.confirmations.flatMap(({ milestone, fact, answer, words }) => {
    const names = confirmationFields(milestone, fact);
    if (answer === 'wrong') return needs(names.words, words, `Enter what is right about fact ${fact} of ${milestone}`);
    return words === null
      ? []
      : [[names.answer, `Say that fact ${fact} of ${milestone} is wrong, or empty your words`]];
  });

const clearance: Rule = ({ clearedBy, clearedOn }, { today }) => [
  ...needs('clearedBy', clearedBy, 'Enter the role of the person who cleared this return'),
  ...clearedOnProblems(clearedOn, today),
];

function clearedOnProblems(clearedOn: PartialDate | null, today: Day): Problem[] {
  if (clearedOn === null) return [['clearedOn', 'Enter the date on which this return was cleared']];
  if (!isExact(clearedOn)) return [['clearedOn', 'The date of clearance must have a day, a month and a year']];
  return firstDay(clearedOn) > today ? [['clearedOn', 'The date of clearance must be today or in the past']] : [];
}

const UNCHANGED_RULES: readonly Rule[] = [clearance];
const RULES: readonly Rule[] = [
  whetherChanged,
  rating,
  reasonForRating,
  achieved,
  next,
  risks,
  pathToGreen,
  help,
  milestones,
  stage,
  proposal,
  confirmations,
  clearance,
];

/** What to think of before submitting; it keeps nobody from it, and never changes the rating. */
export function returnWarnings(answers: ReturnAnswers, context: RulesContext): string[] {
  if (answers.unchanged || answers.confidence !== 'Green' || answers.confidenceReason !== null) return [];
  const late = context.milestones.filter((milestone) => isLate(milestone, answers));
  if (late.length === 0) return [];
  const names = listed(late.map(({ code }) => code));
  const are = late.length === 1 ? 'is' : 'are';
  return [
    `The rating is Green, and ${names} ${are} late against the first date. Say in a sentence, under the reason, why the rating is Green all the same.`,
  ];
}

/** True when the milestone's date, with what this return says of it, is over or later than the first. */
function isLate({ code, status, firstDate }: RuledMilestone, answers: ReturnAnswers): boolean {
  const said = answers.milestones.find(({ milestone }) => milestone === code);
  if (said?.answer === 'withdrawn') return false;
  if (said?.answer === 'forecast' || said?.answer === 'met')
    return said.value !== null && firstDate !== null && lastDay(said.value) > lastDay(firstDate);
  return status === 'date passed' || status === 'due later than first promised';
}
