import { type Day, firstDay, formatPartialDate, isPartialDate, lastDay } from './partial-date.ts';

/** What a measured value is of: a partial date, or a financial year from 1 April, `2021/22`. */
export type Period = string;

const FINANCIAL_YEAR = /^(\d{4})\/(\d{2})$/;

/** True for a partial date, and for a financial year whose second part is the year after the first. */
export function isPeriod(text: string): boolean {
  const match = FINANCIAL_YEAR.exec(text);
  if (!match) return isPartialDate(text);
  return (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** First day of the period. */
export function firstDayOfPeriod(period: Period): Day {
  const match = FINANCIAL_YEAR.exec(period);
  return match ? `${match[1]}-04-01` : firstDay(period);
}

/** Last day of the period. */
export function lastDayOfPeriod(period: Period): Day {
  const match = FINANCIAL_YEAR.exec(period);
  return match ? `${Number(match[1]) + 1}-03-31` : lastDay(period);
}

/** "2017", "October 2019", and for a financial year "2021 to 2022". */
export function formatPeriod(period: Period): string {
  const match = FINANCIAL_YEAR.exec(period);
  return match ? `${match[1]} to ${Number(match[1]) + 1}` : formatPartialDate(period);
}
