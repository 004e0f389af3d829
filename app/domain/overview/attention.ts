import { daysBetween, lastDay } from '../partial-date.ts';
import type { MilestoneView } from '../record/record.ts';

/** Milestones whose latest date has passed without an outcome, the longest passed first. */
export function datePassed(milestones: readonly MilestoneView[]): MilestoneView[] {
  return milestones
    .filter(({ status }) => status === 'date passed')
    .sort((a, b) => dueBy(a).localeCompare(dueBy(b)) || a.code.localeCompare(b.code));
}

/** Milestones still open whose latest date lies ahead, the nearest first. */
export function dueNext(milestones: readonly MilestoneView[]): MilestoneView[] {
  return milestones
    .filter(({ status }) => status === 'on course' || status === 'due later than first promised')
    .sort((a, b) => dueBy(a).localeCompare(dueBy(b)) || a.code.localeCompare(b.code));
}

/** Last day of the latest date announced; sorts a milestone without one to the end. */
export const dueBy = ({ latestDate }: MilestoneView): string => (latestDate ? lastDay(latestDate) : '9999-12-31');

/** Days since the latest date passed, as of `day`. */
export const daysPassed = (milestone: MilestoneView, day: string): number => daysBetween(dueBy(milestone), day);
