import type { Kysely } from 'kysely';
import { closeQuarter } from '#app/domain/closing/close-quarter.server.ts';
import { correctQuarter } from '#app/domain/closing/correct-quarter.server.ts';
import { publishQuarter } from '#app/domain/closing/publish-quarter.server.ts';
import type { SummaryMaker } from '#app/domain/summary/summary-maker.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import type { Database } from '#db/schema.ts';
import { AFTER_CLOSE, makeReturnAfterClose, type Returned } from './make-returns.ts';
import { daysAfter, momentOf } from './moments.ts';

/** How many of the demonstration's quarters are published; the next is closed only. */
const PUBLISHED = 2;

/** Closes a quarter and publishes the first ones; in the second a return comes late and brings a correction. */
export async function closeAndPublish(db: Kysely<Database>, returned: Returned, maker: SummaryMaker): Promise<void> {
  const { quarter, place, deadline, reviewer } = returned;
  const after = (days: number) => ({ person: reviewer, ...momentOf(daysAfter(deadline, days)) });
  await closeQuarter(db, { quarter, seen: await findNewestChange(db) }, after(24), maker);
  if (place >= PUBLISHED) return;
  await publishQuarter(db, { quarter, fields: ['achieved', 'next'], seen: 1 }, after(28), maker);
  if (place !== AFTER_CLOSE.quarter) return;
  await makeReturnAfterClose(db, returned, daysAfter(deadline, 35));
  const reason = 'Illustrative: one return came after the quarter was closed.';
  const correction = { quarter, reason, assessment: null, fields: null, seen: await findNewestChange(db) };
  await correctQuarter(db, correction, after(40), maker);
}
