/**
 * What makes a partnership last, after the report of the Cambridge Centre for Science, Technology and Innovation policy
 * (findings CSTI-3 to CSTI-6 of the record): knowing each other, value for both sides, adapting, dedicated support.
 */
export const HEALTH_DIMENSIONS = [
  'needs',
  'capabilities',
  'working practices',
  'constraints',
  'value for both sides',
  'adapting',
  'dedicated support',
] as const;
export type HealthDimension = (typeof HEALTH_DIMENSIONS)[number];

/** A dated look at how a partnership does. Never changed: a later one stands beside it. */
export interface PartnershipHealthTable {
  partnership: string;
  number: number;
  /** The day on which it was looked at. */
  notedOn: string;
  change: number;
}

/** One dimension of it, in words: there is no score. */
export interface PartnershipHealthWordsTable {
  partnership: string;
  number: number;
  dimension: HealthDimension;
  words: string;
  /** What it rests on: who said it, which paper. */
  evidence: string;
}
