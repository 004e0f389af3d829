import type { Confirmation } from './source.ts';

/** Which way a value should go; `none` where neither is better. */
export const DIRECTIONS = ['up', 'down', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const OBSERVATION_STATUSES = ['final', 'provisional', 'revised'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

/** A quantity by which the strategy is judged. */
export interface IndicatorTable {
  code: string;
  theme: string;
  /** Its place among all indicators, from 1. */
  position: number;
  name: string;
  /** What its values count: "people", "£bn", "% of GDP". */
  unit: string;
  direction: Direction;
  /** The number aimed at, as it was written; null where none was set. */
  target: string | null;
  /** Partial date by which. */
  targetDue: string | null;
  targetBasis: string | null;
  /** What to keep in mind when values are compared. */
  caution: string | null;
  change: number;
}

/** One measured value. Never changed: a restated value is a new row that `replaces` the earlier one. */
export interface ObservationTable {
  indicator: string;
  /** Counts the observations of one indicator from 1, in the order they were recorded. */
  number: number;
  /** A partial date, or a financial year: `2021/22`. */
  period: string;
  /** Values of different series are never joined by a line. */
  series: string;
  /** The number as it was published, "64.0": its digits say how precise it is. */
  value: string;
  status: ObservationStatus;
  confirmation: Confirmation;
  source: string | null;
  note: string | null;
  replaces: number | null;
  change: number;
}
