import type { Kysely } from 'kysely';
import { listCommissions } from '#db/queries/find-commission.ts';
import type { Database } from '#db/schema.ts';
import type { QuarterState } from '#db/tables/quarter.ts';
import type { Day } from '../partial-date.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { type ProgressPage, readProgress } from './progress-page.server.ts';
import { type ProposalPage, readProposal } from './proposal-page.server.ts';

/** The page of the office's commissions: how one stands, or what is proposed for the next; both null when neither is. */
export interface CommissionPage {
  progress: ProgressPage | null;
  proposal: ProposalPage | null;
  /** Every commission there was, newest quarter first. */
  commissions: { quarter: Quarter; label: string; state: QuarterState }[];
}

/**
 * What the page shows on a day for the quarter asked for, or without one the quarter that takes returns, or else the
 * proposal. Undefined when the quarter asked for was never commissioned and cannot be.
 */
export async function readCommissionPage(
  db: Kysely<Database>,
  { quarter: asked, today }: { quarter: Quarter | null; today: Day },
): Promise<CommissionPage | undefined> {
  const all = await listCommissions(db);
  const open = all.find(({ state }) => state === 'commissioned');
  const commissions = all.map(({ quarter, state }) => ({ quarter, label: quarterLabel(quarter), state }));
  const shown = asked ?? open?.quarter;
  const progress = shown === undefined ? null : await readProgress(db, shown, today);
  // One quarter takes returns at a time.
  const proposal = progress || open ? null : await readProposal(db, { quarter: asked, today });
  if (asked !== null && !progress && !proposal) return undefined;
  return { progress, proposal, commissions };
}
