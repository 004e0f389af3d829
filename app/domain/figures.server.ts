import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Cell } from './cells.ts';
import { type FigureRows, stagesByThemeRows, statusOverTimeRows, timelineRows } from './figures.ts';
import { stagesByTheme } from './overview/stage-counts.ts';
import { readStatusOverTime } from './overview/status-over-time.server.ts';
import type { RecordAsAt } from './record/record.ts';
import { timelineOf } from './timeline.ts';

/** The rows of a figure by the name its address has, of one theme or of all; undefined for a name that none has. */
export async function readFigure(
  db: Kysely<Database>,
  figure: string,
  record: RecordAsAt,
  theme: string | null,
): Promise<FigureRows | undefined> {
  const milestones = record.milestones.filter((milestone) => theme === null || milestone.theme === theme);
  switch (figure) {
    case 'stages-by-theme':
      return stagesByThemeRows(stagesByTheme(record).filter(({ code }) => theme === null || code === theme));
    case 'milestones-by-quarter':
      return statusOverTimeRows(await readStatusOverTime(db, record, theme ?? undefined));
    case 'timeline':
      return timelineRows(timelineOf(milestones, record.day, () => ''));
    default:
      return undefined;
  }
}

/** A figure's rows as a file gives them: the labels first. */
export function figureRows({ columns, rows }: FigureRows): Cell[][] {
  return [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ key }) => row[key] ?? null))];
}
