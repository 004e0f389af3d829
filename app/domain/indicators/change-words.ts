import type { Day } from '../partial-date.ts';
import type { IndicatorView, ObservationView } from './indicator.ts';
import { seriesOf, valueOn } from './observations.ts';
import { formatNumber, isRank, marksOf, onOrInPeriod, valueWithPeriod } from './value-words.ts';

type Measure = Pick<IndicatorView, 'unit' | 'comparing'>;

/**
 * Two values of one series, with both periods: "Fell to 411 trials per year in 2022, from 690 in 2015". Where values are
 * restated it is not said that one rose or fell: "304,200 people in 2021 to 2022, against 222,000 in 2015". No percentage
 * is ever worked out: values are rounded, restated or in part from memory.
 */
export function changeInWords(from: ObservationView, to: ObservationView, { unit, comparing }: Measure): string {
  const now = valueWithPeriod(to, unit);
  const then = `${formatNumber(from.value, unit)}${marksOf(from)} ${onOrInPeriod(from.period)}`;
  if (comparing === 'restated') return `${now}, against ${then}`;
  const moved = Number(to.value) - Number(from.value);
  if (moved === 0) return `${now}, the same as ${onOrInPeriod(from.period)}`;
  // The tenth place is below the fourth.
  return `${moved > 0 !== isRank(unit) ? 'Rose' : 'Fell'} to ${now}, from ${then}`;
}

/** How one series went; its name is null where the indicator has no other. */
export interface SeriesChange {
  series: string | null;
  words: string;
}

/**
 * For each series with two values or more: its last value against that of the period in which the strategy was
 * published, or its first where there is none.
 */
export function changesInWords(indicator: IndicatorView, publishedOn: Day): SeriesChange[] {
  const series = seriesOf(indicator.values);
  return series.flatMap(({ name, values }) => {
    const [from, to] = [valueOn(values, publishedOn) ?? values[0], values.at(-1)];
    if (!from || !to || from === to) return [];
    return [{ series: series.length > 1 ? name : null, words: changeInWords(from, to, indicator) }];
  });
}
