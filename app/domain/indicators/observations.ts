import { groupBy } from '../group-by.ts';
import { type Day, daysBetween } from '../partial-date.ts';
import { firstDayOfPeriod, lastDayOfPeriod, type Period } from '../period.ts';
import type { Comparing, ObservationView } from './indicator.ts';

/** The observations that no other one of them replaces. */
export function standing<T extends { number: number; replaces: number | null }>(observations: readonly T[]): T[] {
  return observations.filter(({ number }) => !observations.some(({ replaces }) => replaces === number));
}

/** By the end of the period, then its beginning; observations of one period keep their order. */
export function inOrderOfPeriod<T extends { period: Period }>(observations: readonly T[]): T[] {
  return [...observations].sort(
    (a, b) =>
      lastDayOfPeriod(a.period).localeCompare(lastDayOfPeriod(b.period)) ||
      firstDayOfPeriod(a.period).localeCompare(firstDayOfPeriod(b.period)),
  );
}

/** One series with its values in order of their periods, at least one. */
export interface Series {
  name: string;
  values: ObservationView[];
}

/** The series of an indicator, in the order in which they begin. */
export function seriesOf(values: readonly ObservationView[]): Series[] {
  return [...groupBy(inOrderOfPeriod(values), ({ series }) => series)].map(([name, own]) => ({ name, values: own }));
}

/** The value whose period ends last; undefined when there is none. */
export function latestOf(values: readonly ObservationView[]): ObservationView | undefined {
  return inOrderOfPeriod(values).at(-1);
}

/** The value of the period that a day falls in; the one recorded last where there are several. */
export function valueOn(values: readonly ObservationView[], day: Day): ObservationView | undefined {
  return values.findLast(({ period }) => firstDayOfPeriod(period) <= day && day <= lastDayOfPeriod(period));
}

/** Where a value stands on an axis of days: the middle of its period, in days from the first day of the axis. */
export function middleOf(period: Period, start: Day): number {
  const first = firstDayOfPeriod(period);
  return daysBetween(start, first) + daysBetween(first, lastDayOfPeriod(period)) / 2;
}

/** A break between two series: one ends before the other begins. */
export interface SeriesBreak {
  before: ObservationView;
  after: ObservationView;
  /** "new method" where the name of the later series speaks of a method, else "new series". */
  word: string;
}

/** The breaks between series that follow each other; none where two series run side by side. */
export function breaksOf(series: readonly Series[]): SeriesBreak[] {
  return series.flatMap(({ name, values }, place) => {
    const [before, after] = [series[place - 1]?.values.at(-1), values[0]];
    if (!before || !after || lastDayOfPeriod(before.period) >= firstDayOfPeriod(after.period)) return [];
    return [{ before, after, word: /\bmethod\b/i.test(name) ? 'new method' : 'new series' }];
  });
}

/**
 * What a caution allows. One that speaks of restated values or of growth forbids to say that a value rose or fell even
 * inside a series; any caution forbids to measure against a target.
 */
export function comparingUnder(caution: string | null): Comparing {
  if (caution === null) return 'freely';
  return /\b(restate[sd]?|growth)\b/i.test(caution) ? 'restated' : 'with caution';
}
