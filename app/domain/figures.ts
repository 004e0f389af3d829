import type { QuarterCounts } from './overview/quarter-counts.ts';
import type { ThemeStages } from './overview/stage-counts.ts';
import { formatPartialDate } from './partial-date.ts';
import { FIGURE_GROUPS, GROUP_MARKS, MILESTONE_STATUS_WORDS, STAGE_ORDER, STAGE_WORDS } from './status-words.ts';
import type { Timeline } from './timeline.ts';

/** The rows of a figure, the same on the page, under the figure and in its CSV file. The first column names the row. */
export interface FigureRows {
  columns: { key: string; label: string; numeric?: boolean }[];
  rows: Record<string, string | number>[];
}

/** Figure 0: recommendations by theme and stage. */
export function stagesByThemeRows(themes: ThemeStages[]): FigureRows {
  return {
    columns: [
      { key: 'theme', label: 'Theme' },
      ...STAGE_ORDER.map((stage) => ({ key: stage, label: STAGE_WORDS[stage].word, numeric: true })),
      { key: 'notJudged', label: 'Not judged by this day', numeric: true },
      { key: 'total', label: 'All', numeric: true },
    ],
    rows: themes.map(({ code, name, counts, notJudged, total }) => ({
      theme: `${name} (${code})`.replace(`(${code}) (${code})`, `(${code})`),
      ...counts,
      notJudged,
      total,
    })),
  };
}

/** Figure 1: milestones by quarter and group. */
export function statusOverTimeRows(quarters: QuarterCounts[]): FigureRows {
  return {
    columns: [
      { key: 'quarter', label: 'Quarter' },
      ...FIGURE_GROUPS.map((group) => ({ key: group, label: GROUP_MARKS[group].word, numeric: true })),
      { key: 'endedOtherwise', label: 'Ended otherwise (not drawn)', numeric: true },
    ],
    rows: quarters.map(({ label, soFar, counts, endedOtherwise }) => ({
      quarter: soFar ? `${label} (so far)` : label,
      ...counts,
      endedOtherwise,
    })),
  };
}

/** Figure 5: the milestones of a theme with their dates. */
export function timelineRows({ rows }: Timeline): FigureRows {
  return {
    columns: [
      { key: 'milestone', label: 'Milestone' },
      { key: 'code', label: 'Code' },
      { key: 'status', label: 'Status' },
      { key: 'firstDate', label: 'First date' },
      { key: 'laterDates', label: 'Dates announced later' },
      { key: 'outcome', label: 'Outcome' },
    ],
    rows: rows.map((row) => ({
      milestone: row.title,
      code: row.code,
      status: MILESTONE_STATUS_WORDS[row.status].word,
      firstDate: row.firstDate ? formatPartialDate(row.firstDate) : 'None',
      laterDates:
        [...row.laterDates.map(formatPartialDate), ...(row.dateTakenBack ? ['date taken back'] : [])].join('; ') ||
        'None',
      outcome: row.outcome ? `${row.outcome.word}, ${formatPartialDate(row.outcome.date)}` : 'None yet',
    })),
  };
}
