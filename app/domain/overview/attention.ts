import { byCode } from '../code-order.ts';
import { type Day, daysBetween, formatPartialDate, lastDay, onOrIn } from '../partial-date.ts';
import type { MilestoneView } from '../record/record.ts';
import { counted } from '../sentences.ts';

/** Milestones whose latest date has passed without an outcome, the longest passed first. */
export function datePassed(milestones: readonly MilestoneView[]): MilestoneView[] {
  return milestones
    .filter(({ status }) => status === 'date passed')
    .sort((a, b) => dueBy(a).localeCompare(dueBy(b)) || byCode(a, b));
}

/** Milestones still open whose latest date lies ahead, the nearest first. */
export function dueNext(milestones: readonly MilestoneView[]): MilestoneView[] {
  return milestones
    .filter(({ status }) => status === 'on course' || status === 'due later than first promised')
    .sort((a, b) => dueBy(a).localeCompare(dueBy(b)) || byCode(a, b));
}

/** Last day of the latest date announced; sorts a milestone without one to the end. */
export const dueBy = ({ latestDate }: MilestoneView): string => (latestDate ? lastDay(latestDate) : '9999-12-31');

/** "It was due in December 2024; that date passed 692 days before 23 November 2026. No outcome found." */
export function passedInWords(milestone: MilestoneView, day: Day): string {
  if (!milestone.latestDate) return '';
  const passed = counted(daysBetween(dueBy(milestone), day), 'day');
  const noOutcome = milestone.noOutcomeFound ? ' No outcome found.' : '';
  return `It was due ${onOrIn(milestone.latestDate)}; that date passed ${passed} before ${formatPartialDate(day)}.${noOutcome}`;
}
