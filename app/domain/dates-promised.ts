import type { FactKind } from '#db/tables/milestone-fact.ts';
import { FACT_WORDS } from './fact-words.ts';
import { spanBetween, spanInWords } from './lateness.ts';
import { isDateKind } from './milestone-status.ts';
import { type Day, formatPartialDate, lastDay, type PartialDate } from './partial-date.ts';
import type { MilestoneView } from './record/record.ts';
import { MILESTONE_STATUS_WORDS, type StatusGroup } from './status-words.ts';

/** A date as it was promised once. `value` is null where the date was taken back. */
export interface PromisedDate {
  kind: FactKind;
  saidOn: PartialDate;
  value: PartialDate | null;
  /** The date said before it; null for the first and after one that was taken back. */
  before: PartialDate | null;
}

/** Figure 4 as its loader hands it over: what was promised for one milestone, in the order said, and how it ended. */
export interface DatesPromised {
  code: string;
  title: string;
  asAt: Day;
  dates: PromisedDate[];
  outcome: { word: string; date: PartialDate; group: StatusGroup } | null;
  /** The latest date has passed with no outcome by the as-at day. */
  passed: boolean;
  noOutcomeFound: boolean;
}

/** What was promised for a milestone and when it was said, as far as `asAt` knows. */
export function datesPromised(milestone: MilestoneView, asAt: Day): DatesPromised {
  const { code, title, status, outcome, noOutcomeFound } = milestone;
  const { word, group } = MILESTONE_STATUS_WORDS[status];
  const said = milestone.facts.filter(({ kind }) => isDateKind(kind));
  return {
    code,
    title,
    asAt,
    dates: said.map(({ kind, saidOn, value }, i) => ({ kind, saidOn, value, before: said[i - 1]?.value ?? null })),
    outcome: outcome && { word, date: outcome.date, group },
    passed: status === 'date passed',
    noOutcomeFound,
  };
}

/** True when the dates of a milestone are worth a drawing: something was said of its date three times, twice with a date. */
export function hasDatesPromised({ dates }: DatesPromised): boolean {
  return dates.length >= 3 && dates.filter(({ value }) => value !== null).length >= 2;
}

/** The dates that were promised, in the order said. */
export function valuesOf({ dates }: DatesPromised): PartialDate[] {
  return dates.flatMap(({ value }) => value ?? []);
}

/** How often the date moved; one that is only given again, or more closely, did not. */
export function timesMoved(promised: DatesPromised): number {
  const values = valuesOf(promised);
  return values.filter((value, i) => i > 0 && lastDay(value) !== lastDay(values[i - 1] ?? value)).length;
}

/** True when the last thing said was that the date no longer holds, and no outcome came. */
export function isTakenBack({ dates, outcome }: DatesPromised): boolean {
  return outcome === null && dates.at(-1)?.value === null;
}

/** What a statement did to the date: "First date", "184 days later", "The same date again", "Date taken back". */
export function moveInWords({ kind, value, before }: PromisedDate): string {
  if (value === null) return 'Date taken back';
  if (before === null) return FACT_WORDS[kind].word;
  if (value === before) return 'The same date again';
  const moved = spanBetween(before, value);
  if (moved.days === 0) return 'The same last day';
  return spanInWords(moved).replace(/\b(late|early)\b/, (word) => (word === 'late' ? 'later' : 'earlier'));
}

/** "Said 26 March 2020: 30 September 2020". */
export function saidInWords({ saidOn, value }: Pick<PromisedDate, 'saidOn' | 'value'>): string {
  return `Said ${formatPartialDate(saidOn)}: ${value ? formatPartialDate(value) : 'date taken back, no other given'}`;
}
