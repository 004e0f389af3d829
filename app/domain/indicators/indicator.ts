import type { Direction, ObservationStatus } from '#db/tables/indicator.ts';
import type { PartialDate } from '../partial-date.ts';
import type { Period } from '../period.ts';
import type { Provenance } from '../record/record.ts';

/** One measured value as pages show it on a day. */
export interface ObservationView extends Provenance {
  number: number;
  period: Period;
  /** Values of different series are never joined or compared. */
  series: string;
  /** As it was published, "64.0". */
  value: string;
  status: ObservationStatus;
  /** Null on an earlier day: notes were written with hindsight. */
  note: string | null;
}

/** What the caution of an indicator allows; the same on an earlier day, when its words are kept back. */
export type Comparing = 'freely' | 'with caution' | 'restated';

/** An indicator as it stood on one day, with the values known by then. */
export interface IndicatorView {
  code: string;
  theme: string;
  name: string;
  unit: string;
  direction: Direction;
  target: string | null;
  targetDue: PartialDate | null;
  /** Null on an earlier day, as the caution is: both may tell later history. */
  targetBasis: string | null;
  /** There are words about the target, and this day keeps them back. */
  basisKeptBack: boolean;
  caution: string | null;
  comparing: Comparing;
  /** The values that stand, by the end of their period. */
  values: ObservationView[];
  /** Values that a later one replaced. */
  earlierValues: { value: ObservationView; replacedBy: ObservationView }[];
  /** Values that an earlier day leaves out: their source may be newer than the day, or they rest on memory. */
  leftOut: { later: number; memory: number };
}
