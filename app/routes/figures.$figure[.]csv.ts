import type { LoaderFunctionArgs } from '@remix-run/node';
import { db } from '#app/db.server.ts';
import { figureRows, readFigure } from '#app/domain/figures.server.ts';
import { parseMilestoneQuery } from '#app/domain/registers/register-query.server.ts';
import { csvResponse } from '#app/downloads.server.ts';
import { found, queryOf, recordOf, requireAllowed } from '#app/request.server.ts';

/** The rows of a figure as CSV: `/figures/milestones-by-quarter.csv?theme=DAT&asAt=2019-03-31`, `…?indicator=EMP`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  if (params.figure === 'punctuality') await requireAllowed(request, 'commission');
  const { record } = await recordOf(request);
  const filters = queryOf(request, parseMilestoneQuery);
  const { theme } = filters;
  const search = new URL(request.url).searchParams;
  const [milestone, indicator] = [search.get('milestone'), search.get('indicator')];
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
  const ofIndicator = params.figure === 'indicator' && indicator !== null;
  const rows = found(
    await readFigure(db, params.figure ?? '', record, { ...filters, milestone, indicator }),
    ofIndicator ? 'indicator' : 'figure',
    ofIndicator ? indicator : params.figure,
  );
  const about = [theme, milestone, ofIndicator ? indicator : null].filter(Boolean).map((code) => `-${code}`);
  return csvResponse(record.view, `${params.figure}${about.join('')}-${record.day}.csv`, figureRows(rows));
}
