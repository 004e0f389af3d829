import type { LoaderFunctionArgs } from '@remix-run/node';
import { recommendationRegister } from '#app/domain/registers/register.ts';
import { recommendationCsvRows } from '#app/domain/registers/register-csv.ts';
import { parseRecommendationQuery } from '#app/domain/registers/register-query.server.ts';
import { csvResponse } from '#app/downloads.server.ts';
import { queryOf, recordOf } from '#app/request.server.ts';

/** The recommendations that `/recommendations` shows for the same address, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { record } = await recordOf(request);
  const { rows } = recommendationRegister(record, queryOf(request, parseRecommendationQuery));
  return csvResponse(record.view, `recommendations-${record.day}.csv`, recommendationCsvRows(rows));
}
