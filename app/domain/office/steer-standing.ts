import { type Day, daysBetween, formatPartialDate, isExact, lastDay, type PartialDate } from '../partial-date.ts';
import { counted } from '../sentences.ts';
import type { TagColour } from '../status-words.ts';

/** What of a steer says whether it is late. */
export interface SteerDates {
  due: PartialDate | null;
  /** The day it was done; null while it is open. */
  doneOn: Day | null;
}

/** How a steer stands on a day. Whoever is asked for "March 2027" has until its last day. */
export type SteerStanding = 'done' | 'done late' | 'late' | 'due' | 'no date';

/** How a steer stood on a day: done only when it was done by then. */
export function steerStanding({ due, doneOn }: SteerDates, day: Day): SteerStanding {
  const isDone = doneOn !== null && doneOn <= day;
  if (isDone) return due !== null && lastDay(due) < doneOn ? 'done late' : 'done';
  if (due === null) return 'no date';
  return lastDay(due) < day ? 'late' : 'due';
}

/** "12 days late", "due in 5 days", "done 3 days late": how a steer stood on a day. */
export function steerInWords(steer: SteerDates, day: Day): string {
  const standing = steerStanding(steer, day);
  if (standing === 'no date') return 'No date was set';
  if (standing === 'done' || steer.due === null) return 'Done';
  const days = daysBetween(lastDay(steer.due), standing === 'done late' ? (steer.doneOn ?? day) : day);
  if (standing === 'done late') return `Done ${counted(days, 'day')} late`;
  if (standing === 'late') return `${counted(days, 'day')} late`;
  return dueInWords(steer.due, day);
}

function dueInWords(due: PartialDate, day: Day): string {
  if (!isExact(due)) return `Due by the end of ${formatPartialDate(due)}`;
  const days = daysBetween(day, due);
  return days === 0 ? 'Due today' : `Due in ${counted(days, 'day')}`;
}

/** How each looks: the words are in the box, the colour only helps the eye. */
export const STEER_TAGS: Record<SteerStanding, TagColour> = {
  done: 'green',
  'done late': 'teal',
  late: 'red',
  due: 'blue',
  'no date': 'grey',
};

/** Puts steers in order: the oldest due first, those without a date last, equals as they were recorded. */
export function byDue(a: { due: PartialDate | null; id: number }, b: { due: PartialDate | null; id: number }): number {
  return dueBy(a.due).localeCompare(dueBy(b.due)) || a.id - b.id;
}

const dueBy = (due: PartialDate | null): Day => (due === null ? '9999-12-31' : lastDay(due));

/** How far ahead an open steer needs attention. */
const DAYS_AHEAD = 30;

/** The open steers that need attention on a day: late ones first, then those due within 30 days. */
export function steersNeedingAttention<T extends SteerDates & { id: number }>(steers: readonly T[], day: Day): T[] {
  const isNear = (steer: T): boolean => {
    const standing = steerStanding(steer, day);
    return standing === 'late' || (standing === 'due' && daysBetween(day, dueBy(steer.due)) <= DAYS_AHEAD);
  };
  return steers.filter(isNear).sort(byDue);
}
