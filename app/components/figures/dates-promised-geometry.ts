import { type DatesPromised, isTakenBack, valuesOf } from '#app/domain/dates-promised.ts';
import { type Day, daysBetween, firstDay, lastDay } from '#app/domain/partial-date.ts';
import { type DateAxis, dateAxis } from './date-axis.ts';
import { WIDE } from './ink.ts';

/** Where figure 4 stands in its drawing, in px: across, the day a date was said; upwards, the date that was promised. */
export interface PromiseFrame {
  width: number;
  height: number;
  left: number;
  top: number;
  plotWidth: number;
  plotHeight: number;
  said: DateAxis;
  promised: DateAxis;
  /** Text is larger in the narrow drawing, which a phone may shrink. */
  font: number;
  wide: boolean;
  x: (day: Day) => number;
  y: (day: Day) => number;
}

const BOTTOM = 46;
const TOP = 44;
/** The share of the drawing that is kept free for words: above the latest date, and after an open end. */
const HEADROOM = 0.12;
const OPEN_END = 0.4;

/** The frame of figure 4 for at least one date. The as-at day is on it unless the promise ended before. */
export function promiseFrame(dates: DatesPromised, width: number): PromiseFrame {
  const wide = width >= WIDE;
  const [height, right, font] = wide ? [380, 24, 13] : [320, 8, 14];
  const plotHeight = height - TOP - BOTTOM;
  const ahead = valuesOf(dates).map(lastDay);
  const promised = dateAxis([...ahead, ...outcomeDay(dates)], plotHeight, { year: 24, month: 24 }, HEADROOM);
  const left = promised.inMonths ? 66 : 42;
  const plotWidth = width - left - right;
  const said = dateAxis(saidDays(dates), plotWidth, { year: 42, month: 70 }, isTakenBack(dates) ? OPEN_END : 0);
  const x = (day: Day) => left + (daysBetween(said.first, day) / said.days) * plotWidth;
  const y = (day: Day) => TOP + (1 - daysBetween(promised.first, day) / promised.days) * plotHeight;
  return { width, height, left, top: TOP, plotWidth, plotHeight, said, promised, font, wide, x, y };
}

const outcomeDay = ({ outcome }: DatesPromised): Day[] => (outcome ? [lastDay(outcome.date)] : []);

function saidDays(dates: DatesPromised): Day[] {
  const said = dates.dates.map(({ saidOn }) => firstDay(saidOn));
  if (dates.outcome) return [...said, ...outcomeDay(dates)];
  return isTakenBack(dates) ? said : [...said, dates.asAt];
}

/** A corner of the step line, in days on the two axes; `y` is null where the line breaks. */
export interface Corner {
  x: number;
  y: number | null;
}

/** The corners of the step line: level from each statement to the next, open where the date was taken back. */
export function stepCorners(dates: DatesPromised, { said, promised }: PromiseFrame): Corner[] {
  const at = (day: Day, height: number | null): Corner => ({ x: daysBetween(said.first, day), y: height });
  const corners: Corner[] = [];
  let level: number | null = null;
  for (const { saidOn, value } of dates.dates) {
    const day = firstDay(saidOn);
    if (value === null) corners.push(at(day, level), at(day, null));
    else corners.push(at(day, daysBetween(promised.first, lastDay(value))));
    level = corners.at(-1)?.y ?? null;
  }
  return level === null ? corners : [...corners, at(lineEnd(dates), level)];
}

/** The day at which the line stops: at the outcome, where the last date passed, or on the as-at day. */
function lineEnd({ dates, outcome, passed, asAt }: DatesPromised): Day {
  const last = dates.at(-1);
  if (outcome) return lastDay(outcome.date);
  if (!passed || !last?.value) return asAt;
  const [due, said] = [lastDay(last.value), firstDay(last.saidOn)];
  return due > said ? due : said;
}

/** The days between which the day said and the day promised can be the same; null where the axes do not meet. */
export function dayItself({ said, promised }: PromiseFrame): { from: Day; to: Day } | null {
  const from = said.first > promised.first ? said.first : promised.first;
  const to = said.last < promised.last ? said.last : promised.last;
  return from < to ? { from, to } : null;
}
