import type { IndicatorView, ObservationView } from '#app/domain/indicators/indicator.ts';
import { comparingUnder, inOrderOfPeriod } from '#app/domain/indicators/observations.ts';

/** A value by its period, number as published and series, and what else is not as usual. */
export type ValueRow = [period: string, value: string, series?: string, fields?: Partial<ObservationView>];

/** An indicator with those values, as pages show it today. */
export function anIndicator(rows: ValueRow[], fields: Partial<IndicatorView> = {}): IndicatorView {
  const values = rows.map(([period, value, series = 'one series', others = {}], i) => ({
    number: i + 1,
    period,
    series,
    value,
    status: 'final' as const,
    note: null,
    confirmation: 'published' as const,
    source: { code: 's1', title: 'A source', publisher: 'Somebody', type: 'official' as const, url: null },
    ...others,
  }));
  return {
    code: 'A',
    theme: 'T',
    name: 'People at work',
    unit: 'people',
    direction: 'up',
    target: null,
    targetDue: null,
    targetBasis: null,
    basisKeptBack: false,
    caution: null,
    comparing: comparingUnder(fields.caution ?? null),
    values: inOrderOfPeriod(values),
    earlierValues: [],
    leftOut: { later: 0, memory: 0 },
    ...fields,
  };
}

export const FROM_MEMORY: Partial<ObservationView> = { confirmation: 'memory', source: null };
