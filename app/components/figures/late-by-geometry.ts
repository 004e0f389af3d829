import type { LateByRow } from '#app/domain/late-by.ts';

export const BAR_ROW = 32;
const TITLES = 276;
/** Room for "107 months" after the longest bar. */
const WORDS = 96;
const TOP = 44;
const BOTTOM = 8;
const MONTH = 365.25 / 12;

/** Where the bars of figure 6 stand in the drawing, in px; the axis counts months. */
export interface LateByFrame {
  width: number;
  height: number;
  left: number;
  top: number;
  plotWidth: number;
  plotHeight: number;
  /** The least and the most on the axis in whole months; the least is below zero where something was early. */
  from: number;
  to: number;
  /** Whole months, zero among them. */
  ticks: number[];
  /** Months to px from the left edge of the drawing. */
  x: (months: number) => number;
}

/** Months as drawn: not rounded, so that bars can be compared with each other. */
export const monthsDrawn = ({ span }: Pick<LateByRow, 'span'>): number => span.days / MONTH;

/** The frame of figure 6 for at least one row. */
export function lateByFrame(rows: readonly LateByRow[], width: number): LateByFrame {
  return { ...scale(rows, TITLES, width - TITLES - WORDS), width, ...heights(rows.length) };
}

/** The scale of one bar of the list for narrow places, shared by all of its bars. */
export function lateByScale(rows: readonly LateByRow[], width: number) {
  return scale(rows, 1, width - 2);
}

function heights(count: number) {
  const plotHeight = count * BAR_ROW;
  return { top: TOP, plotHeight, height: TOP + plotHeight + BOTTOM };
}

function scale(rows: readonly LateByRow[], left: number, plotWidth: number) {
  const months = rows.map(monthsDrawn);
  const from = Math.floor(Math.min(0, ...months));
  const to = Math.ceil(Math.max(1, ...months));
  const x = (value: number) => left + ((value - from) / (to - from)) * plotWidth;
  return { left, plotWidth, from, to, ticks: monthTicks(from, to, plotWidth), x };
}

const TICK_ROOM = 40;

function monthTicks(from: number, to: number, plotWidth: number): number[] {
  const most = Math.max(2, Math.floor(plotWidth / TICK_ROOM));
  const step = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((months) => (to - from) / months < most) ?? 240;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step || 0);
}
