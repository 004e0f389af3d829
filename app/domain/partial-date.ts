import { differenceInCalendarDays, format, getDaysInMonth, isValid, parseISO } from 'date-fns';

/**
 * A date as precisely as it is known: `2019-10-01`, `2019-10`, `2019-Q4` (calendar quarter) or `2019`.
 * Promises and outcomes are ordered by the last day of the period, the day a thing was said by the first.
 */
export type PartialDate = string;

/** A whole calendar day, `YYYY-MM-DD`. */
export type Day = string;

const FORM = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])(?:-(\d{2}))?))?$/;

/** True for text in one of the four forms that names a day, month, quarter or year which exists. */
export function isPartialDate(text: string): boolean {
  const match = FORM.exec(text);
  if (!match) return false;
  return match[4] === undefined || isDay(text);
}

/** True for `YYYY-MM-DD` text that names a day of the calendar; 30 February is not one. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

function parts(date: PartialDate): { year: string; quarter: number | null; month: string | null } {
  const match = FORM.exec(date);
  if (!match?.[1]) throw new RangeError(`Not a partial date: "${date}"`);
  return { year: match[1], quarter: match[2] ? Number(match[2]) : null, month: match[3] ?? null };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** First day of the period that the date names. */
export function firstDay(date: PartialDate): Day {
  if (date.length === 10) return date;
  const { year, quarter, month } = parts(date);
  if (quarter) return `${year}-${two(quarter * 3 - 2)}-01`;
  return `${year}-${month ?? '01'}-01`;
}

/** Last day of the period that the date names. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 10) return date;
  const { year, quarter, month } = parts(date);
  const lastMonth = quarter ? two(quarter * 3) : (month ?? '12');
  return `${year}-${lastMonth}-${getDaysInMonth(new Date(Number(year), Number(lastMonth) - 1))}`;
}

/** True when the date is known to the day. */
export function isExact(date: PartialDate): boolean {
  return date.length === 10;
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

const QUARTER_MONTHS = ['January to March', 'April to June', 'July to September', 'October to December'];

/** GOV.UK style, no more precise than the date is: "1 October 2019", "October 2019", "October to December 2019", "2019". */
export function formatPartialDate(date: PartialDate): string {
  const { year, quarter, month } = parts(date);
  if (quarter) return `${QUARTER_MONTHS[quarter - 1]} ${year}`;
  if (!month) return year;
  return format(parseISO(firstDay(date)), date.length === 10 ? 'd MMMM yyyy' : 'MMMM yyyy');
}

/** "on 1 October 2019", "in October 2019": the preposition English wants before the date. */
export function onOrIn(date: PartialDate): string {
  return `${isExact(date) ? 'on' : 'in'} ${formatPartialDate(date)}`;
}
