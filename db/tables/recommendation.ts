import type { Confirmation } from './source.ts';

/** One thing that the strategy asks for. What it says of itself is in its revisions. */
export interface RecommendationTable {
  code: string;
  theme: string;
  position: number;
  change: number;
}

/** How often a recommendation reports. */
export const REPORTINGS = ['every quarter', 'twice a year', 'only when something changes', 'finished'] as const;
export type Reporting = (typeof REPORTINGS)[number];

/** The descriptive text of a recommendation; the highest number stands. */
export interface RecommendationRevisionTable {
  recommendation: string;
  number: number;
  title: string;
  summary: string;
  target: string | null;
  targetDue: string | null;
  /** What done looks like; null while none is agreed. */
  doneWhen: string | null;
  confirmation: Confirmation;
  source: string | null;
  placeInSource: string | null;
  note: string | null;
  /** Null while the office has not said: then the stage says whether it reports. */
  reporting: Reporting | null;
  change: number;
}
