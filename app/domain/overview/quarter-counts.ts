import type { Quarter } from '../quarter.ts';
import type { FigureGroup } from '../status-words.ts';

/** How many milestones stood in each group at the end of one quarter: one bar of figure 1. */
export interface QuarterCounts {
  quarter: Quarter;
  /** "October to December 2018". */
  label: string;
  /** True for the quarter that the as-at day falls in: counted on that day, not at the quarter's end. */
  soFar: boolean;
  counts: Record<FigureGroup, number>;
  /** Partly met, not met, met by re-measurement and withdrawn together: left out of the drawing, shown in the table. */
  endedOtherwise: number;
}
