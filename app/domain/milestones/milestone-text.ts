import { type Difference, differencesOf, type Labels } from '../editing/differences.ts';

/** What of a milestone's wording the office can change. */
export interface MilestoneText {
  /** The promise. */
  title: string;
  note: string | null;
}

/** What the fields are called. */
export const MILESTONE_LABELS: Labels<MilestoneText> = { title: 'Promise', note: 'Note' };

/** Where two wordings of a milestone differ. */
export function milestoneDifferences(before: MilestoneText, after: MilestoneText): Difference[] {
  const text = ({ title, note }: MilestoneText) => ({ title, note });
  return differencesOf(MILESTONE_LABELS, text(before), text(after));
}
