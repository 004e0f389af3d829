import { type Day, firstDay, formatPartialDate, lastDay } from '../partial-date.ts';
import type { IndicatorView, ObservationView } from './indicator.ts';
import { latestOf, seriesOf, valueOn } from './observations.ts';
import { formatNumber, formatValue, isCount, marksOf, onOrInPeriod } from './value-words.ts';

/** "2.6% of GDP by 30 August 2022", the words of a target without a number, or "None recorded". */
export function targetInWords({ target, targetDue, targetBasis, basisKeptBack, unit }: IndicatorView): string {
  if (target === null)
    return targetBasis ?? (basisKeptBack ? 'Words only, kept back on an earlier day' : 'None recorded');
  const due = targetDue ? ` by ${formatPartialDate(targetDue)}` : '; no date is set';
  return `${formatValue(target, unit)}${due}`;
}

/**
 * How far an indicator is from its target, as one sentence; where that cannot be said, why. Null without a target number.
 * One series only, never across series, and never where a caution is recorded.
 */
export function distanceInWords(indicator: IndicatorView, day: Day): string | null {
  const { target, targetDue, unit, values } = indicator;
  if (target === null) return null;
  const aimedAt = formatValue(target, unit);
  const series = seriesOf(values);
  const latest = latestOf(values);
  if (!latest) return `${aimedAt} aimed at; no value is recorded by this day.`;
  const cannotBeSaid = `So how far it is from the ${aimedAt} aimed at cannot be said.`;
  if (series.length > 1) return `The values are of ${series.length} series that cannot be compared. ${cannotBeSaid}`;
  const measured = targetDue && lastDay(targetDue) <= day ? valueForDue(values, targetDue) : latest;
  if (!measured) return `${missingForDue(indicator, latest)} ${cannotBeSaid}`;
  if (indicator.comparing !== 'freely') return `A caution is recorded against comparing the values. ${cannotBeSaid}`;
  return `${comparison(indicator, target, measured)}.`;
}

/** The value of the period that the target's date falls in. */
function valueForDue(values: readonly ObservationView[], due: string): ObservationView | undefined {
  return valueOn(values, firstDay(due)) ?? valueOn(values, lastDay(due));
}

function missingForDue({ targetDue, unit }: IndicatorView, latest: ObservationView): string {
  const value = `${formatValue(latest.value, unit)}${marksOf(latest)}`;
  return (
    `No value measured in the same way is recorded for the target’s date, ${formatPartialDate(targetDue ?? '')}; ` +
    `the latest is ${value} ${onOrInPeriod(latest.period)}.`
  );
}

function comparison(indicator: IndicatorView, target: string, measured: ObservationView): string {
  const { unit, targetDue, direction } = indicator;
  const value = `${formatValue(measured.value, unit)}${marksOf(measured)}`;
  const aimedAt = formatNumber(target, unit);
  const beyond = Number(measured.value) - Number(target);
  if (beyond === 0) return `${value}, as ${isCount(unit) ? 'many as ' : ''}aimed at (${aimedAt})`;
  const reached = direction === 'down' ? beyond < 0 : beyond > 0;
  const due = targetDue ? ` by ${formatPartialDate(targetDue)}` : reached ? '' : '; no date for it';
  if (isCount(unit) && beyond < 0 && !reached) return `${value} of the ${aimedAt} aimed at${due}`;
  return `${value}, ${moreOrLess(beyond, measured.value, target, unit)} the ${aimedAt} aimed at${due}`;
}

/** "2 more than" for what can be counted; else "above" or "below", since shares and money are rounded. */
function moreOrLess(beyond: number, value: string, target: string, unit: string): string {
  if (!isCount(unit)) return beyond > 0 ? 'above' : 'below';
  const digits = Math.max(...[value, target].map((number) => number.split('.')[1]?.length ?? 0));
  const distance = Number(Math.abs(beyond).toFixed(digits)).toLocaleString('en-GB');
  return `${distance} ${beyond > 0 ? 'more' : 'fewer'} than`;
}
