import type { QuarterCounts } from './overview/quarter-counts.ts';
import type { StageCounts } from './overview/stage-counts.ts';
import { counted } from './sentences.ts';
import type { Timeline } from './timeline.ts';

/**
 * Titles that state the message of a figure, by rule, so that the same data always gets the same words
 * (conventions.md, section 6: about ten words). Where no rule applies the title is neutral.
 */

/** Figure 0. */
export function stagesTitle({ counts, notJudged, total }: StageCounts): string {
  if (total === 0) return 'Recommendations by stage';
  if (notJudged === total) return `None of ${counted(total, 'recommendation')} had been judged by this day`;
  return `${counts.delivered} of ${counted(total, 'recommendation')} delivered, ${counts['partly delivered']} partly`;
}

/** Figure 1. */
export function statusOverTimeTitle(quarters: readonly QuarterCounts[]): string {
  const last = quarters.at(-1);
  const drawn = last ? Object.values(last.counts).reduce((sum, n) => sum + n, 0) : 0;
  const total = drawn + (last?.endedOtherwise ?? 0);
  if (!last || total === 0) return 'Milestones by quarter';
  const done = last.counts['done by first date'] + last.counts['done late'];
  if (done === 0) return `None of ${counted(total, 'milestone')} done yet`;
  return `${done} of ${counted(total, 'milestone')} done, ${last.counts['done late']} of them late`;
}

/** Figure 5. */
export function timelineTitle({ rows }: Timeline): string {
  if (rows.length === 0) return 'Dates promised and kept';
  const moved = rows.filter(({ laterDates, dateTakenBack }) => laterDates.length > 0 || dateTakenBack).length;
  if (moved === 0) return `None of ${counted(rows.length, 'first date')} was changed`;
  return `${moved} of ${counted(rows.length, 'first date')} ${moved === 1 ? 'was' : 'were'} changed`;
}
