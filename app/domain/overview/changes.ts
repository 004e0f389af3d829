import { addDays, format, parseISO } from 'date-fns';
import { latenessInWords, moveLength } from '../lateness.ts';
import { isDateKind, isOutcomeKind } from '../milestone-status.ts';
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

/**
 * What changed from one day to another, both included, newest first: outcomes by the last day of their period, dates by
 * the first day of when they were said, and dates that passed by the day after they were due.
 */
export function changesBetween({ milestones }: RecordAsAt, from: Day, to: Day): WorldChange[] {
  return milestones
    .flatMap(changesOf)
    .filter(({ day }) => from <= day && day <= to)
    .sort((a, b) => b.day.localeCompare(a.day) || a.milestone.localeCompare(b.milestone));
}

function changesOf(milestone: MilestoneView): WorldChange[] {
  const about = { milestone: milestone.code, title: milestone.title, theme: milestone.theme };
  const dates = milestone.facts.filter((fact) => isDateKind(fact.kind));
  const said = dates.map((fact, i) => ({ ...about, ...dateChange(fact, dates[i - 1]) }));
  const outcomes = milestone.facts
    .filter((fact) => isOutcomeKind(fact.kind))
    .map((fact) => ({ ...about, ...outcomeChange(fact, milestone) }));
  const passed = milestone.status === 'date passed' && milestone.latestDate ? [passedChange(milestone.latestDate)] : [];
  return [...said.filter((change) => change.words !== ''), ...outcomes, ...passed.map((p) => ({ ...about, ...p }))];
}

type Change = Pick<WorldChange, 'type' | 'on' | 'day' | 'words'>;

function dateChange(fact: FactView, before: FactView | undefined): Change {
  const base = { on: fact.saidOn, day: firstDay(fact.saidOn) };
  if (fact.value === null) return { ...base, type: 'date taken back', words: 'Date taken back, and no other given' };
  const value = formatPartialDate(fact.value);
  if (!before) return { ...base, type: 'newly promised', words: `First promised for ${value}` };
  if (before.value === null) return { ...base, type: 'date moved', words: `New date given: ${value}` };
  return { ...base, type: 'date moved', words: moveInWords(before.value, fact.value) };
}

/** "Date moved from 2025 to 2026, about 12 months later"; empty when the date is only restated. */
export function moveInWords(from: PartialDate, to: PartialDate): string {
  if (from === to) return '';
  const change = `from ${formatPartialDate(from)} to ${formatPartialDate(to)}`;
  return `Date moved ${change}, ${moveLength(from, to)}`;
}

function outcomeChange(fact: FactView, milestone: MilestoneView): Change {
  const date = fact.value ?? fact.saidOn;
  const word = fact.kind === milestone.outcome?.kind ? MILESTONE_STATUS_WORDS[milestone.status].word : 'Partly met';
  const late = fact.kind === 'met' ? `, ${latenessInWords(milestone.lateness)}` : '';
  return { type: 'outcome', on: date, day: lastDay(date), words: `${word} ${onOrIn(date)}${late}` };
}

function passedChange(due: PartialDate): Change {
  const day = format(addDays(parseISO(lastDay(due)), 1), 'yyyy-MM-dd');
  return { type: 'date passed', on: due, day, words: `Date passed: it was due ${onOrIn(due)}` };
}
