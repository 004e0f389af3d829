import { type Day, lastDay } from './partial-date.ts';
import { type Quarter, quarterLabel, quarterLastDay, quarterOf, quartersBetween } from './quarter.ts';
import type { MilestoneView } from './record/record.ts';
import { groupOf } from './status-words.ts';

/** One quarter of figure 2: how many milestones were due by its end by their first date, and how many of them were done. */
export interface DoneAgainstPromised {
  quarter: Quarter;
  /** "October to December 2018". */
  label: string;
  /** True for the quarter that the as-at day falls in: counted on that day, not at the quarter's end. */
  soFar: boolean;
  promised: number;
  done: number;
}

type Promised = Pick<MilestoneView, 'firstDate' | 'outcome'>;

/**
 * Figure 2: for every quarter from the one of `start` to the one of `day`, the milestones due by its end by their first
 * date, and those of them that were met by then. What ended otherwise is promised and never done. What was done before
 * its first date is counted when that date comes, so done is never more than promised.
 */
export function doneAgainstPromised(milestones: readonly Promised[], start: Day, day: Day): DoneAgainstPromised[] {
  const current = quarterOf(day);
  return quartersBetween(quarterOf(start), current).map((quarter) => {
    const soFar = quarter === current;
    const end = soFar ? day : quarterLastDay(quarter);
    const due = milestones.filter((milestone) => isDueBy(milestone, end));
    const done = due.filter((milestone) => isDoneBy(milestone, end));
    return { quarter, label: quarterLabel(quarter), soFar, promised: due.length, done: done.length };
  });
}

function isDueBy({ firstDate }: Promised, day: Day): boolean {
  return firstDate !== null && lastDay(firstDate) <= day;
}

function isDoneBy({ outcome }: Promised, day: Day): boolean {
  return outcome?.kind === 'met' && lastDay(outcome.date) <= day;
}

/** What figure 2 can only count as promised (due and ended otherwise), and what it cannot count at all (no first date). */
export function notCountedAsDone(milestones: readonly MilestoneView[], day: Day) {
  return {
    endedOtherwise: milestones.filter(
      (milestone) => groupOf(milestone.status) === 'ended otherwise' && isDueBy(milestone, day),
    ),
    noFirstDate: milestones.filter(({ firstDate }) => firstDate === null),
  };
}
