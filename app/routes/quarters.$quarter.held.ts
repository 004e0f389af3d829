import type { LoaderFunctionArgs } from '@remix-run/node';
import { db } from '#app/db.server.ts';
import { readHeld } from '#app/domain/quarters/held.server.ts';
import { jsonResponse } from '#app/downloads.server.ts';
import { today } from '#app/env.server.ts';
import { quarterIn, requireAllowed } from '#app/request.server.ts';

/** All that is held on a quarter as one JSON file, for the office. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAllowed(request, 'review returns');
  const { quarter } = await quarterIn(request, params.quarter);
  return jsonResponse('internal', `${quarter}-held.json`, await readHeld(db, quarter, today()));
}
