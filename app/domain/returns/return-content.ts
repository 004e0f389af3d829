import type {
  ReturnConfirmationTable,
  ReturnRevisionTable,
  ReturnSection,
  ReturnStatementTable,
} from '#db/tables/quarterly-return.ts';

/** What an owner says of one milestone: a date, a date taken back, or an outcome, always with the reason. */
export type ReturnStatement = Pick<ReturnStatementTable, 'milestone' | 'kind' | 'value' | 'reason'>;

/** An owner's answer to a fact of a milestone that rests on memory. */
export type ReturnConfirmation = Pick<ReturnConfirmationTable, 'milestone' | 'fact' | 'answer' | 'words'>;

/** The columns of a submitted return that hold what the owner says. */
export const CONTENT_COLUMNS = [
  'confidenceReason',
  'achieved',
  'next',
  'risks',
  'pathToGreen',
  'help',
  'helpFrom',
  'helpBy',
  'stage',
  'stageReason',
  'proposedMilestone',
  'proposedDate',
  'evidence',
  'clearedBy',
  'clearedOn',
] as const satisfies (keyof ReturnRevisionTable)[];

/** Everything an owner says in a submitted return. */
export interface ReturnContent extends Pick<ReturnRevisionTable, (typeof CONTENT_COLUMNS)[number]> {
  confidence: NonNullable<ReturnRevisionTable['confidence']>;
  /** The owner answered that nothing has changed; the other answers are those of the return before. */
  unchanged: boolean;
  statements: ReturnStatement[];
  confirmations: ReturnConfirmation[];
}

/** The reviewer's words beside the parts of a return that was sent back. */
export type ReturnComments = Partial<Record<ReturnSection, string>>;

type Whole = Pick<ReturnRevisionTable, (typeof CONTENT_COLUMNS)[number] | 'act' | 'unchanged' | 'confidence'>;

/** What a revision says, with the statements and confirmations that belong to it; null unless it was submitted. */
export function contentOf(
  revision: Whole,
  statements: readonly ReturnStatement[],
  confirmations: readonly ReturnConfirmation[],
): ReturnContent | null {
  const { act, confidence, unchanged } = revision;
  if (act !== 'submitted' || confidence === null) return null;
  const columns = Object.fromEntries(CONTENT_COLUMNS.map((column) => [column, revision[column]]));
  return {
    ...(columns as Pick<ReturnRevisionTable, (typeof CONTENT_COLUMNS)[number]>),
    confidence,
    unchanged: unchanged === 1,
    statements: statements.map(({ milestone, kind, value, reason }) => ({ milestone, kind, value, reason })),
    confirmations: confirmations.map(({ milestone, fact, answer, words }) => ({ milestone, fact, answer, words })),
  };
}
