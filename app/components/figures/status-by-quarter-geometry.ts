import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import { type Quarter, quarterFirstDay, quarterShortLabel } from '#app/domain/quarter.ts';
import { FIGURE_GROUPS, type FigureGroup } from '#app/domain/status-words.ts';
import { WIDE } from './ink.ts';

/** Where the bars stand in the drawing, in px. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  top: number;
  plotWidth: number;
  plotHeight: number;
  /** The space that one quarter has. */
  band: number;
  /** Whole numbers from zero; the last is the top of the scale. */
  ticks: number[];
  wide: boolean;
}

const AXIS_HEIGHT = 44;
const DIRECT_LABEL_WIDTH = 196;
const RIGHT_EDGE = 8;

/** The frame of figure 1 for at least one quarter. */
export function frameFor(rows: readonly QuarterCounts[], width: number): Frame {
  return quarterFrame(rows.length, Math.max(...rows.map(total)), width);
}

/** The frame of a figure with `count` quarters along its foot and whole numbers from zero to `max` at its side. */
export function quarterFrame(count: number, max: number, width: number, top = 12): Frame {
  const wide = width >= WIDE;
  const ticks = wholeTicks(max);
  const left = 16 + 9 * String(ticks.at(-1)).length;
  const height = wide ? 340 : 280;
  const plotWidth = width - left - (wide ? DIRECT_LABEL_WIDTH : RIGHT_EDGE);
  const plotHeight = height - top - AXIS_HEIGHT;
  return { width, height, left, top, plotWidth, plotHeight, band: plotWidth / count, ticks, wide };
}

/** All milestones that figure 1 draws for a quarter. */
export function total(row: QuarterCounts): number {
  return FIGURE_GROUPS.reduce((sum, group) => sum + row.counts[group], 0);
}

/** Round whole numbers from 0 to at least `max`, at most eight of them. */
export function wholeTicks(max: number): number[] {
  const steps = [1, 2, 5].flatMap((n) => [n, n * 10, n * 100, n * 1000]).sort((a, b) => a - b);
  const step = steps.find((candidate) => max / candidate <= 7) ?? Math.ceil(max / 7);
  const count = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

const SHORT_LABEL_WIDTH = 112;
const YEAR_LABEL_WIDTH = 40;

/** A label on the time axis: which bar, what it says, and whether it stands at the start or the middle of the bar. */
export interface AxisLabel {
  index: number;
  text: string;
  at: 'start' | 'middle';
}

/**
 * Labels that never overlap: each quarter by its months when there is room, else the calendar year at the first bar of
 * that year; every second or fifth year where years stand close.
 */
export function axisLabels(
  rows: readonly { quarter: Quarter }[],
  frame: Pick<Frame, 'band' | 'plotWidth'>,
): AxisLabel[] {
  if (frame.band >= SHORT_LABEL_WIDTH || rows.length === 1) {
    return rows.map((row, index) => ({ index, text: quarterShortLabel(row.quarter), at: 'middle' }));
  }
  const step = [1, 2, 5, 10].find((years) => years * 4 * frame.band >= YEAR_LABEL_WIDTH) ?? 20;
  const years = rows.map((row) => quarterFirstDay(row.quarter).slice(0, 4));
  const starts = years.flatMap((text, index) => (text === years[index - 1] ? [] : [{ index, text }]));
  return starts
    .filter(({ index, text }, place) => {
      const nextIndex = starts[place + 1]?.index ?? rows.length;
      const room = (Math.max(nextIndex, index + 4 * (step - 1)) - index) * frame.band;
      const fits = place > 0 || room >= YEAR_LABEL_WIDTH || starts.length === 1;
      return (
        Number(text) % step === 0 && fits && frame.plotWidth + RIGHT_EDGE - index * frame.band >= YEAR_LABEL_WIDTH - 4
      );
    })
    .map((start) => ({ ...start, at: 'start' }));
}

export interface DirectLabel {
  group: FigureGroup;
  count: number;
  /** The middle of the group's part of the last bar. */
  middle: number;
  /** Where the word stands, moved apart from its neighbours. */
  y: number;
}

const LABEL_SPACING = 20;

/** Words beside the last bar, for the groups that it has; `y` is at least a line apart and inside the plot. */
export function directLabels(last: QuarterCounts, frame: Frame): DirectLabel[] {
  const top = frame.ticks.at(-1) ?? 1;
  let below = 0;
  const labels = FIGURE_GROUPS.filter((group) => last.counts[group] > 0).map((group) => {
    const count = last.counts[group];
    const middle = frame.top + frame.plotHeight * (1 - (below + count / 2) / top);
    below += count;
    return { group, count, middle };
  });
  const ys = movedApart(
    labels.map((label) => label.middle),
    LABEL_SPACING,
    frame.top + frame.plotHeight - 6,
    frame.top + 4,
  );
  return labels.map((label, index) => ({ ...label, y: ys[index] ?? label.middle }));
}

/** Heights in the order bottom to top, moved so that they are `spacing` apart, none below `floor` and none above `ceiling`. */
export function movedApart(heights: readonly number[], spacing: number, floor: number, ceiling: number): number[] {
  const moved: number[] = [];
  for (const height of heights) moved.push(Math.min(height, (moved.at(-1) ?? floor + spacing) - spacing));
  // What was pushed past the ceiling comes back, and takes its neighbours with it.
  for (let place = moved.length - 1, limit = ceiling; place >= 0; place -= 1) {
    limit = Math.max(moved[place] ?? limit, limit);
    moved[place] = limit;
    limit += spacing;
  }
  return moved;
}
