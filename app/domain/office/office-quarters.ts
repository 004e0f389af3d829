import type { QuarterState } from '#db/tables/quarter.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';

/** A quarter with its state, which is undefined where it has none yet, beside the one under way and the first. */
export interface OfficeQuarter {
  quarter: Quarter;
  state: QuarterState | undefined;
  first: Quarter;
  current: Quarter;
}

/** Why a steer cannot be marked as done on a quarter's page; null when it can. */
export function whyNoActs({ quarter, state, first, current }: OfficeQuarter): string | null {
  const label = quarterLabel(quarter);
  if (quarter < first) return `${label} was over before the strategy was published`;
  if (quarter > current) return `${label} has not begun yet`;
  if (state === 'closed' || state === 'published') return `${label} is ${state}: what the office wrote stays as it is`;
  if (quarter !== current && (state === undefined || state === 'reconstructed'))
    return `${label} was never commissioned, so there are no words of the office about it`;
  return null;
}

/** Why the office cannot write about a quarter; null when it can: commissioned, and neither closed nor published. */
export function whyNoWords(quarter: OfficeQuarter): string | null {
  const why = whyNoActs(quarter);
  if (why !== null || quarter.state === 'commissioned' || quarter.state === 'in clearance') return why;
  return `${quarterLabel(quarter.quarter)} has not been commissioned yet: the office writes about it once it is`;
}
