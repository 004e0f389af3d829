import type { IndicatorView, ObservationView } from '#app/domain/indicators/indicator.ts';
import { breaksOf, middleOf, type Series, seriesOf } from '#app/domain/indicators/observations.ts';
import { formatNumber, isRank } from '#app/domain/indicators/value-words.ts';
import { daysBetween, lastDay } from '#app/domain/partial-date.ts';
import { firstDayOfPeriod, lastDayOfPeriod, type Period } from '#app/domain/period.ts';
import { type DateAxis, dateAxis } from './date-axis.ts';
import { WIDE } from './ink.ts';

/** Where figure 7 stands in its drawing, in px: across, time; upwards, the value. */
export interface IndicatorFrame {
  width: number;
  height: number;
  left: number;
  top: number;
  plotWidth: number;
  plotHeight: number;
  time: DateAxis;
  /** Round values from the foot of the scale to its end; ranks run from 1 at the top. */
  ticks: number[];
  low: number;
  high: number;
  reversed: boolean;
  /** Text is larger in the narrow drawing, which a phone may shrink. */
  font: number;
  wide: boolean;
  x: (period: Period) => number;
  y: (value: number) => number;
}

const TOP = 48;
const BOTTOM = 26;
/** Room in the wide drawing for the name of the last series after its last value. */
const NAMES = 100;

/** True when the values are worth a drawing: two of one kind, or one of each of two series. */
export const hasDrawing = ({ values }: IndicatorView): boolean => values.length > 1;

/** The frame of figure 7 for at least one value. The target and its date are inside it. */
export function indicatorFrame({ values, target, targetDue, unit }: IndicatorView, width: number): IndicatorFrame {
  const wide = width >= WIDE;
  const [height, right, font] = wide ? [360, seriesOf(values).length > 1 ? NAMES : 24, 13] : [300, 10, 14];
  const reversed = isRank(unit);
  const numbers = [...values.map(({ value }) => Number(value)), ...(target === null ? [] : [Number(target)])];
  const ticks = reversed ? rankTicks(Math.max(...numbers)) : valueTicks(Math.min(...numbers), Math.max(...numbers));
  const left = 12 + font * 0.56 * Math.max(...ticks.map((tick) => tickText(tick, ticks, unit).length));
  const [plotWidth, plotHeight] = [width - left - right, height - TOP - BOTTOM];
  const periods = values.flatMap(({ period }) => [firstDayOfPeriod(period), lastDayOfPeriod(period)]);
  const time = dateAxis([...periods, ...(targetDue ? [lastDay(targetDue)] : [])], plotWidth, { year: 42, month: 70 });
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (period: Period) => left + (middleOf(period, time.first) / time.days) * plotWidth;
  const y = (value: number) => {
    const share = (value - low) / (high - low);
    return TOP + (reversed ? share : 1 - share) * plotHeight;
  };
  return { width, height, left, top: TOP, plotWidth, plotHeight, time, ticks, low, high, reversed, font, wide, x, y };
}

const MOST_STEPS = 6;
/** The largest value stays this share of the scale below its end, so that words find room above it. */
const HEADROOM = 0.06;

/** Round values from zero, or from below it where a value is negative, to above the largest. */
export function valueTicks(least: number, most: number): number[] {
  const [from, to] = [Math.min(0, least), Math.max(0, most)];
  const end = to + HEADROOM * (to - from);
  const step = roundStep((end - from) / MOST_STEPS || 1);
  const first = Math.floor(from / step);
  const count = Math.max(1, Math.ceil(end / step) - first);
  return Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Places from 1 to the lowest, or below it. */
function rankTicks(lowest: number): number[] {
  const step = Math.max(1, roundStep(lowest / MOST_STEPS));
  const multiples = Array.from({ length: Math.ceil(Math.max(2, lowest) / step) }, (_, i) => (i + 1) * step);
  return [1, ...multiples.filter((place) => place - 1 > step / 2)];
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((n) => n * power >= least * 0.999) ?? 10) * power;
}

/** A value on the scale with as many digits as the scale needs: "£20bn", "0.5%". */
export function tickText(tick: number, ticks: readonly number[], unit: string): string {
  const digits = Math.max(...ticks.map((each) => String(each).split('.')[1]?.length ?? 0));
  return formatNumber(tick.toFixed(digits), unit);
}

/** One line of the drawing: the points of one series, in days and values. */
export interface SeriesLine extends Series {
  points: { x: number; y: number }[];
}

/** The points of each series by itself: nothing here joins one series to another. */
export function seriesLines({ values }: IndicatorView, { time }: IndicatorFrame): SeriesLine[] {
  return seriesOf(values).map((series) => ({
    ...series,
    points: series.values.map(({ period, value }) => ({ x: middleOf(period, time.first), y: Number(value) })),
  }));
}

/** The place of one value in px. */
export function placeOf({ period, value }: Pick<ObservationView, 'period' | 'value'>, frame: IndicatorFrame) {
  return { x: frame.x(period), y: frame.y(Number(value)) };
}

/** Where a series gives way to another: half-way between the last value of one and the first of the next. */
export function breakPlaces({ values }: IndicatorView, frame: IndicatorFrame): { x: number; word: string }[] {
  return breaksOf(seriesOf(values)).map(({ before, after, word }) => ({
    x: (frame.x(before.period) + frame.x(after.period)) / 2,
    word,
  }));
}

/** The target as a level line from the left edge to its date, or across the whole drawing where it has none. */
export function targetLine({ target, targetDue }: IndicatorView, frame: IndicatorFrame) {
  if (target === null) return null;
  const days = targetDue ? daysBetween(frame.time.first, lastDay(targetDue)) : frame.time.days;
  return { value: Number(target), days, x: frame.left + (days / frame.time.days) * frame.plotWidth, ends: !!targetDue };
}
