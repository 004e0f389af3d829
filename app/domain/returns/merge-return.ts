import type { ImportChoices, PlannedConflict, PlannedField } from '../imports/import-plan.ts';
import { answerCell, heldFields } from './held-fields.ts';
import { type IsAsFilled, mergeDrafts } from './merge-drafts.ts';
import { fieldsOf, questionOf, questionWords, type ReturnFields } from './return-fields.ts';
import type { SentAnswer } from './sent-returns.ts';

/** What the answers of a sheet do to a draft. */
export interface MergedReturn {
  fields: PlannedField[];
  conflicts: PlannedConflict[];
  /** The draft as it would be; where a conflict is not settled yet, with the record's answer. */
  draft: ReturnFields;
  /** Something in it differs from the draft that is kept. */
  isChanged: boolean;
}

interface ToMerge {
  recommendation: string;
  /** The questions that are asked now, in the order of the form. */
  questions: readonly string[];
  answers: readonly SentAnswer[];
  /** The draft as it is kept now. */
  draft: ReturnFields;
  isAsFilled: IsAsFilled;
  choices: ImportChoices;
}

/** The name of the field that settles a conflict about a question. */
export const settleName = (recommendation: string, question: string): string => `settle.${recommendation}.${question}`;

/** Puts the answers of a sheet together with the draft as it stands now. A question without a row stays as it is. */
export function mergeReturn({ recommendation, questions, answers, draft, isAsFilled, choices }: ToMerge): MergedReturn {
  const theirs = heldFields(draft, questions);
  const sent = new Map(answers.map((answer) => [answer.question, answer]));
  const mine: ReturnFields = Object.assign(
    {},
    ...questions.map((question) => sent.get(question)?.fields ?? fieldsOf(theirs, question)),
  );
  const { taken, conflicts } = mergeDrafts(mine, theirs, isAsFilled);
  const asked = conflicts.map(({ question }) => question);
  const choiceOf = (question: string) => choices[settleName(recommendation, question)] ?? null;
  const differing = questions.filter((question) => !isSame(mine, theirs, question) && !taken.includes(question));
  const plain = questions.filter(
    (question) => taken.includes(question) || (differing.includes(question) && !asked.includes(question)),
  );
  const fromFile = differing.filter((question) => !asked.includes(question) || choiceOf(question) === 'file');
  return {
    fields: plain.map((question) => plannedField(question, theirs, taken.includes(question) ? null : mine, sent)),
    conflicts: questions
      .filter((question) => asked.includes(question))
      .map((question) => ({
        name: settleName(recommendation, question),
        label: labelOf(question),
        inRecord: answerCell(theirs, question),
        inFile: answerCell(mine, question),
        choice: choiceOf(question),
      })),
    draft: withAnswers(draft, mine, fromFile),
    isChanged: fromFile.length > 0,
  };
}

const labelOf = (question: string): string => questionWords(question) ?? question;

const isSame = (mine: ReturnFields, theirs: ReturnFields, question: string): boolean =>
  answerCell(mine, question) === answerCell(theirs, question);

/** `mine` is null where only the record changed. */
function plannedField(
  question: string,
  theirs: ReturnFields,
  mine: ReturnFields | null,
  sent: ReadonlyMap<string, SentAnswer>,
): PlannedField {
  const before = answerCell(theirs, question);
  if (!mine) return { label: labelOf(question), before, after: before, by: 'record', understood: null };
  const understood = sent.get(question)?.understood ?? null;
  return { label: labelOf(question), before, after: answerCell(mine, question), by: 'file', understood };
}

/** The draft, exactly as it was typed, with other answers to some questions. */
function withAnswers(draft: ReturnFields, mine: ReturnFields, questions: readonly string[]): ReturnFields {
  const kept = Object.entries(draft).filter(([name]) => !questions.includes(questionOf(name)));
  return Object.assign(Object.fromEntries(kept), ...questions.map((question) => fieldsOf(mine, question)));
}
