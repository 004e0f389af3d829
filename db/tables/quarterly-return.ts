import type { Stage } from './stage-judgement.ts';

/** A judgement of how likely delivery is; its definitions are in `app/domain/delivery-confidence.ts`. */
export const CONFIDENCES = ['Green', 'Amber', 'Red', 'not rated'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const RETURN_ACTS = ['submitted', 'sent back', 'accepted', 'missing'] as const;
export type ReturnAct = (typeof RETURN_ACTS)[number];

/** Parts of a return that a reviewer can comment on. */
export const RETURN_SECTIONS = [
  'confidence',
  'achieved',
  'next',
  'risks',
  'help',
  'milestones',
  'stage',
  'evidence',
] as const;
export type ReturnSection = (typeof RETURN_SECTIONS)[number];

/** What an owner may say of a milestone in a return. */
export const STATEMENT_KINDS = ['forecast', 'undated', 'met', 'partly met', 'missed', 'withdrawn'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** A quarter opened for returns. */
export interface CommissionTable {
  quarter: string;
  /** The day by whose end returns are due. */
  deadline: string;
  change: number;
}

/** One recommendation's report for one quarter. `endedChange` took it out of the commission again. */
export interface QuarterlyReturnTable {
  quarter: string;
  recommendation: string;
  change: number;
  endedChange: number | null;
}

/** A later deadline for every return that a post owns; the highest number stands. The reason is its change's. */
export interface ReturnExtensionTable {
  quarter: string;
  post: number;
  number: number;
  deadline: string;
  change: number;
}

/** What has been typed and not submitted: overwritten, never part of the record. */
export interface ReturnDraftTable {
  quarter: string;
  recommendation: string;
  /** Counts the saves from 1; a form carries the one it was filled from. */
  version: number;
  /** JSON of the form's fields exactly as typed, by their names. */
  fields: string;
  savedBy: number;
  savedAt: string;
}

/**
 * One act on a return, in order. A submitted one holds what the owner says; the others what the office did with the
 * one before it: sent back, accepted, or recorded as missing. Never changed.
 */
export interface ReturnRevisionTable {
  quarter: string;
  recommendation: string;
  number: number;
  act: ReturnAct;
  /** 1 when the owner answered that nothing has changed since the last return; null unless submitted. */
  unchanged: number | null;
  confidence: Confidence | null;
  confidenceReason: string | null;
  achieved: string | null;
  next: string | null;
  risks: string | null;
  pathToGreen: string | null;
  /** The decision or help wanted; null for "None". */
  help: string | null;
  helpFrom: string | null;
  /** Partial date. */
  helpBy: string | null;
  /** The stage as the owner judges it; null when it stays. */
  stage: Stage | null;
  stageReason: string | null;
  proposedMilestone: string | null;
  /** Partial date. */
  proposedDate: string | null;
  evidence: string | null;
  /** Who cleared it in the owner's organisation, by role. */
  clearedBy: string | null;
  clearedOn: string | null;
  /** The office's own rating beside the owner's, on accepting. */
  ownConfidence: Confidence | null;
  /** The office's words on sending back, accepting or recording as missing. */
  comment: string | null;
  change: number;
}

/** What a submitted return says of one milestone. */
export interface ReturnStatementTable {
  quarter: string;
  recommendation: string;
  revision: number;
  milestone: string;
  kind: StatementKind;
  /** Partial date; null for `undated`. */
  value: string | null;
  reason: string;
}

/** The owner's answer to a fact that rests on memory. */
export interface ReturnConfirmationTable {
  quarter: string;
  recommendation: string;
  revision: number;
  milestone: string;
  fact: number;
  answer: 'right' | 'wrong';
  words: string | null;
}

/** A reviewer's words on one part of the return that was sent back. */
export interface ReturnCommentTable {
  quarter: string;
  recommendation: string;
  revision: number;
  section: ReturnSection;
  words: string;
}
