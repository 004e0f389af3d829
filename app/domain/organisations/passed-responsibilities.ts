import type { ResponsibilityRole } from '#db/tables/responsibility.ts';
import type { Day } from '../partial-date.ts';

/** A responsibility with the changes that began and ended it. */
export interface RecordedResponsibility {
  recommendation: string;
  organisation: string;
  name: string;
  shortName: string | null;
  role: ResponsibilityRole;
  untilOn: Day | null;
  change: number;
  endedChange: number | null;
}

/** One body's part in a recommendation as it went to another on a day. */
export interface PassedResponsibility<T extends RecordedResponsibility = RecordedResponsibility> {
  recommendation: string;
  on: Day;
  change: number;
  from: T;
  to: T;
}

/**
 * Every passing on, latest day first. A receiver's own earlier row that the same change ended is no passing on: it goes
 * on in the row that the change began.
 */
export function passedResponsibilities<T extends RecordedResponsibility>(
  rows: readonly T[],
): PassedResponsibility<T>[] {
  return rows
    .flatMap((from) => {
      const { recommendation, untilOn: on, endedChange: change } = from;
      const to = rows.find((row) => row.change === change && row.recommendation === recommendation);
      if (on === null || change === null || !to || to.organisation === from.organisation) return [];
      return [{ recommendation, on, change, from, to }];
    })
    .sort((a, b) => b.on.localeCompare(a.on) || b.change - a.change);
}
