import { daysBetween, firstDay, formatPartialDate, lastDay, type PartialDate } from '#app/domain/partial-date.ts';
import { groupOf, MILESTONE_STATUS_WORDS, type StatusGroup } from '#app/domain/status-words.ts';
import type { Timeline, TimelineRow } from '#app/domain/timeline.ts';

export const ROW_HEIGHT = 42;
const LABEL_WIDTH = 268;
/** Room at the right for the words "no date" after a line that ends open. */
const RIGHT = 12;

/** Where the rows stand in the drawing, in px, and how days become px. */
export interface TimelineFrame {
  width: number;
  height: number;
  left: number;
  top: number;
  plotWidth: number;
  plotHeight: number;
  /** Whole calendar years; day 0 of the axis is 1 January of the first. */
  firstYear: number;
  lastYear: number;
  days: number;
  pxPerDay: number;
  years: number[];
}

/** The frame of figure 5: whole years, from the first date of any kind to the last, with the as-at day in them. */
export function timelineFrame({ rows, asAt }: Timeline, width: number): TimelineFrame {
  const dates = [asAt, ...rows.flatMap(allDates)];
  const yearsNamed = dates.flatMap((date) => [firstDay(date), lastDay(date)]).map((day) => Number(day.slice(0, 4)));
  const firstYear = Math.min(...yearsNamed);
  const lastYear = Math.max(...yearsNamed);
  const days = daysBetween(`${firstYear}-01-01`, `${lastYear + 1}-01-01`);
  const [left, top, bottom] = [LABEL_WIDTH, 28, 26];
  const plotWidth = width - left - RIGHT;
  const plotHeight = rows.length * ROW_HEIGHT;
  const height = top + plotHeight + bottom;
  const years = yearsShown(firstYear, lastYear, plotWidth);
  return {
    width,
    height,
    left,
    top,
    plotWidth,
    plotHeight,
    firstYear,
    lastYear,
    days,
    pxPerDay: plotWidth / days,
    years,
  };
}

function allDates(row: TimelineRow): PartialDate[] {
  return [row.firstDate, ...row.laterDates, row.outcome?.date ?? null].filter((date) => date !== null);
}

function yearsShown(first: number, last: number, plotWidth: number): number[] {
  const count = last - first + 1;
  const step = [1, 2, 5, 10].find((years) => (plotWidth / count) * years >= 38) ?? 20;
  return Array.from({ length: count }, (_, index) => first + index).filter((year) => year % step === 0);
}

/** The place of a day on the axis, in days from the start of its first year. */
export function dayOnAxis(frame: Pick<TimelineFrame, 'firstYear'>, day: string): number {
  return daysBetween(`${frame.firstYear}-01-01`, day);
}

/** One mark: `x` in days on the axis (the last day of the date's period), `y` the row, `period` its length in days. */
export interface TimelineMark {
  x: number;
  y: number;
  period: number;
  kind: 'first' | 'later' | 'outcome' | 'passed' | 'taken back';
  group: StatusGroup;
  tip: string;
  /** The word written beside the mark, for an ending that its shape does not name. */
  word: string | null;
}

/** A period longer than a month is drawn as a band, so that it does not look exact. */
export function isLong(period: number): boolean {
  return period > 31;
}

/** The marks of every milestone, in the order in which they are painted. */
export function timelineMarks({ rows }: Timeline, frame: TimelineFrame): TimelineMark[] {
  return rows.flatMap((row, y) => {
    const place = (date: PartialDate) => ({
      x: dayOnAxis(frame, lastDay(date)),
      y,
      period: daysBetween(firstDay(date), lastDay(date)) + 1,
      group: groupOf(row.status),
    });
    const mark = (kind: TimelineMark['kind'], date: PartialDate, said: string, word: string | null): TimelineMark => ({
      ...place(date),
      kind,
      tip: `${row.code}|${said}: ${formatPartialDate(date)}`,
      word,
    });
    const end = ending(row);
    const first = row.firstDate ? [mark('first', row.firstDate, 'First promised', null)] : [];
    // A later date is not drawn beneath the ending that stands on the same day.
    const later = row.laterDates.filter(
      (date) => !end || end.kind === 'taken back' || lastDay(date) !== lastDay(end.date),
    );
    const last = end ? [mark(end.kind, end.date, end.said, end.word)] : [];
    return [...first, ...later.map((date) => mark('later', date, 'Later date', null)), ...last];
  });
}

interface Ending {
  kind: 'outcome' | 'passed' | 'taken back';
  date: PartialDate;
  said: string;
  word: string | null;
}

/** How a row ends: its outcome, else a cross where the date passed, or an open end where it was taken back. */
function ending(row: TimelineRow): Ending | null {
  if (row.outcome) {
    const { word, date } = row.outcome;
    const shown =
      groupOf(row.status) === 'ended otherwise' ? MILESTONE_STATUS_WORDS[row.status].word.toLowerCase() : null;
    return { kind: 'outcome', date, said: word, word: shown };
  }
  const date = row.laterDates.at(-1) ?? row.firstDate;
  if (date === null) return null;
  if (row.dateTakenBack)
    return { kind: 'taken back', date, said: 'Date taken back, no other given. It was', word: 'no date' };
  if (row.status !== 'date passed') return null;
  return { kind: 'passed', date, said: 'Date passed, no outcome found', word: null };
}

/** `text` in at most `most` lines of about `length` characters, cut with an ellipsis where it does not fit. */
export function wrapped(text: string, length: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const cut = (lines[most - 1] ?? '').slice(0, length - 1);
  return [...lines.slice(0, most - 1), `${cut}…`];
}
