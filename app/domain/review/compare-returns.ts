import type { ReturnSection } from '#db/tables/quarterly-return.ts';
import { confidenceMove } from '../delivery-confidence.ts';
import type { ReturnContent } from '../returns/return-content.ts';
import { type AnswerRow, answerRows, ratingInWords } from '../returns/return-words.ts';
import { diffWords, type Segment } from './word-diff.ts';

/** The parts of a return as the reviewer reads them, in order. */
export const SECTION_WORDS: Record<ReturnSection, string> = {
  confidence: 'Delivery confidence',
  achieved: 'Achieved',
  next: 'Next',
  risks: 'Risks and issues',
  help: 'Decision or help wanted',
  milestones: 'Milestones',
  stage: 'Stage',
  evidence: 'Evidence and clearance',
};

/** How an answer stands to that of the last accepted return; null where the two cannot be held against each other. */
export type Mark = 'changed' | 'unchanged' | null;

/** One answer, held against the last accepted return. */
export interface ComparedRow extends AnswerRow {
  mark: Mark;
  /** What the mark says of it: "Worsened: it was Green." */
  markWords: string | null;
  /** The words taken out and put in, where both returns say something in words. */
  words: Segment[] | null;
}

export interface ComparedSection {
  section: ReturnSection;
  title: string;
  rows: ComparedRow[];
}

/** Answers that say what is new and not how things stand: each counts for its own quarter. */
const NEWS = /^(milestone\.|confirm\.|stage$|proposedMilestone$|clearedBy$)/;

/** A return part by part, each answer marked against the last accepted return, if there is one. */
export function compareReturns(
  content: ReturnContent,
  last: ReturnContent | null,
  milestones: readonly { code: string; title: string }[],
): ComparedSection[] {
  const before = new Map((last ? answerRows(last, []) : []).map((row) => [row.field, row.text]));
  const rows = answerRows(content, milestones).filter(({ field }) => field !== 'unchanged');
  const compared = rows.map((row) => {
    if (row.field === 'confidence') return comparedRating(row, content, last);
    return last && !NEWS.test(row.field) ? comparedRow(row, before.get(row.field) ?? NOTHING) : unmarked(row);
  });
  return Object.entries(SECTION_WORDS).map(([section, title]) => ({
    section: section as ReturnSection,
    title,
    rows: compared.filter(({ field }) => sectionOf(field) === section),
  }));
}

function sectionOf(field: string): ReturnSection {
  if (/^(milestone|confirm)\./.test(field) || field === 'proposedMilestone') return 'milestones';
  if (field === 'confidenceReason' || field === 'pathToGreen') return 'confidence';
  if (field === 'clearedBy') return 'evidence';
  return field as ReturnSection;
}

const unmarked = (row: AnswerRow): ComparedRow => ({ ...row, mark: null, markWords: null, words: null });

function comparedRow(row: AnswerRow, before: string): ComparedRow {
  if (before.trim() === row.text.trim())
    return { ...row, mark: 'unchanged', markWords: 'Word for word as in the last return.', words: null };
  if (isNothing(before))
    return { ...row, mark: 'changed', markWords: 'New: the last return said nothing.', words: null };
  const words = diffWords(before, isNothing(row.text) ? '' : row.text);
  return { ...row, mark: 'changed', markWords: 'Changed since the last return.', words };
}

/** What answerRows says where a return says nothing. */
const NOTHING = 'Nothing said';
const isNothing = (text: string): boolean => text === NOTHING || text === 'None';

const MOVES = { improved: 'Improved', worsened: 'Worsened', same: 'The same' } as const;

function comparedRating(row: AnswerRow, { confidence }: ReturnContent, last: ReturnContent | null): ComparedRow {
  if (!last) return unmarked(row);
  const was = ratingInWords(last.confidence);
  if (last.confidence === confidence)
    return { ...row, mark: 'unchanged', markWords: 'The same as in the last return.', words: null };
  const move = confidenceMove(last.confidence, confidence);
  return { ...row, mark: 'changed', markWords: `${move ? MOVES[move] : 'Changed'}: it was ${was}.`, words: null };
}
