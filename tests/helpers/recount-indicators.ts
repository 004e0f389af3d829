import { rowsOf } from './recount.ts';

/**
 * Indicators and their values told a second time, straight from the CSV files, and sharing nothing with the program.
 */
type Row = Record<string, string>;

export const INDICATORS = rowsOf('indicators.csv');
const OBSERVATIONS = rowsOf('observations.csv');
const SOURCES = new Map(rowsOf('sources.csv').map((row) => [row['code'], row]));

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "2021 to 2022", "30 November 2023", "October 2019", "2019". */
export function periodInWords(period = ''): string {
  const [year, rest] = period.split('/');
  if (rest) return `${year} to ${Number(year) + 1}`;
  const [y, month, day] = period.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], y].filter(Boolean).join(' ');
}

/** The last day of a period, as `YYYY-MM-DD`. */
const endText = (date = ''): string => {
  if (date.includes('/')) return `${Number(date.slice(0, 4)) + 1}-03-31`;
  const [year, month = '12', day] = date.split('-');
  return day ? date : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
};

/** "240,900 people", "£64.0bn", "1.67% of GDP", "4th". */
export function valueInWords(value = '', unit = ''): string {
  const digits = value.split('.')[1]?.length ?? 0;
  const number = Number(value).toLocaleString('en-GB', { minimumFractionDigits: digits });
  if (unit.startsWith('rank')) return `${number}${{ 1: 'st', 2: 'nd', 3: 'rd' }[number] ?? 'th'}`;
  if (unit.startsWith('£')) return `£${number}${unit.replace('£', '')}`;
  return unit.startsWith('%') ? number + unit : `${number} ${unit}`;
}

/** The values of an indicator by the end of their period: all of them, or those whose source was out by an earlier day. */
export function valuesOf(code = '', day: string | null = null): Row[] {
  return OBSERVATIONS.filter((row) => row['indicator'] === code && (day === null || isOutBy(row, day))).toSorted(
    (a, b) => endText(a['period']).localeCompare(endText(b['period'])),
  );
}

function isOutBy({ source }: Row, day: string): boolean {
  const published = SOURCES.get(source)?.['published_on'];
  return !!published && endText(published) <= day;
}

/** Where a value was seen, as words that its row must hold. */
export function seenIn({ confirmation, source }: Row): string {
  return confirmation === 'memory' ? 'From memory: check before use' : (SOURCES.get(source)?.['title'] ?? '?');
}

/** The indicators of a theme that have a value, today or on an earlier day. */
export function indicatorsOf(theme: string, day: string | null = null): Row[] {
  return INDICATORS.filter((row) => row['theme'] === theme && valuesOf(row['code'], day).length > 0);
}
