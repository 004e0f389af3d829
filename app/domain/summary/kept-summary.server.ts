import type { Kysely } from 'kysely';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import type { Database } from '#db/schema.ts';
import { readQuarterStates } from '../quarters/quarter-page.server.ts';
import type { SummaryDocument } from './document.ts';
import { readSummary } from './read-summary.server.ts';
import type { SummaryAsk } from './summary-ask.ts';
import type { SummaryMaker } from './summary-maker.ts';

/** How many live summaries are kept for each database: drawing one takes far longer than anything else on its page. */
const SUMMARIES_KEPT = 12;

/** Live summaries that were made before, good for as long as nothing new is recorded. */
const kept = new WeakMap<Kysely<Database>, { change: number; summaries: Map<string, SummaryDocument> }>();

/** The live summary of a quarter for an audience on a day, made once for each newest change. */
export async function readLiveSummary(
  db: Kysely<Database>,
  ask: Required<Pick<SummaryAsk, 'quarter' | 'audience' | 'today'>>,
  maker: SummaryMaker,
): Promise<SummaryDocument> {
  const change = await findNewestChange(db);
  const before = kept.get(db);
  const summaries = before?.change === change ? before.summaries : new Map<string, SummaryDocument>();
  if (summaries !== before?.summaries) kept.set(db, { change, summaries });
  // A quarter that ends gets its state without a change.
  const state = (await readQuarterStates(db))[ask.quarter];
  const key = `${ask.quarter} ${ask.audience} ${ask.today} ${state}`;
  const summary = summaries.get(key) ?? (await readSummary(db, ask, maker));
  summaries.delete(key);
  summaries.set(key, summary);
  for (const oldest of [...summaries.keys()].slice(0, -SUMMARIES_KEPT)) summaries.delete(oldest);
  return summary;
}
