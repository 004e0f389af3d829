import type { LoaderFunctionArgs } from '@remix-run/node';
import { db } from '#app/db.server.ts';
import { figureRows, readFigure } from '#app/domain/figures.server.ts';
import { parseMilestoneQuery } from '#app/domain/registers/register-query.server.ts';
import { csvResponse } from '#app/downloads.server.ts';
import { found, queryOf, recordOf } from '#app/request.server.ts';

/** The rows of a figure as CSV: `/figures/milestones-by-quarter.csv?theme=DAT&asAt=2019-03-31`, `…?milestone=DAT-8.2`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { record } = await recordOf(request);
  const filters = queryOf(request, parseMilestoneQuery);
  const { theme } = filters;
  const milestone = new URL(request.url).searchParams.get('milestone');
  if (theme !== null)
    found(
      record.themes.find(({ code }) => code === theme),
      'theme',
      theme,
    );
  if (milestone !== null)
    found(
      record.milestones.find(({ code }) => code === milestone),
      'milestone',
      milestone,
    );
  const rows = found(
    await readFigure(db, params.figure ?? '', record, { ...filters, milestone }),
    'figure',
    params.figure,
  );
  const about = [theme, milestone].filter(Boolean).map((code) => `-${code}`);
  return csvResponse(`${params.figure}${about.join('')}-${record.day}.csv`, figureRows(rows));
}
