import type { ObservationStatus } from '#db/tables/indicator.ts';
import type { Confirmation } from '#db/tables/source.ts';
import type { Day } from '../partial-date.ts';
import {
  endOfChain,
  faultsOfValue,
  type GivenValue,
  type KnownValue,
  standingFor,
  valueDifferences,
} from './value-rules.ts';

/** One row of a file of values. `row` counts as a spreadsheet does: the header is row 1. */
export interface ValueRow extends GivenValue {
  row: number;
  indicator: string;
}

/** A row of `observations.csv` whose cells were held against its rules. */
export function valueRowOf(row: number, cells: Record<string, string>): ValueRow {
  const cell = (column: string): string => cells[column] ?? '';
  return {
    row,
    indicator: cell('indicator'),
    period: cell('period'),
    series: cell('series'),
    value: cell('value'),
    status: cell('status') as ObservationStatus,
    confirmation: cell('confirmation') as Confirmation,
    source: cell('source') || null,
    note: cell('note') || null,
  };
}

/** Something wrong in a file: where it is, what was found, and what to do, in words that begin small. */
export interface RowFault {
  row: number | null;
  column: string | null;
  found: string;
  mend: string;
}

/** What a row would do to the record. */
export interface PlannedValue extends ValueRow {
  unit: string;
  /**
   * `new`: no value of this period and series stands. `restates`: one does, and says something else. `unchanged`: it stands
   * as it is. `restated since`: it is in the record, and a later value took its place.
   */
  outcome: 'new' | 'restates' | 'unchanged' | 'restated since';
  /** The indicator has no such series yet. */
  isNewSeries: boolean;
  /** The value that it restates, or the one that took its place. */
  other: KnownValue | null;
  /** The number it gets; of a value that is there already, the number it has. */
  number: number;
}

/** An indicator with every value of the record, replaced ones too, in the order of their numbers. */
export interface KnownIndicator {
  code: string;
  unit: string;
  known: readonly KnownValue[];
}

export interface ValuePlan {
  planned: PlannedValue[];
  faults: RowFault[];
}

/** What each row of a file would do, one after the other, and all that the record does not allow. Nothing is stored. */
export function planValues(rows: readonly ValueRow[], indicators: readonly KnownIndicator[], today: Day): ValuePlan {
  const plan: ValuePlan = { planned: [], faults: [] };
  const all = new Map(indicators.map(({ code, unit, known }) => [code, { unit, known: [...known] }]));
  for (const row of rows) {
    const indicator = all.get(row.indicator);
    if (!indicator) continue;
    const faults = faultsOfValue(row, indicator, today);
    plan.faults.push(...faults.map(({ field, mend }) => ({ row: row.row, column: field, found: row[field], mend })));
    const planned = planRow(row, indicator);
    plan.planned.push(planned);
    if (isToRecord(planned)) indicator.known.push(knownFrom(planned));
  }
  return plan;
}

function planRow(row: ValueRow, { unit, known }: Omit<KnownIndicator, 'code'>): PlannedValue {
  const there = known.findLast((other) => valueDifferences(other, row).length === 0);
  const base = { ...row, unit, isNewSeries: !known.some(({ series }) => series === row.series) };
  if (there) {
    const end = endOfChain(known, there.number) ?? there;
    const stands = end.number === there.number;
    return {
      ...base,
      number: there.number,
      outcome: stands ? 'unchanged' : 'restated since',
      other: stands ? null : end,
    };
  }
  const other = standingFor(known, row) ?? null;
  return { ...base, number: (known.at(-1)?.number ?? 0) + 1, outcome: other ? 'restates' : 'new', other };
}

/** The value as the next rows of the file find it. */
function knownFrom(planned: PlannedValue): KnownValue {
  return { ...planned, replaces: planned.other?.number ?? null, sourcePublishedOn: null };
}

/** True for a row that adds something to the record. */
export const isToRecord = ({ outcome }: Pick<PlannedValue, 'outcome'>): boolean =>
  outcome === 'new' || outcome === 'restates';
