import { moveLength, spanBetween } from '../lateness.ts';
import { formatPartialDate } from '../partial-date.ts';
import type { MilestoneView } from '../record/record.ts';
import { listed } from '../sentences.ts';
import { laterDates } from '../timeline.ts';

/** A milestone whose first date did not stand, and how it moved, in words. */
export interface MovedDates {
  code: string;
  title: string;
  words: string;
  /** Days from the first date to the latest; what the list is ordered by. Null when the date was taken back. */
  days: number | null;
}

/** The milestones whose dates moved or were taken back, those that moved furthest first. */
export function datesMoved(milestones: readonly MilestoneView[]): MovedDates[] {
  return milestones
    .flatMap(movedDates)
    .sort((a, b) => (b.days ?? Number.POSITIVE_INFINITY) - (a.days ?? Number.POSITIVE_INFINITY));
}

function movedDates(milestone: MilestoneView): MovedDates[] {
  const { code, title, firstDate, latestDate, outcome } = milestone;
  const later = laterDates(milestone);
  const takenBack = latestDate === null && outcome === null && firstDate !== null;
  if (!firstDate || (later.length === 0 && !takenBack)) return [];
  const last = later.at(-1) ?? firstDate;
  const span = spanBetween(firstDate, last);
  const moved = span.days === 0 ? '' : `: ${moveLength(firstDate, last)} than first promised`;
  const then = later.length > 0 ? `, then ${listed(later.map(formatPartialDate))}${moved}` : '';
  const words = `First promised for ${formatPartialDate(firstDate)}${then}${takenBack ? '; then the date was taken back' : ''}.`;
  return [{ code, title, words, days: takenBack ? null : span.days }];
}
