import type { Reporting } from '#db/tables/recommendation.ts';
import { type Difference, differencesOf, type Labels } from '../editing/differences.ts';
import { formatPartialDate, type PartialDate } from '../partial-date.ts';
import { capitalised } from '../sentences.ts';

/** What of a recommendation's text the office can change. */
export interface RecommendationText {
  title: string;
  /** What it asks. */
  summary: string;
  target: string | null;
  targetDue: PartialDate | null;
  /** What done looks like; null while none is agreed. */
  doneWhen: string | null;
  /** How often it reports; null: its stage says. */
  reporting: Reporting | null;
  placeInSource: string | null;
  note: string | null;
}

/** What the fields are called, in the order of the form. */
export const RECOMMENDATION_LABELS: Labels<RecommendationText> = {
  title: 'Title',
  summary: 'What it asks',
  target: 'Target',
  targetDue: 'Target due',
  doneWhen: 'What done looks like',
  reporting: 'Reports',
  placeInSource: 'Place in the source',
  note: 'Note',
};

/** Where two texts of a recommendation differ. */
export function recommendationDifferences(before: RecommendationText, after: RecommendationText): Difference[] {
  return differencesOf(RECOMMENDATION_LABELS, before, after, (field, value) => {
    if (field === 'targetDue') return formatPartialDate(value);
    return field === 'reporting' ? capitalised(value) : value;
  });
}
