import type { MilestoneState } from './milestone-status.ts';
import { daysBetween, firstDay, isExact, lastDay, type PartialDate } from './partial-date.ts';

/** How far one date lies after another. Negative days mean earlier. */
export interface Span {
  /** From the last day of the first period to the last day of the second. */
  days: number;
  /** The least it can be, as the dates are known: to the first day of the second period. Equal to `days` when both are days. */
  atLeast: number;
  /** Both dates are known to the day. */
  exact: boolean;
}

/** How late a milestone is, or why that cannot be said. */
export type Lateness =
  | { comparable: true; basis: 'outcome' | 'latest date'; span: Span }
  | { comparable: false; reason: 'no first date' | 'no date' | 'partly met' | 'not met' | 'withdrawn' | 're-measured' };

/** The distance between two dates, each known as far as it is known. */
export function spanBetween(from: PartialDate, to: PartialDate): Span {
  const days = daysBetween(lastDay(from), lastDay(to));
  const atLeast = days >= 0 ? daysBetween(lastDay(from), firstDay(to)) : daysBetween(firstDay(from), lastDay(to));
  return { days, atLeast, exact: isExact(from) && isExact(to) };
}

/**
 * How late a milestone is (docs/method.md, "Late by"): from the first date to the outcome when it was met, else to the latest
 * date announced. A promise that ended otherwise has no lateness: what was not done in full cannot be early or late.
 */
export function latenessOf(state: MilestoneState): Lateness {
  const { firstDate, latestDate, outcome } = state;
  if (outcome && outcome.kind !== 'met') {
    const reason = outcome.kind === 'missed' ? 'not met' : outcome.kind;
    return { comparable: false, reason: reason as 'partly met' | 'not met' | 'withdrawn' | 're-measured' };
  }
  if (firstDate === null) return { comparable: false, reason: 'no first date' };
  if (outcome?.value) return { comparable: true, basis: 'outcome', span: spanBetween(firstDate, outcome.value) };
  if (latestDate === null) return { comparable: false, reason: 'no date' };
  return { comparable: true, basis: 'latest date', span: spanBetween(firstDate, latestDate) };
}

const DAYS_IN_A_MONTH = 365.25 / 12;

/** Months to the nearest whole one; days within a month keep their sign. */
export function monthsOf(days: number): number {
  return Math.round(days / DAYS_IN_A_MONTH);
}

const plural = (n: number, word: string): string => `${n.toLocaleString('en-GB')} ${word}${n === 1 ? '' : 's'}`;

/** The length of a span without its direction: "119 days", "about 8 months, at least 244 days". */
export function spanLength(span: Span): string {
  const days = Math.abs(span.days);
  if (span.exact) return plural(days, 'day');
  const months = monthsOf(days);
  const about = months >= 1 ? `about ${plural(months, 'month')}` : `about ${plural(days, 'day')}`;
  const atLeast = span.days > 0 ? span.atLeast : -span.atLeast;
  return atLeast > 0 ? `${about}, at least ${plural(atLeast, 'day')}` : `up to ${about}`;
}

/** "119 days late", "about 22 months early, at least 639 days", "on its first date". */
export function spanInWords(span: Span): string {
  if (span.days === 0) return 'on its first date';
  const [length, ...range] = spanLength(span).split(', ');
  return [`${length} ${span.days > 0 ? 'late' : 'early'}`, ...range].join(', ');
}

/** How far a date moved, without its range: "about 14 months later", "10 days earlier", "within the same period". */
export function moveLength(from: PartialDate, to: PartialDate): string {
  const span = spanBetween(from, to);
  if (span.days === 0) return 'within the same period';
  return `${spanLength(span).split(', ')[0]} ${span.days > 0 ? 'later' : 'earlier'}`;
}

const NOT_COMPARABLE: Record<Extract<Lateness, { comparable: false }>['reason'], string> = {
  'no first date': 'not known: no first date is recorded',
  'no date': 'cannot be said: the date was taken back',
  'partly met': 'not comparable: only partly met',
  'not met': 'not comparable: not met',
  withdrawn: 'not comparable: withdrawn',
  're-measured': 'not comparable: met by re-measurement',
};

/** How late, in words, for a milestone page, a table or a file. */
export function latenessInWords(lateness: Lateness): string {
  if (!lateness.comparable) return NOT_COMPARABLE[lateness.reason];
  if (lateness.basis === 'outcome') return spanInWords(lateness.span);
  if (lateness.span.days === 0) return 'no later date announced';
  const [length, ...range] = spanLength(lateness.span).split(', ');
  return [`latest date is ${length} ${lateness.span.days > 0 ? 'after' : 'before'} the first`, ...range].join(', ');
}
