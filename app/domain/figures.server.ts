import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Cell } from './cells.ts';
import { datesPromised } from './dates-promised.ts';
import { doneAgainstPromised } from './done-against-promised.ts';
import {
  confidenceFigureRows,
  datesPromisedRows,
  doneAgainstPromisedRows,
  type FigureRows,
  indicatorRows,
  lateByRows,
  punctualityRows,
  sectorsRows,
  stagesByThemeRows,
  statusOverTimeRows,
  timelineRows,
} from './figures.ts';
import { readIndicatorPage } from './indicators/indicators.server.ts';
import { lateBy } from './late-by.ts';
import { stagesByTheme } from './overview/stage-counts.ts';
import { readStatusOverTime } from './overview/status-over-time.server.ts';
import { acrossSectors } from './partnerships/across-sectors.ts';
import { readPartnershipsBy } from './partnerships/partnerships.server.ts';
import { readPunctuality } from './ratings/read-punctuality.server.ts';
import { readRatingsOf } from './ratings/read-ratings.server.ts';
import type { RecordAsAt } from './record/record.ts';
import { type MilestoneQuery, milestoneRegister } from './registers/register.ts';
import { codesWithin } from './themes/nesting.ts';
import { timelineOf } from './timeline.ts';

/** What a figure is asked for: the filters of the register, of which most figures know only the theme, or one milestone or indicator. */
export interface FigureQuery extends MilestoneQuery {
  milestone: string | null;
  indicator: string | null;
}

/** The rows of a figure by the name its address has; undefined for a name, milestone or indicator that there is not. */
export async function readFigure(
  db: Kysely<Database>,
  figure: string,
  record: RecordAsAt,
  query: FigureQuery,
): Promise<FigureRows | undefined> {
  const themes = query.theme === null ? null : codesWithin(record.themes, query.theme);
  const isOf = ({ theme }: { theme: string }): boolean => themes === null || themes.includes(theme);
  const milestones = record.milestones.filter(isOf);
  switch (figure) {
    case 'stages-by-theme':
      return stagesByThemeRows(stagesByTheme(record).filter(({ code }) => isOf({ theme: code })));
    case 'milestones-by-quarter':
      return statusOverTimeRows(await readStatusOverTime(db, record, themes ?? undefined));
    case 'timeline':
      return timelineRows(timelineOf(milestones, record.day, () => ''));
    case 'done-against-promised':
      return doneAgainstPromisedRows(
        doneAgainstPromised(milestoneRegister(record, query).rows, record.strategy.publishedOn, record.day),
      );
    case 'late-by':
      return lateByRows(lateBy(milestoneRegister(record, query).rows));
    case 'dates-promised': {
      const milestone = record.milestones.find(({ code }) => code === query.milestone);
      return milestone && datesPromisedRows(datesPromised(milestone, record.day));
    }
    case 'indicator': {
      const page = await readIndicatorPage(db, query.indicator ?? '', record);
      return page && indicatorRows(page.indicator);
    }
    case 'delivery-confidence': {
      const ratings = await readRatingsOf(db, record.recommendations.filter(isOf), record);
      return ratings ? confidenceFigureRows(ratings.rows, ratings.quarters) : undefined;
    }
    case 'punctuality':
      return punctualityRows(await readPunctuality(db, record.day));
    case 'sectors':
      return sectorsRows(acrossSectors(await readPartnershipsBy(db, record, themes)));
    default:
      return undefined;
  }
}

/** A figure's rows as a file gives them: the labels first. */
export function figureRows({ columns, rows }: FigureRows): Cell[][] {
  return [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ key }) => row[key] ?? null))];
}
