import type { PostRole } from '#db/tables/post.ts';
import { type Day, daysBetween, formatPartialDate } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';
import { counted } from '../sentences.ts';
import { isWithOwner, type ReturnState } from './return-state.ts';

/** A return that somebody's posts have to do with. */
export interface ListedReturn {
  quarter: Quarter;
  recommendation: string;
  title: string;
  state: ReturnState;
  deadline: Day;
  /** What the person's posts are to it. */
  posts: PostRole[];
  /** The office's words with the last act. */
  comment: string | null;
  /** Nothing is due any more; what still comes is kept as late. */
  isClosed: boolean;
}

/** By what is outstanding, in the order of the page. */
export const OUTSTANDING = ['late', 'sent back', 'due', 'waiting', 'accepted', 'over'] as const;
export type Outstanding = (typeof OUTSTANDING)[number];

/** What is outstanding about a return on a day. */
export function outstanding({ state, deadline, isClosed }: ListedReturn, today: Day): Outstanding {
  if (state === 'accepted') return 'accepted';
  if (state === 'submitted') return 'waiting';
  if (!isWithOwner(state)) return 'over';
  if (state === 'sent back') return 'sent back';
  if (isClosed) return 'over';
  return deadline < today ? 'late' : 'due';
}

/** The returns in their groups; by deadline in each, what is over the newest quarter first. Empty groups are left out. */
export function groupReturns(
  returns: readonly ListedReturn[],
  today: Day,
): { outstanding: Outstanding; returns: ListedReturn[] }[] {
  return OUTSTANDING.flatMap((group) => {
    const inGroup = returns.filter((each) => outstanding(each, today) === group);
    const isOver = group === 'accepted' || group === 'over';
    inGroup.sort((a, b) => (isOver ? -1 : 1) * a.deadline.localeCompare(b.deadline));
    return inGroup.length > 0 ? [{ outstanding: group, returns: inGroup }] : [];
  });
}

/** The quarters with returns that are to be written now, the earliest first: each has a workbook to fill in. */
export function quartersToFill(
  groups: readonly { outstanding: Outstanding; returns: readonly ListedReturn[] }[],
): Quarter[] {
  const isToWrite = ({ outstanding }: { outstanding: Outstanding }) =>
    outstanding === 'late' || outstanding === 'sent back' || outstanding === 'due';
  const quarters = groups.filter(isToWrite).flatMap(({ returns }) => returns.map(({ quarter }) => quarter));
  return [...new Set(quarters)].sort();
}

/** "Due 16 October 2026, in 3 days.", "Due today.", "It was due 14 October 2026, 2 days ago." */
export function deadlineInWords(deadline: Day, today: Day): string {
  const days = daysBetween(today, deadline);
  if (days === 0) return 'Due today.';
  if (days < 0) return `It was due ${formatPartialDate(deadline)}, ${counted(-days, 'day')} ago.`;
  return `Due ${formatPartialDate(deadline)}, in ${counted(days, 'day')}.`;
}
