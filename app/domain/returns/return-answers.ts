import type { Confidence, StatementKind } from '#db/tables/quarterly-return.ts';
import type { Stage } from '#db/tables/stage-judgement.ts';
import type { PartialDate } from '../partial-date.ts';
import type { ReturnConfirmation, ReturnContent, ReturnStatement } from './return-content.ts';

/** What can be answered of a milestone: that nothing is new, or one thing that is. */
export type MilestoneAnswerKind = 'same' | StatementKind;

export interface MilestoneAnswer {
  milestone: string;
  /** Null while nothing is chosen. */
  answer: MilestoneAnswerKind | null;
  /** The new date, or the date of the outcome. */
  value: PartialDate | null;
  reason: string | null;
}

export interface ConfirmationAnswer {
  milestone: string;
  fact: number;
  /** Null when it was passed over, as it may be. */
  answer: 'right' | 'wrong' | null;
  words: string | null;
}

/** The answers of a form that may not be complete. An empty text is null. */
export interface ReturnAnswers {
  /** That nothing has changed since the last return; null while it is not answered. */
  unchanged: boolean | null;
  confidence: Confidence | null;
  confidenceReason: string | null;
  achieved: string | null;
  next: string | null;
  risks: string | null;
  pathToGreen: string | null;
  /** "None" was ticked. */
  helpNone: boolean;
  help: string | null;
  helpFrom: string | null;
  helpBy: PartialDate | null;
  milestones: MilestoneAnswer[];
  /** Null: it stays as it is. */
  stage: Stage | null;
  stageReason: string | null;
  proposedMilestone: string | null;
  proposedDate: PartialDate | null;
  evidence: string | null;
  confirmations: ConfirmationAnswer[];
  clearedBy: string | null;
  clearedOn: PartialDate | null;
}

/** The answers that a content gives; a milestone of which it says nothing is the same. */
export function answersOf(content: ReturnContent, milestones: readonly string[]): ReturnAnswers {
  const { statements, confirmations, ...columns } = content;
  return {
    ...columns,
    helpNone: content.help === null,
    milestones: milestones.map((milestone) => {
      const said = statements.find((statement) => statement.milestone === milestone);
      return { milestone, answer: said?.kind ?? 'same', value: said?.value ?? null, reason: said?.reason ?? null };
    }),
    confirmations,
  };
}

/**
 * What is submitted for answers that follow the rules. With nothing changed it is the return before, but for what that
 * one said was new, and who cleared this one.
 */
export function contentFrom(answers: ReturnAnswers, last: ReturnContent | null): ReturnContent {
  const { clearedBy, clearedOn } = answers;
  if (answers.unchanged && last) return { ...last, ...NOTHING_NEW, unchanged: true, clearedBy, clearedOn };
  const { helpNone, milestones, confirmations, confidence, unchanged: _, ...columns } = answers;
  if (confidence === null) throw new RangeError('A return without a delivery confidence cannot be submitted.');
  return {
    ...columns,
    ...(helpNone ? { help: null, helpFrom: null, helpBy: null } : {}),
    pathToGreen: needsPathToGreen(confidence) ? columns.pathToGreen : null,
    confidence,
    unchanged: false,
    statements: milestones.flatMap(statementOf),
    confirmations: confirmations.flatMap(confirmationOf),
  };
}

const NOTHING_NEW = {
  stage: null,
  stageReason: null,
  proposedMilestone: null,
  proposedDate: null,
  statements: [],
  confirmations: [],
} satisfies Partial<ReturnContent>;

/** True where a return has to say how delivery gets back to Green. */
export function needsPathToGreen(confidence: Confidence | null): boolean {
  return confidence === 'Amber' || confidence === 'Red';
}

function statementOf({ milestone, answer, value, reason }: MilestoneAnswer): ReturnStatement[] {
  if (answer === null || answer === 'same') return [];
  return [{ milestone, kind: answer, value: answer === 'undated' ? null : value, reason: reason ?? '' }];
}

function confirmationOf({ milestone, fact, answer, words }: ConfirmationAnswer): ReturnConfirmation[] {
  return answer === null ? [] : [{ milestone, fact, answer, words: answer === 'right' ? null : words }];
}
