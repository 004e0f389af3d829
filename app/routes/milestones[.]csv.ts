import type { LoaderFunctionArgs } from '@remix-run/node';
import { milestoneRegister } from '#app/domain/registers/register.ts';
import { milestoneCsvRows } from '#app/domain/registers/register-csv.ts';
import { parseMilestoneQuery } from '#app/domain/registers/register-query.server.ts';
import { csvResponse } from '#app/downloads.server.ts';
import { queryOf, recordOf } from '#app/request.server.ts';

/** The milestones that `/milestones` shows for the same address, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { record } = await recordOf(request);
  const { rows } = milestoneRegister(record, queryOf(request, parseMilestoneQuery));
  return csvResponse(record.view, `milestones-${record.day}.csv`, milestoneCsvRows(record, rows));
}
