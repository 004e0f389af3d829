import { formatPartialDate } from '../partial-date.ts';
import type { RecordAsAt } from '../record/record.ts';
import { counted, listed } from '../sentences.ts';
import { isUnknownStage, THE_OFFICE_JUDGES } from '../stage.ts';
import { FIGURE_GROUPS, groupOf, STAGE_ORDER, STAGE_WORDS, type StatusGroup } from '../status-words.ts';
import { countStages, type StageCounts } from './stage-counts.ts';

/**
 * Where we are, in one generated paragraph: counts by stage, what cannot be said and why, and
 * whose reading it is.
 */
export function positionSentences(record: RecordAsAt): string[] {
  const { notJudged, total } = countStages(record.recommendations);
  return [...stageSentences(record), ...(notJudged === total ? [milestoneSentence(record)] : [])];
}

/** Recommendations by stage: counts, what cannot be said and why, and whose reading it is. */
export function stageSentences(record: RecordAsAt): string[] {
  const counts = countStages(record.recommendations);
  const governance = record.themes.filter((theme) => theme.crossCutting).map(({ code }) => code);
  const apart = record.recommendations.filter(({ theme }) => governance.includes(theme)).length;
  const subject = apart === 0 ? counted(counts.total, 'recommendation') : withGovernance(counts.total, apart);
  if (counts.total === 0) return ['No recommendation is recorded here.'];
  if (counts.notJudged === counts.total) return [`None of the ${subject} had been judged by this day.`];
  const judged = record.recommendations.map(({ stage }) => stage?.judgedOn ?? '').sort();
  const on = formatPartialDate(judged.at(-1) ?? record.day);
  return [
    `Of ${subject}, ${knownCounts(counts)}.`,
    ...unknownSentence(counts),
    `This is the reading of the ${readers(record)}; the latest judgement was made on ${on}.`,
  ];
}

/** The compilers, and how many stages the strategy office and the posts that answer for them have judged since. */
function readers({ strategy, recommendations }: RecordAsAt): string {
  const others = recommendations
    .flatMap(({ stage }) => stage?.judgedBy ?? [])
    .filter((by) => by !== strategy.assessedBy);
  const byOffice = others.filter((by) => by === THE_OFFICE_JUDGES).length;
  const byOwners = others.length - byOffice;
  return [
    strategy.assessedBy,
    ...(byOffice > 0 ? [`for ${counted(byOffice, 'recommendation')}, of the strategy office`] : []),
    ...(byOwners > 0 ? [`for ${counted(byOwners, 'recommendation')}, of the posts that answer for them`] : []),
  ].join(' and, ');
}

/** How the promises with a date stood, as counts. */
export function milestoneSentence({ milestones }: Pick<RecordAsAt, 'milestones'>): string {
  if (milestones.length === 0) return 'No milestone had been promised by then.';
  const count = (group: StatusGroup): number => milestones.filter(({ status }) => groupOf(status) === group).length;
  const parts = ([...FIGURE_GROUPS, 'ended otherwise'] as const).map((group) => ({ group, n: count(group) }));
  const words = parts
    .filter(({ n }) => n > 0)
    .map(({ group, n }, i) => `${n} ${i > 0 ? '' : n === 1 ? 'was ' : 'were '}${GROUP_IN_SENTENCE[group]}`);
  return `Of ${counted(milestones.length, 'milestone')} promised by then, ${listed(words)}.`;
}

const GROUP_IN_SENTENCE: Record<StatusGroup, string> = {
  'done by first date': 'done by the first date',
  'done late': 'done late',
  'date passed': 'past the latest date with no outcome yet',
  open: 'open',
  'ended otherwise': 'ended otherwise',
};

function withGovernance(total: number, apart: number): string {
  return `${counted(total, 'recommendation')} (${total - apart} under the themes and ${apart} on governance)`;
}

function knownCounts({ counts }: StageCounts): string {
  const parts = STAGE_ORDER.filter((stage) => !isUnknownStage(stage) && counts[stage] > 0).map(
    (stage, i) =>
      `${counts[stage]} ${i === 0 ? (counts[stage] === 1 ? 'is ' : 'are ') : ''}${STAGE_WORDS[stage].word.toLowerCase()}`,
  );
  return parts.length > 0 ? listed(parts) : 'none can be called delivered or not';
}

function unknownSentence({ counts, notJudged }: StageCounts): string[] {
  const none = counts['no public evidence'];
  const unassessed = counts['not assessed'] + notJudged;
  const reasons = [
    ...(none > 0 ? [`no public evidence was found for ${none}`] : []),
    ...(unassessed > 0 ? [`${unassessed} ${unassessed === 1 ? 'is' : 'are'} not assessed`] : []),
  ];
  return reasons.length > 0 ? [`For ${none + unassessed} it cannot be said: ${listed(reasons)}.`] : [];
}
