import { type DatesPromised, moveInWords } from './dates-promised.ts';
import type { DoneAgainstPromised } from './done-against-promised.ts';
import type { IndicatorView } from './indicators/indicator.ts';
import { OBSERVATION_STATUS_WORDS } from './indicators/value-words.ts';
import { type LateBy, lateByInWords } from './late-by.ts';
import { latenessInWords, monthsOf } from './lateness.ts';
import { sectorInWords } from './organisations/sector-words.ts';
import type { QuarterCounts } from './overview/quarter-counts.ts';
import type { ThemeStages } from './overview/stage-counts.ts';
import { formatPartialDate } from './partial-date.ts';
import type { AcrossSectors } from './partnerships/across-sectors.ts';
import { formatPeriod } from './period.ts';
import { type Quarter, quarterLabel } from './quarter.ts';
import type { Punctuality } from './ratings/punctuality.ts';
import { returnInWords } from './ratings/rating-words.ts';
import type { ConfidenceRow } from './ratings/ratings.ts';
import {
  CONFIRMATION_WORDS,
  FIGURE_GROUPS,
  GROUP_MARKS,
  MILESTONE_STATUS_WORDS,
  STAGE_ORDER,
  STAGE_WORDS,
} from './status-words.ts';
import type { Timeline } from './timeline.ts';

/** The rows of a figure, the same on the page, under the figure and in its CSV file. The first column names the row. */
export interface FigureRows {
  columns: { key: string; label: string; numeric?: boolean }[];
  rows: Record<string, string | number>[];
}

/** Figure 0: recommendations by theme and stage. */
export function stagesByThemeRows(themes: ThemeStages[]): FigureRows {
  const hasParts = themes.some(({ partOf }) => partOf !== null);
  return {
    columns: [
      { key: 'theme', label: 'Theme' },
      ...(hasParts ? [{ key: 'partOf', label: 'Part of' }] : []),
      ...STAGE_ORDER.map((stage) => ({ key: stage, label: STAGE_WORDS[stage].word, numeric: true })),
      { key: 'notJudged', label: 'Not judged by this day', numeric: true },
      { key: 'total', label: 'All', numeric: true },
    ],
    rows: themes.map(({ code, name, partOf, counts, notJudged, total }) => ({
      theme: `${name} (${code})`.replace(`(${code}) (${code})`, `(${code})`),
      ...(hasParts ? { partOf: partOf ?? '' } : {}),
      ...counts,
      notJudged,
      total,
    })),
  };
}

/** Figure 3: delivery confidence by recommendation and quarter. */
export function confidenceFigureRows(rows: ConfidenceRow[], quarters: Quarter[]): FigureRows {
  return {
    columns: [
      { key: 'code', label: 'Code' },
      { key: 'recommendation', label: 'Recommendation' },
      ...quarters.map((quarter) => ({ key: quarter, label: quarterLabel(quarter) })),
    ],
    rows: rows.map(({ code, title, returns }) => ({
      code,
      recommendation: title,
      ...Object.fromEntries(quarters.map((quarter, place) => [quarter, returnInWords(returns[place] ?? null)])),
    })),
  };
}

/** Figure 9: punctuality of returns by quarter. */
export function punctualityRows(rows: Punctuality[]): FigureRows {
  return {
    columns: [
      { key: 'quarter', label: 'Quarter' },
      { key: 'asked', label: 'Asked for', numeric: true },
      { key: 'inTime', label: 'In time', numeric: true },
      { key: 'late', label: 'Late', numeric: true },
      { key: 'missing', label: 'Missing', numeric: true },
      { key: 'outstanding', label: 'Not in yet', numeric: true },
    ],
    rows: rows.map(({ quarter, ...counts }) => ({ quarter: quarterLabel(quarter), ...counts })),
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

/** Figure 2: milestones due by the end of each quarter, and those of them that were done. */
export function doneAgainstPromisedRows(quarters: DoneAgainstPromised[]): FigureRows {
  return {
    columns: [
      { key: 'quarter', label: 'Quarter' },
      { key: 'promised', label: 'Promised by then', numeric: true },
      { key: 'done', label: 'Done by then', numeric: true },
    ],
    rows: quarters.map(({ label, soFar, promised, done }) => ({
      quarter: soFar ? `${label} (so far)` : label,
      promised,
      done,
    })),
  };
}

/** Figure 4: what was said of the date of a milestone and when, and last its outcome. */
export function datesPromisedRows({ dates, outcome }: DatesPromised): FigureRows {
  return {
    columns: [
      { key: 'said', label: 'Said' },
      { key: 'date', label: 'Date promised' },
      { key: 'change', label: 'Change from the date before' },
    ],
    rows: [
      ...dates.map((promised) => ({
        said: formatPartialDate(promised.saidOn),
        date: promised.value ? formatPartialDate(promised.value) : 'None',
        change: moveInWords(promised),
      })),
      ...(outcome ? [{ said: 'Outcome', date: formatPartialDate(outcome.date), change: outcome.word }] : []),
    ],
  };
}

/** Figure 6: how late each milestone is, most late first, and last those that cannot be compared, with the reason. */
export function lateByRows({ rows, leftOut }: LateBy): FigureRows {
  return {
    columns: [
      { key: 'milestone', label: 'Milestone' },
      { key: 'code', label: 'Code' },
      { key: 'status', label: 'Status' },
      { key: 'firstDate', label: 'First date' },
      { key: 'date', label: 'Outcome or latest date' },
      { key: 'months', label: 'Late by, months', numeric: true },
      { key: 'words', label: 'Late by, in words' },
    ],
    rows: [
      ...rows.map(({ title, code, status, firstDate, date, span }) => ({
        milestone: title,
        code,
        status: MILESTONE_STATUS_WORDS[status].word,
        firstDate: formatPartialDate(firstDate),
        date: formatPartialDate(date),
        // A few days early round to minus nought.
        months: monthsOf(span.days) || 0,
        words: lateByInWords(span),
      })),
      ...leftOut.flatMap(({ milestones }) =>
        milestones.map(({ title, code, status, firstDate, latestDate, outcome, lateness }) => ({
          milestone: title,
          code,
          status: MILESTONE_STATUS_WORDS[status].word,
          firstDate: firstDate ? formatPartialDate(firstDate) : 'None',
          date: outcome || latestDate ? formatPartialDate(outcome?.date ?? latestDate ?? '') : 'None',
          months: '',
          words: latenessInWords(lateness),
        })),
      ),
    ],
  };
}

/** Figure 7: the values of an indicator that stand, by period. A value keeps the digits it was published with. */
export function indicatorRows({ unit, values }: IndicatorView): FigureRows {
  return {
    columns: [
      { key: 'period', label: 'Period' },
      { key: 'series', label: 'Series' },
      { key: 'value', label: 'Value', numeric: true },
      { key: 'unit', label: 'Unit' },
      { key: 'status', label: 'Status' },
      { key: 'confirmation', label: 'How sure' },
      { key: 'source', label: 'Source' },
    ],
    rows: values.map(({ period, series, value, status, confirmation, source }) => ({
      period: formatPeriod(period),
      series,
      // Text that begins with a minus would be given a quote mark in a file.
      value: value.startsWith('-') ? Number(value) : value,
      unit,
      status: OBSERVATION_STATUS_WORDS[status],
      confirmation: CONFIRMATION_WORDS[confirmation].word,
      source: source?.title ?? 'None',
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

/** Figure 8: a row for each pair of sectors, and for each sector with itself. */
export function sectorsRows({ pairs }: AcrossSectors<{ name: string }>): FigureRows {
  return {
    columns: [
      { key: 'sector', label: 'Sector' },
      { key: 'other', label: 'And sector' },
      { key: 'partnerships', label: 'Partnerships', numeric: true },
      { key: 'names', label: 'Names' },
    ],
    rows: pairs.map(({ pair: [one, other], partnerships }) => ({
      sector: sectorInWords(one),
      other: sectorInWords(other),
      partnerships: partnerships.length,
      names: partnerships.map(({ name }) => name).join('; '),
    })),
  };
}
