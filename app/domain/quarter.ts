import { addMonths, endOfMonth, format, parseISO } from 'date-fns';
import type { Day } from './partial-date.ts';

/**
 * A quarter of the financial year, which starts on 1 April: `2018-19-Q3` is October to December 2018.
 * On screen a quarter is always named by its months (GOV.UK style).
 */
export type Quarter = string;

const FORM = /^(\d{4})-(\d{2})-Q([1-4])$/;

/** True for `2018-19-Q3`; false for `2018-20-Q3`, whose years do not follow each other. */
export function isQuarter(text: string): boolean {
  const match = FORM.exec(text);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** The quarter that a day falls in. */
export function quarterOf(day: Day): Quarter {
  const year = Number(day.slice(0, 4));
  const calendarQuarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  const startYear = calendarQuarter === 1 ? year - 1 : year;
  const number = calendarQuarter === 1 ? 4 : calendarQuarter - 1;
  return `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}-Q${number}`;
}

/** First day of the quarter. Throws a RangeError for text that is not a quarter. */
export function quarterFirstDay(quarter: Quarter): Day {
  if (!isQuarter(quarter)) throw new RangeError(`Not a quarter: "${quarter}"`);
  const startYear = Number(quarter.slice(0, 4));
  const number = Number(quarter.slice(-1));
  return number === 4 ? `${startYear + 1}-01-01` : `${startYear}-${String(number * 3 + 1).padStart(2, '0')}-01`;
}

/** Last day of the quarter. */
export function quarterLastDay(quarter: Quarter): Day {
  return format(endOfMonth(addMonths(parseISO(quarterFirstDay(quarter)), 2)), 'yyyy-MM-dd');
}

function moved(quarter: Quarter, months: number): Quarter {
  return quarterOf(format(addMonths(parseISO(quarterFirstDay(quarter)), months), 'yyyy-MM-dd'));
}

/** The quarter after this one. */
export const nextQuarter = (quarter: Quarter): Quarter => moved(quarter, 3);
/** The quarter before this one. */
export const previousQuarter = (quarter: Quarter): Quarter => moved(quarter, -3);

/** Every quarter from `first` to `last`, both included, in order; empty when `last` comes before `first`. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let q = first; q <= last; q = nextQuarter(q)) quarters.push(q);
  return quarters;
}

/** Every quarter that ended before `today`, from the one that `start` falls in. */
export function endedQuarters(start: Day, today: Day): Quarter[] {
  return quartersBetween(quarterOf(start), previousQuarter(quarterOf(today)));
}

/** "October to December 2018". */
export function quarterLabel(quarter: Quarter): string {
  const first = parseISO(quarterFirstDay(quarter));
  return `${format(first, 'MMMM')} to ${format(addMonths(first, 2), 'MMMM yyyy')}`;
}

/** "Oct to Dec 2018", for figures and narrow tables. */
export function quarterShortLabel(quarter: Quarter): string {
  const first = parseISO(quarterFirstDay(quarter));
  return `${format(first, 'MMM')} to ${format(addMonths(first, 2), 'MMM yyyy')}`;
}

/** "Quarter 3 (October to December) 2018 to 2019", the long form of the financial year. */
export function quarterFinancialLabel(quarter: Quarter): string {
  const first = parseISO(quarterFirstDay(quarter));
  const startYear = Number(quarter.slice(0, 4));
  const months = `${format(first, 'MMMM')} to ${format(addMonths(first, 2), 'MMMM')}`;
  return `Quarter ${quarter.slice(-1)} (${months}) ${startYear} to ${startYear + 1}`;
}
