import type { Confirmation } from './source.ts';

/** Dates as they were announced: the first, each later one, a date taken back, one agreed by change control. */
export const DATE_KINDS = ['baseline', 'forecast', 'undated', 'agreed baseline'] as const;
export type DateKind = (typeof DATE_KINDS)[number];

/** How a promise ended. */
export const OUTCOME_KINDS = ['met', 'partly met', 'missed', 'withdrawn', 're-measured'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const FACT_KINDS = [...DATE_KINDS, ...OUTCOME_KINDS] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One dated statement about a milestone. Never changed: a correction is a new row that `replaces` an earlier one. */
export interface MilestoneFactTable {
  milestone: string;
  /** Counts the facts of one milestone from 1, in the order they were recorded. */
  number: number;
  kind: FactKind;
  /** The promised or actual date, partial; null only for `undated`. */
  value: string | null;
  /** The value as its source words it, "autumn 2020", where that is not the date itself. */
  asPublished: string | null;
  /** When it was said in the world, partial. */
  saidOn: string;
  confirmation: Confirmation;
  source: string | null;
  note: string | null;
  /** Number of the earlier fact of the same milestone that this one corrects. */
  replaces: number | null;
  change: number;
}
