import { latenessInWords, moveLength } from '../lateness.ts';
import { isDateKind } from '../milestone-status.ts';
import { formatPartialDate, onOrIn, type PartialDate } from '../partial-date.ts';
import type { MilestoneView, RecommendationView, RecordAsAt } from '../record/record.ts';
import { counted, listed } from '../sentences.ts';
import { MILESTONE_STATUS_WORDS, STAGE_WORDS } from '../status-words.ts';

/** The kinds of difference between two days, in the order in which they are told. */
export const DIFFERENCES = ['outcome', 'withdrawn', 'date moved', 'date passed', 'new', 'stage'] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];

/** One difference in where a milestone or a recommendation stood. */
export interface Difference {
  kind: DifferenceKind;
  subject: 'milestone' | 'recommendation';
  code: string;
  title: string;
  theme: string;
  before: string;
  after: string;
  /** How far a date moved, or how late an outcome came. */
  howFar: string | null;
  reason: string | null;
}

/** What differs between the record on one day and on a later one, in the order of `DIFFERENCES` and of the strategy. */
export function compareRecords(before: RecordAsAt, after: RecordAsAt): Difference[] {
  const milestones = new Map(before.milestones.map((milestone) => [milestone.code, milestone]));
  const recommendations = new Map(before.recommendations.map((row) => [row.code, row]));
  const differences = [
    ...after.milestones.flatMap((milestone) =>
      milestoneDifferences(milestones.get(milestone.code), milestone, after.isToday),
    ),
    ...after.recommendations.flatMap((row) => stageDifference(recommendations.get(row.code), row)),
  ];
  return DIFFERENCES.flatMap((kind) => differences.filter((difference) => difference.kind === kind));
}

/** "2 outcomes, 3 dates moved and 1 new milestone", or that nothing differs. */
export function differencesInWords(differences: readonly Difference[]): string {
  const words: Record<DifferenceKind, [string, string]> = {
    outcome: ['outcome', 'outcomes'],
    withdrawn: ['milestone withdrawn', 'milestones withdrawn'],
    'date moved': ['date moved', 'dates moved'],
    'date passed': ['date passed without an outcome', 'dates passed without an outcome'],
    new: ['new milestone', 'new milestones'],
    stage: ['stage judged anew', 'stages judged anew'],
  };
  const parts = DIFFERENCES.map((kind) => ({ kind, n: differences.filter((other) => other.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => counted(n, ...words[kind]));
  return parts.length > 0 ? listed(parts) : 'nothing changed';
}

function milestoneDifferences(before: MilestoneView | undefined, after: MilestoneView, isToday: boolean): Difference[] {
  const about = { subject: 'milestone' as const, code: after.code, title: after.title, theme: after.theme };
  const [was, is] = [before ? statusWord(before) : 'Not yet promised', statusWord(after)];
  const plain = { ...about, before: was, after: is, howFar: null, reason: null };
  if (after.outcome && !sameOutcome(before, after)) return [{ ...plain, ...outcomeDifference(after, isToday) }];
  if (!before) return [{ ...plain, kind: 'new', after: newWords(after) }];
  const moved = moveDifference(before, after);
  if (moved) return [{ ...plain, ...moved }];
  if (after.status === 'date passed' && before.status !== 'date passed')
    return [{ ...plain, kind: 'date passed', after: `${is}: it was due ${dueWords(after.latestDate)}` }];
  return [];
}

const statusWord = ({ status }: MilestoneView): string => MILESTONE_STATUS_WORDS[status].word;
const dueWords = (date: PartialDate | null): string => (date ? onOrIn(date) : 'on no date');

function newWords(milestone: MilestoneView): string {
  return `${statusWord(milestone)}, first promised for ${milestone.firstDate ? formatPartialDate(milestone.firstDate) : 'no date'}`;
}

function sameOutcome(before: MilestoneView | undefined, after: MilestoneView): boolean {
  return before?.outcome?.kind === after.outcome?.kind && before?.outcome?.date === after.outcome?.date;
}

/** A note on an outcome may tell what came after the quarter. */
const HELD_BACK = 'Notes on outcomes are not shown for an earlier day';

function outcomeDifference(
  after: MilestoneView,
  isToday: boolean,
): Pick<Difference, 'kind' | 'after' | 'howFar' | 'reason'> {
  const date = after.outcome ? ` ${onOrIn(after.outcome.date)}` : '';
  const fact = after.facts.find(({ kind, value }) => kind === after.outcome?.kind && value === after.outcome.date);
  return {
    kind: after.status === 'withdrawn' ? 'withdrawn' : 'outcome',
    after: `${statusWord(after)}${date}`,
    howFar: latenessInWords(after.lateness),
    reason: isToday ? (fact?.note ?? null) : HELD_BACK,
  };
}

function moveDifference(
  before: MilestoneView,
  after: MilestoneView,
): Pick<Difference, 'kind' | 'before' | 'after' | 'howFar' | 'reason'> | null {
  if (before.latestDate === after.latestDate || after.outcome) return null;
  // The statement that gave the new date, not one that repeated it.
  const known = new Set(before.facts.map((fact) => fact.number));
  const said = after.facts.find(
    (fact) => isDateKind(fact.kind) && fact.value === after.latestDate && !known.has(fact.number),
  );
  const shown = (date: PartialDate | null) => (date ? formatPartialDate(date) : 'No date');
  return {
    kind: 'date moved',
    before: shown(before.latestDate),
    after: after.latestDate ? shown(after.latestDate) : 'Date taken back',
    howFar: before.latestDate && after.latestDate ? moveLength(before.latestDate, after.latestDate) : null,
    reason: said?.note ?? null,
  };
}

function stageDifference(before: RecommendationView | undefined, after: RecommendationView): Difference[] {
  if (!after.stage || (before?.stage?.stage === after.stage.stage && before.stage.judgedOn === after.stage.judgedOn))
    return [];
  return [
    {
      kind: 'stage',
      subject: 'recommendation',
      code: after.code,
      title: after.title,
      theme: after.theme,
      before: before?.stage ? STAGE_WORDS[before.stage.stage].word : 'Not judged',
      after: STAGE_WORDS[after.stage.stage].word,
      howFar: null,
      reason: after.stage.reason,
    },
  ];
}
