import { type Difference, differencesOf } from '../editing/differences.ts';

/** What of a milestone's wording the office can change. */
export interface MilestoneText {
  /** The promise. */
  title: string;
  note: string | null;
}

/** Where two wordings of a milestone differ. */
export function milestoneDifferences(before: MilestoneText, after: MilestoneText): Difference[] {
  const text = ({ title, note }: MilestoneText) => ({ title, note });
  return differencesOf({ title: 'Promise', note: 'Note' }, text(before), text(after));
}
