import type { Stage } from './stage-judgement.ts';

export const MILESTONE_STATUSES = [
  'done by its first date',
  'done late',
  'on course',
  'due later than first promised',
  'no date',
  'date passed',
  'partly met',
  'not met',
  'met by re-measurement',
  'withdrawn',
] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** Where a milestone stood at the end of one quarter. No row before its first date was said. */
export interface MilestonePositionTable {
  quarter: string;
  milestone: string;
  status: MilestoneStatus;
  firstDate: string | null;
  latestDate: string | null;
  outcomeDate: string | null;
}

/** Where a recommendation stood at the end of one quarter. No row before a stage was judged. */
export interface RecommendationPositionTable {
  quarter: string;
  recommendation: string;
  stage: Stage;
  /** Number of the stage judgement that stood, which holds the reason. */
  judgement: number;
}
