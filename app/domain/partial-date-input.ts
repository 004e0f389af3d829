import { isPartialDate, type PartialDate } from './partial-date.ts';

/** What a person typed into the three boxes of a date. */
export interface DateParts {
  day?: string;
  month?: string;
  year?: string;
}

export type PartKey = keyof DateParts;

/** A partial date, or the box that is wrong and what to do. */
export type ReadDate = { ok: true; value: PartialDate } | { ok: false; part: PartKey; message: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "10", "Oct" and "October" are month 10; "Q4" is the fourth calendar quarter. */
function readMonth(text: string): string | null {
  const word = text.trim().toLowerCase();
  if (/^q[1-4]$/.test(word)) return word.toUpperCase();
  const number = /^\d{1,2}$/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3)) + 1;
  return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : null;
}

/**
 * Reads the boxes of a date that may be known only to its month, its calendar quarter (Q1 to Q4 in the month's box) or
 * its year. `name` begins the messages: "The new date must include a year".
 */
export function readDateParts({ day = '', month = '', year = '' }: DateParts, name: string): ReadDate {
  const wrong = (part: PartKey, message: string): ReadDate => ({ ok: false, part, message });
  if (!/^\d{4}$/.test(year.trim()))
    return wrong(
      'year',
      year.trim() === '' ? `${name} must include a year` : `The year of ${lower(name)} must be four numbers, like 2026`,
    );
  if (month.trim() === '' && day.trim() === '') return { ok: true, value: year.trim() };
  const readable = readMonth(month);
  if (readable === null)
    return wrong('month', `The month of ${lower(name)} must be from 1 to 12, or a quarter from Q1 to Q4`);
  if (day.trim() === '') return { ok: true, value: `${year.trim()}-${readable}` };
  if (readable.startsWith('Q')) return wrong('day', `Leave the day of ${lower(name)} empty when you give a quarter`);
  const value = `${year.trim()}-${readable}-${day.trim().padStart(2, '0')}`;
  if (!isPartialDate(value)) return wrong('day', `${name} must be a day that exists`);
  return { ok: true, value };
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The boxes that show a date, the other way round. */
export function dateParts(date: PartialDate | null): Required<DateParts> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return { day, month, year };
}
