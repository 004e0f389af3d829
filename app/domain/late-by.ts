import { type Lateness, monthsOf, type Span } from './lateness.ts';
import type { PartialDate } from './partial-date.ts';
import type { MilestoneView } from './record/record.ts';
import { counted } from './sentences.ts';
import { type FigureGroup, groupOf } from './status-words.ts';

/** One bar of figure 6: how late a milestone is against its first date. */
export interface LateByRow {
  code: string;
  title: string;
  group: FigureGroup;
  status: MilestoneView['status'];
  firstDate: PartialDate;
  /** What the first date is compared with: the outcome, else the latest date announced. */
  comparedWith: 'outcome' | 'latest date';
  date: PartialDate;
  span: Span;
}

/** Why a milestone has no bar. */
export type NotCompared = Extract<Lateness, { comparable: false }>['reason'] | 'no later date';

/** Figure 6 as its loader hands it over: the bars, most late first, and what is left out, by reason. */
export interface LateBy {
  rows: LateByRow[];
  leftOut: { reason: NotCompared; milestones: MilestoneView[] }[];
}

/** Reasons in the order in which the figure names them. */
const REASONS: NotCompared[] = [
  'no later date',
  'partly met',
  'not met',
  're-measured',
  'withdrawn',
  'no date',
  'no first date',
];

/** How late each milestone is that can be compared; equals keep the order given. */
export function lateBy(milestones: readonly MilestoneView[]): LateBy {
  const rows = milestones.flatMap((milestone) => barOf(milestone) ?? []);
  const leftOut = REASONS.map((reason) => ({
    reason,
    milestones: milestones.filter(({ lateness }) => notCompared(lateness) === reason),
  }));
  return {
    rows: rows.sort((a, b) => b.span.days - a.span.days),
    leftOut: leftOut.filter(({ milestones }) => milestones.length > 0),
  };
}

/** Why no length can be drawn; null when one can. A date that only waits for its day is neither early nor late yet. */
function notCompared(lateness: Lateness): NotCompared | null {
  if (!lateness.comparable) return lateness.reason;
  return lateness.basis === 'latest date' && lateness.span.days === 0 ? 'no later date' : null;
}

function barOf({ code, title, status, firstDate, latestDate, outcome, lateness }: MilestoneView): LateByRow | null {
  const group = groupOf(status);
  const date = outcome?.date ?? latestDate;
  if (!lateness.comparable || notCompared(lateness) || group === 'ended otherwise' || !firstDate || !date) return null;
  return { code, title, group, status, firstDate, comparedWith: lateness.basis, date, span: lateness.span };
}

/** "11 months", or "28 days" where both dates are days less than a month apart; "early" is added before the first date. */
export function lateByInWords({ days, exact }: Span): string {
  if (days === 0) return 'on time';
  const length = lengthInWords(Math.abs(days), exact);
  return days > 0 ? length : `${length} early`;
}

/** The same for a length in days without direction. */
export function lengthInWords(days: number, exact: boolean): string {
  if (exact && days < 31) return counted(days, 'day');
  const months = monthsOf(days);
  return months >= 1 ? counted(months, 'month') : 'under a month';
}
