import { doneAgainstPromised, notCountedAsDone } from '../../done-against-promised.ts';
import {
  confidenceTitle,
  doneAgainstPromisedTitle,
  lateByTitle,
  stagesTitle,
  statusOverTimeTitle,
} from '../../figure-titles.ts';
import {
  confidenceFigureRows,
  doneAgainstPromisedRows,
  lateByRows,
  stagesByThemeRows,
  statusOverTimeRows,
} from '../../figures.ts';
import { groupBy } from '../../group-by.ts';
import { type LateBy, lateBy } from '../../late-by.ts';
import { endedOtherwise } from '../../overview/ended-otherwise.ts';
import { countStages, stagesByTheme, themesInWords } from '../../overview/stage-counts.ts';
import { formatPartialDate } from '../../partial-date.ts';
import { quartersOf } from '../../ratings/rating-words.ts';
import { confidenceRows } from '../../ratings/ratings.ts';
import type { MilestoneView } from '../../record/record.ts';
import { counted, listed } from '../../sentences.ts';
import { MILESTONE_STATUS_WORDS } from '../../status-words.ts';
import type { Block, DocumentFigure, Section } from '../document.ts';
import { figureTable, section } from '../parts.ts';
import { hasRatings, type SummaryInput } from '../summary-input.ts';

/** The figures of the whole strategy, with the numbers that they have on the site. */
export function figuresSection(input: SummaryInput): Section[] {
  const judged = input.record.recommendations.some(({ stage }) => stage !== null);
  return section('figures', 'Figures', [
    ...(judged ? [{ kind: 'figure' as const, figure: stagesFigure(input) }] : []),
    ...(input.record.milestones.length > 0 ? milestoneFigures(input) : []),
    ...(hasRatings(input)
      ? [{ kind: 'figure' as const, figure: confidenceFigure(input), field: 'ratings' as const }]
      : []),
  ]);
}

function milestoneFigures(input: SummaryInput): Block[] {
  return [statusFigure(input), doneFigure(input), lateFigure(input)].map((figure) => ({ kind: 'figure', figure }));
}

const DATES = 'the dates and outcomes recorded for each milestone; the spreadsheets name the source of each.';

/** Figure 0: a table is the figure. Stages that no recommendation has have no column. */
export function stagesFigure({ record }: SummaryInput): DocumentFigure {
  const all = countStages(record.recommendations);
  const { columns, rows } = stagesByThemeRows([
    ...stagesByTheme(record).filter(({ total }) => total > 0),
    { ...all, code: 'All', name: 'All', partOf: null, depth: 0, crossCutting: false },
  ]);
  const used = columns.filter(({ key }, i) => i === 0 || rows.some((row) => row[key] !== 0));
  const named = rows.map((row) => ({ ...row, theme: String(row['theme']).replace(/ \(All\)$/, '') }));
  return {
    ...{ id: 'figure-0', number: 0, title: stagesTitle(all), drawing: null, note: null, leftOut: null },
    subtitle: `Number of recommendations by theme and stage, ${formatPartialDate(record.day)}.${themesInWords(record.themes)}`,
    source: `the judgements of the ${record.strategy.assessedBy} and of those who answer for each; each reason is given under its theme.`,
    table: figureTable(
      'figure-0-rows',
      'Recommendations by theme and stage',
      { columns: used, rows: named },
      { printed: true, sheet: 'Figure 0' },
    ),
  };
}

function statusFigure({ overTime, record, maker }: SummaryInput): DocumentFigure {
  const [first, last] = [overTime[0]?.label ?? '', overTime.at(-1)?.label ?? ''];
  return {
    ...{ id: 'figure-1', number: 1, title: statusOverTimeTitle(overTime), source: DATES },
    subtitle: `Number of milestones promised by then, the whole strategy, at the end of each quarter, ${first} to ${last}.`,
    note: 'A milestone is counted from the day its first date was said, so the bars grow as promises are made.',
    leftOut: leftOutInWords('that ended otherwise', byStatus(endedOtherwise(record.milestones))),
    drawing: maker.draw({ id: 'summary-1', figure: 'milestones-by-quarter', rows: overTime }),
    table: figureTable('figure-1-rows', 'Milestones by quarter', statusOverTimeRows(overTime), { sheet: 'Figure 1' }),
  };
}

function doneFigure({ record, maker }: SummaryInput): DocumentFigure {
  const quarters = doneAgainstPromised(record.milestones, record.strategy.publishedOn, record.day).map((one) => ({
    ...one,
    soFar: one.soFar && record.isToday,
  }));
  const { endedOtherwise: ended, noFirstDate } = notCountedAsDone(record.milestones, record.day);
  const leftOut = [
    leftOutInWords('that ended otherwise are counted as promised and never as done', byStatus(ended), ''),
    leftOutInWords('without a first date', [{ word: 'No first date', milestones: noFirstDate }]),
  ].filter((words) => words !== null);
  return {
    ...{ id: 'figure-2', number: 2, title: doneAgainstPromisedTitle(quarters, 'by this day'), source: DATES },
    subtitle:
      'Milestones due by their first date, and how many of them were done, the whole strategy, at the end of each quarter.',
    note: 'A milestone is counted as promised from the day its first date came, however often the date was moved, and as done only when what was promised was there in full.',
    leftOut: leftOut.length > 0 ? leftOut.join(' ') : null,
    drawing: maker.draw({ id: 'summary-2', figure: 'done-against-promised', rows: quarters }),
    table: figureTable('figure-2-rows', 'Milestones done against promised', doneAgainstPromisedRows(quarters), {
      sheet: 'Figure 2',
    }),
  };
}

/** More bars than this are no longer readable on a page; the table has them all. */
const BARS_DRAWN = 20;

function lateFigure({ record, maker }: SummaryInput): DocumentFigure {
  const lateness = lateBy(record.milestones);
  const { rows } = lateness;
  const cut =
    rows.length > BARS_DRAWN
      ? ` The ${BARS_DRAWN} that are most late are drawn; the spreadsheet has all ${rows.length}.`
      : '';
  return {
    ...{ id: 'figure-6', number: 6, title: lateByTitle(rows), source: DATES },
    subtitle: `Months from the first date to the outcome, or to the latest date announced where there is none: the whole strategy, most late first.${cut}`,
    note: 'A date known only to its month, quarter or year is counted from or to its last day.',
    leftOut: lateLeftOut(lateness),
    drawing: maker.draw({ id: 'summary-6', figure: 'late-by', rows: rows.slice(0, BARS_DRAWN) }),
    table: figureTable('figure-6-rows', 'How late milestones are', lateByRows(lateness), {
      sheet: 'Figure 6',
      keyColumn: 1,
    }),
  };
}

const lateLeftOut = ({ leftOut }: LateBy): string | null =>
  leftOutInWords(
    'that cannot be compared',
    leftOut.map(({ reason, milestones }) => ({ word: reason, milestones })),
  );

function confidenceFigure({ record, rated }: SummaryInput): DocumentFigure {
  const quarters = quartersOf(rated);
  const rows = confidenceRows(record.recommendations, quarters, rated);
  const many = quarters.length === 1 ? 'in the one quarter' : `in the last ${quarters.length} quarters`;
  return {
    ...{ id: 'figure-3', number: 3, title: confidenceTitle(rows, quarters), drawing: null, leftOut: null },
    subtitle: `Delivery confidence as owners judged it, by recommendation, ${many} that had returns.`,
    note: 'A rating is a judgement, not a sum. What each means is in the definitions.',
    source: 'the returns of the posts that answer for each.',
    table: figureTable('figure-3-rows', 'Delivery confidence by quarter', confidenceFigureRows(rows, quarters), {
      printed: true,
      sheet: 'Figure 3',
    }),
  };
}

interface Named {
  word: string;
  milestones: readonly Pick<MilestoneView, 'code'>[];
}

const byStatus = (milestones: readonly MilestoneView[]): Named[] =>
  [...groupBy(milestones, ({ status }) => MILESTONE_STATUS_WORDS[status].word)].map(([word, own]) => ({
    word,
    milestones: own,
  }));

/** "Left out: 3 milestones that ended otherwise. Partly met: DAT-1.1 and DAT-1.2. Withdrawn: …"; null for none. */
function leftOutInWords(what: string, groups: Named[], lead = 'Left out: '): string | null {
  const named = groups.filter(({ milestones }) => milestones.length > 0);
  const total = named.reduce((sum, { milestones }) => sum + milestones.length, 0);
  if (total === 0) return null;
  const codes = named.map(
    ({ word, milestones }) =>
      `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${listed(milestones.map(({ code }) => code))}.`,
  );
  return `${lead}${counted(total, 'milestone')} ${what}. ${codes.join(' ')}`;
}
