/** How far a recommendation has come, as somebody judged it on a day, always with the reason. */
export const STAGES = [
  'not started',
  'under way',
  'delivered',
  'partly delivered',
  'changed',
  'not delivered',
  'no public evidence',
  'not assessed',
] as const;
export type Stage = (typeof STAGES)[number];

export interface StageJudgementTable {
  recommendation: string;
  number: number;
  stage: Stage;
  judgedOn: string;
  judgedBy: string;
  reason: string;
  change: number;
}
