import type { Direction, ObservationStatus } from '#db/tables/indicator.ts';
import { onOrIn } from '../partial-date.ts';
import { formatPeriod, type Period } from '../period.ts';
import type { IndicatorView, ObservationView } from './indicator.ts';

/** How final a value is, as pages say it. */
export const OBSERVATION_STATUS_WORDS: Record<ObservationStatus, string> = {
  final: 'Final',
  provisional: 'Provisional',
  revised: 'Revised',
};

/** True for a unit whose values are places in an order, 1 being the best. */
export const isRank = (unit: string): boolean => /^rank\b/.test(unit);
const isShare = (unit: string): boolean => unit.startsWith('%');
const isMoney = (unit: string): boolean => unit.startsWith('£');
/** True where values count things: people, hubs, trials per year. */
export const isCount = (unit: string): boolean => !isRank(unit) && !isShare(unit) && !isMoney(unit);

/** The published digits with commas from 1,000: "64.0", "240,900". */
export function withCommas(value: string): string {
  const [whole = '', part] = value.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
}

/** A value with its sign and without the words of its unit: "£64.0bn", "1.67%", "4th", "240,900". */
export function formatNumber(value: string, unit: string): string {
  const number = withCommas(value);
  if (isRank(unit)) return `${number}${ordinalEnding(value)}`;
  if (isMoney(unit)) return number.replace(/^(-?)/, '$1£') + unit.slice(1);
  return isShare(unit) ? `${number}%` : number;
}

/** A value with its unit in words: "£64.0bn", "1.67% of GDP", "240,900 people", "4th". */
export function formatValue(value: string, unit: string): string {
  const number = formatNumber(value, unit);
  if (isShare(unit)) return `${number}${unit.slice(1)}`;
  return isCount(unit) ? `${number} ${unit}` : number;
}

function ordinalEnding(value: string): string {
  if (!/^\d+$/.test(value) || /1[123]$/.test(value)) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[Number(value.at(-1))] ?? 'th';
}

/** What a reader must know of a value wherever it stands: " (from memory)", " (provisional)", or nothing. */
export function marksOf({ confirmation, status }: Pick<ObservationView, 'confirmation' | 'status'>): string {
  const marks = [confirmation === 'memory' ? 'from memory' : '', status === 'provisional' ? 'provisional' : ''];
  const words = marks.filter(Boolean).join(', ');
  return words ? ` (${words})` : '';
}

/** "in 2019", "in 2021 to 2022", "on 30 November 2023". */
export function onOrInPeriod(period: Period): string {
  return period.length === 10 ? onOrIn(period) : `in ${formatPeriod(period)}`;
}

/** "411 trials per year in 2022", with what must be known of it. */
export function valueWithPeriod(value: ObservationView, unit: string): string {
  return `${formatValue(value.value, unit)}${marksOf(value)} ${onOrInPeriod(value.period)}`;
}

/** "133,000 people, 2030", for a value that stands by itself: its period may lie ahead. */
export function valueAndPeriod(value: ObservationView, unit: string): string {
  return `${formatValue(value.value, unit)}, ${formatPeriod(value.period)}${marksOf(value)}`;
}

/** The way the strategy wants a value to go, as a word of its own. */
export function directionWanted({ direction, unit }: Pick<IndicatorView, 'direction' | 'unit'>): string {
  if (isRank(unit) && direction === 'down') return 'Nearer to 1st';
  const words: Record<Direction, string> = { up: 'Higher', down: 'Lower', none: 'Neither higher nor lower' };
  return words[direction];
}
