import { type Day, daysBetween } from '#app/domain/partial-date.ts';

/** An axis of days: whole years, or whole quarters where it spans two years or less. */
export interface DateAxis {
  first: Day;
  last: Day;
  /** The length in days; day 0 is `first`. */
  days: number;
  /** `at` in days from the start; a year or a month is named where it begins. */
  ticks: { at: number; text: string }[];
  /** True where the ticks name months. */
  inMonths: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const startOf = (month: number): Day => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/**
 * The axis over at least one day, `px` long. `room` is what a label needs: for a year, and for a month with its year.
 * At least `spare`, a share of the whole, is left free after the last day.
 */
export function dateAxis(days: readonly Day[], px: number, room: { year: number; month: number }, spare = 0): DateAxis {
  const months = days.map(monthOf);
  const [least, most] = [Math.min(...months), Math.max(...months) + 1];
  const unit = most - least <= 24 ? 3 : 12;
  const start = Math.floor(least / unit) * unit;
  let end = Math.ceil(most / unit) * unit;
  if (end - most < spare * (end - start)) end += unit;
  const fits = (step: number) => (px * step) / (end - start) >= (step < 12 ? room.month : room.year);
  const step = [1, 3, 6, 12, 24, 60, 120].find((months) => (months >= unit || unit === 3) && fits(months)) ?? 240;
  const from = Math.ceil(start / step) * step;
  const ticks = Array.from({ length: Math.max(0, Math.ceil((end - from) / step)) }, (_, i) => from + i * step);
  return {
    first: startOf(start),
    last: startOf(end),
    days: daysBetween(startOf(start), startOf(end)),
    ticks: ticks.map((month) => ({ at: daysBetween(startOf(start), startOf(month)), text: named(month, step) })),
    inMonths: step < 12,
  };
}

function named(month: number, step: number): string {
  const year = String(Math.floor(month / 12));
  return step < 12 ? `${MONTHS[month % 12]} ${year}` : year;
}
