import type { LoaderFunctionArgs } from '@remix-run/node';
import { db } from '#app/db.server.ts';
import { figureRows, readFigure } from '#app/domain/figures.server.ts';
import { csvResponse } from '#app/downloads.server.ts';
import { found, recordOf } from '#app/request.server.ts';

/** The rows of a figure as CSV: `/figures/milestones-by-quarter.csv?theme=DAT&asAt=2019-03-31`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { record } = await recordOf(request);
  const theme = new URL(request.url).searchParams.get('theme');
  if (theme !== null)
    found(
      record.themes.find(({ code }) => code === theme),
      'theme',
      theme,
    );
  const rows = found(await readFigure(db, params.figure ?? '', record, theme), 'figure', params.figure);
  return csvResponse(`${params.figure}${theme ? `-${theme}` : ''}-${record.day}.csv`, figureRows(rows));
}
