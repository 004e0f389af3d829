import { addDays, format, parseISO } from 'date-fns';
import { latenessInWords, moveLength } from '../lateness.ts';
import { isOutcomeKind } from '../milestone-status.ts';
import { type Day, firstDay, formatPartialDate, lastDay, onOrIn, type PartialDate } from '../partial-date.ts';
import type { FactView, MilestoneView, RecordAsAt } from '../record/record.ts';
import { MILESTONE_STATUS_WORDS } from '../status-words.ts';

export type ChangeType = 'outcome' | 'date moved' | 'date taken back' | 'date passed' | 'newly promised';

/** Something that changed in the world, as the record tells it. */
export interface WorldChange {
  type: ChangeType;
  /** When it changed, as far as it is known. */
  on: PartialDate;
  /** The day it is ordered by and counted on. */
  day: Day;
  milestone: string;
  title: string;
  theme: string;
  words: string;
}

/** A change before it is put into words: of most, only the day is looked at. */
interface Candidate extends Pick<WorldChange, 'type' | 'on' | 'day'> {
  of: MilestoneView;
  /** The fact that tells it, and the date that stood before; null where a date passed. */
  fact: FactView | null;
  before: FactView | null;
}

/** What changed lately; `last` is the newest change of all, `latestFact` the newest that somebody recorded. */
export interface LatestChanges {
  since: WorldChange[];
  last: WorldChange | null;
  latestFact: WorldChange | null;
}

/**
 * What changed from a day on, newest first: outcomes by the last day of their period, dates by the first day of when they
 * were said, and dates that passed by the day after they were due. Nothing from before the strategy was published counts.
 */
export function changesSince(record: RecordAsAt, from: Day): LatestChanges {
  const all = record.milestones.flatMap(candidatesOf).filter(({ day }) => day >= record.strategy.publishedOn);
  const newest = (candidates: Candidate[]): WorldChange | null => {
    const best = candidates.reduce<Candidate | null>((a, b) => (a && newestFirst(a, b) <= 0 ? a : b), null);
    return best && inWords(best);
  };
  return {
    since: all
      .filter(({ day }) => day >= from)
      .sort(newestFirst)
      .map(inWords),
    last: newest(all),
    latestFact: newest(all.filter(({ fact }) => fact !== null)),
  };
}

function newestFirst(a: Candidate, b: Candidate): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.of.code < b.of.code ? -1 : 1;
}

function candidatesOf(of: MilestoneView): Candidate[] {
  const candidates: Candidate[] = [];
  let before: FactView | null = null;
  for (const fact of of.facts) {
    const { value, saidOn } = fact;
    if (isOutcomeKind(fact.kind)) {
      const on = value ?? saidOn;
      candidates.push({ type: 'outcome', on, day: lastDay(on), of, fact, before });
      continue;
    }
    // A date that repeats the one before is no change.
    if (before === null || value === null || value !== before.value)
      candidates.push({ type: dateChangeType(value, before), on: saidOn, day: firstDay(saidOn), of, fact, before });
    before = fact;
  }
  if (of.status === 'date passed' && of.latestDate)
    candidates.push({ type: 'date passed', on: of.latestDate, day: dayAfter(of.latestDate), of, fact: null, before });
  return candidates;
}

function dateChangeType(value: PartialDate | null, before: FactView | null): ChangeType {
  if (value === null) return 'date taken back';
  return before ? 'date moved' : 'newly promised';
}

const dayAfter = (due: PartialDate): Day => format(addDays(parseISO(lastDay(due)), 1), 'yyyy-MM-dd');

function inWords(candidate: Candidate): WorldChange {
  const { type, on, day, of } = candidate;
  return { type, on, day, milestone: of.code, title: of.title, theme: of.theme, words: wordsOf(candidate) };
}

function wordsOf({ on, of, fact, before }: Candidate): string {
  if (fact === null) return `Date passed: it was due ${onOrIn(on)}`;
  if (isOutcomeKind(fact.kind)) return outcomeInWords(fact, on, of);
  if (fact.value === null) return 'Date taken back, and no other given';
  return dateInWords(fact.value, before);
}

function dateInWords(value: PartialDate, before: FactView | null): string {
  if (!before) return `First promised for ${formatPartialDate(value)}`;
  if (before.value === null) return `New date given: ${formatPartialDate(value)}`;
  return moveInWords(before.value, value);
}

/** "Date moved from 2025 to 2026, about 12 months later". */
export function moveInWords(from: PartialDate, to: PartialDate): string {
  const change = `from ${formatPartialDate(from)} to ${formatPartialDate(to)}`;
  return `Date moved ${change}, ${moveLength(from, to)}`;
}

function outcomeInWords(fact: FactView, on: PartialDate, milestone: MilestoneView): string {
  const word = fact.kind === milestone.outcome?.kind ? MILESTONE_STATUS_WORDS[milestone.status].word : 'Partly met';
  const late = fact.kind === 'met' ? `, ${latenessInWords(milestone.lateness)}` : '';
  return `${word} ${onOrIn(on)}${late}`;
}
