import type { Confirmation } from './source.ts';

/** How an event bears on its recommendation. */
export const BEARINGS = [
  'completes',
  'contributes',
  'enables',
  'commits',
  'context',
  'criticism',
  'parallel',
  'setback',
] as const;
export type Bearing = (typeof BEARINGS)[number];

/** Something that happened in a recommendation's story; never counted in a status or figure. */
export interface EventTable {
  code: string;
  recommendation: string;
  milestone: string | null;
  happenedOn: string;
  title: string;
  bearing: Bearing;
  confirmation: Confirmation;
  source: string | null;
  note: string | null;
  change: number;
}

/** The other recommendations that an event bears on. */
export interface EventRecommendationTable {
  event: string;
  recommendation: string;
  change: number;
}
