import type { ObservationStatus } from '#db/tables/indicator.ts';
import type { Confirmation } from '#db/tables/source.ts';
import { differencesOf, type Labels } from '../editing/differences.ts';
import { type Day, lastDay, type PartialDate } from '../partial-date.ts';
import { firstDayOfPeriod, formatPeriod, type Period } from '../period.ts';
import { CONFIRMATION_WORDS } from '../status-words.ts';
import { standing } from './observations.ts';
import { isCount, isRank, OBSERVATION_STATUS_WORDS, withCommas } from './value-words.ts';

/** A value as somebody gives it. */
export interface GivenValue {
  period: Period;
  series: string;
  /** As it was published, "64.0". */
  value: string;
  status: ObservationStatus;
  confirmation: Confirmation;
  source: string | null;
  note: string | null;
}

/** A value of the record, as the rules read it. */
export interface KnownValue extends GivenValue {
  number: number;
  replaces: number | null;
  sourcePublishedOn: PartialDate | null;
}

/** Something that the record does not allow: the field, and what to do, in words that begin small. */
export interface ValueFault {
  field: 'period' | 'series' | 'value';
  mend: string;
}

/** A number as it was typed: with its published digits and without commas, or what to do. */
export type ReadNumber = { ok: true; value: string } | { ok: false; message: string };

const LONGEST_NUMBER = 20;
const EARLIEST = '1900-01-01';

/** Reads a number: "1,234.0" is 1234.0, its digits kept. Words, signs of money and other marks are refused. */
export function readNumber(text: string): ReadNumber {
  const typed = text.trim().replace(/^[−–]/, '-');
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed;
  if (/^-?\d+(\.\d+)?$/.test(plain)) return { ok: true, value: plain };
  return { ok: false, message: 'Enter the value as a plain number such as 240900 or 64.0, without its unit' };
}

/** What the indicator does not allow of a value, whatever stands; all at once. */
export function faultsOfValue(
  { period, series, value }: Pick<GivenValue, 'period' | 'series' | 'value'>,
  { unit, known }: { unit: string; known: readonly KnownValue[] },
  today: Day,
): ValueFault[] {
  return [
    ...periodFaults(period, known, today),
    ...seriesFaults(series, known),
    ...numberFaults(value, unit).map((mend) => ({ field: 'value' as const, mend })),
  ];
}

function periodFaults(period: Period, known: readonly KnownValue[], today: Day): ValueFault[] {
  const first = firstDayOfPeriod(period);
  if (first < EARLIEST) return [{ field: 'period', mend: 'give a period from 1900 on' }];
  if (first <= today || speaksAhead(known)) return [];
  return [
    {
      field: 'period',
      mend: `give a period that has begun: ${formatPeriod(period)} lies ahead, and no value of this indicator was ever published before its period began`,
    },
  ];
}

/** True for an indicator that holds a value published before its period began: a need, a rate set for the year to come. */
export function speaksAhead(known: readonly Pick<KnownValue, 'period' | 'sourcePublishedOn'>[]): boolean {
  return known.some(
    ({ period, sourcePublishedOn }) =>
      sourcePublishedOn !== null && lastDay(sourcePublishedOn) < firstDayOfPeriod(period),
  );
}

function seriesFaults(series: string, known: readonly KnownValue[]): ValueFault[] {
  if (series.length > 100) return [{ field: 'series', mend: 'shorten the name of the series to 100 characters' }];
  if (known.some((other) => other.series === series)) return [];
  const alike = known.find((other) => plainName(other.series) === plainName(series));
  return alike ? [{ field: 'series', mend: `write “${alike.series}”, as this series is called already` }] : [];
}

const plainName = (series: string): string =>
  series
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function numberFaults(value: string, unit: string): string[] {
  if (value.length > LONGEST_NUMBER) return [`shorten the number to ${LONGEST_NUMBER} characters`];
  if (isRank(unit) && !/^[1-9]\d*$/.test(value)) return ['give a whole place from 1, such as 4'];
  return isCount(unit) && Number(value) < 0 ? ['give a number that is not below zero'] : [];
}

type Key = Pick<GivenValue, 'period' | 'series'>;

/** True for two values of the same period and series, of which only one can stand. */
export const sameKey = (a: Key, b: Key): boolean => a.period === b.period && a.series === b.series;

/** The value of that period and series that stands. */
export function standingFor<T extends Key & Pick<KnownValue, 'number' | 'replaces'>>(
  known: readonly T[],
  key: Key,
): T | undefined {
  return standing(known).find((other) => sameKey(other, key));
}

/** The value that stands in place of the one with that number: itself, when nothing restated it. */
export function endOfChain<T extends Pick<KnownValue, 'number' | 'replaces'>>(
  known: readonly T[],
  number: number,
): T | undefined {
  const next = known.find(({ replaces }) => replaces === number);
  return next ? endOfChain(known, next.number) : known.find((other) => other.number === number);
}

/** What pages call the parts of a value. */
export const VALUE_LABELS: Labels<GivenValue> = {
  period: 'Period',
  series: 'Series',
  value: 'Value',
  status: 'Status',
  confirmation: 'How sure',
  source: 'Source',
  note: 'Note',
};

/** The parts of a value without what the record knows of it besides. */
export function givenOf({ period, series, value, status, confirmation, source, note }: GivenValue): GivenValue {
  return { period, series, value, status, confirmation, source, note };
}

/** The parts in which two values differ, in words; empty when they say the same. */
export function valueDifferences(before: GivenValue, after: GivenValue) {
  return differencesOf(VALUE_LABELS, givenOf(before), givenOf(after), (field, value) => {
    if (field === 'period') return formatPeriod(value);
    if (field === 'value') return withCommas(value);
    if (field === 'status') return OBSERVATION_STATUS_WORDS[value as ObservationStatus];
    return field === 'confirmation' ? CONFIRMATION_WORDS[value as Confirmation].word : value;
  });
}
