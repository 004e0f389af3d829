import type { LoaderFunctionArgs } from '@remix-run/node';
import { db } from '#app/db.server.ts';
import { quarterAsAt } from '#app/domain/quarters/quarter-page.server.ts';
import { summaryJson } from '#app/domain/quarters/summary.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { jsonResponse } from '#app/downloads.server.ts';
import { quarterIn } from '#app/request.server.ts';

/** Every milestone as it stood at the end of a quarter, as JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { quarter, today, view } = await quarterIn(request, params.quarter);
  const record = await readRecordAsAt(db, quarterAsAt(quarter, { today, view }));
  return jsonResponse(view, `${quarter}-summary.json`, summaryJson(record, quarter));
}
