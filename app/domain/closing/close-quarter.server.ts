import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { setQuarterState } from '#db/writes/set-quarter-state.ts';
import type { Actor } from '../commission/commission-rules.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { keepPositions } from '../positions/keep-positions.server.ts';
import type { Quarter } from '../quarter.ts';
import { readSummary } from '../summary/read-summary.server.ts';
import type { SummaryAsk } from '../summary/summary-ask.ts';
import type { SummaryMaker } from '../summary/summary-maker.ts';
import { addClosingChange, allowedQuarter, checkNothingSince } from './closing-checks.server.ts';
import { whyNotClosed } from './closing-rules.ts';
import { type FrozenFile, frozenCandidate, frozenFiles, storeVersion } from './store-version.server.ts';

/** A quarter to close. */
export interface Closing {
  quarter: Quarter;
  /** Number of the newest change when what will be frozen was looked at. */
  seen: number;
}

/**
 * Closes a quarter that was commissioned and has ended, as one change: its summary for the board and for ministers with
 * every file, and what could be published of it, are frozen as they are now. Throws NotAllowedError, RefusedError, or
 * ConflictError when anything was recorded since it was looked at; then nothing is saved.
 */
export async function closeQuarter(
  db: Kysely<Database>,
  { quarter, seen }: Closing,
  actor: Actor,
  maker: SummaryMaker,
): Promise<void> {
  mustBeAllowed(actor.person, 'close quarters');
  await checkNothingSince(db, seen);
  await allowedQuarter(db, quarter, (of) => whyNotClosed(of, actor.today));
  // The end of the quarter may have come since positions were last looked after.
  await keepPositions(db, actor.today);
  const files = await firstFiles(db, quarter, actor, maker);
  await db.transaction().execute(async (trx) => {
    await checkNothingSince(trx, seen);
    await allowedQuarter(trx, quarter, (of) => whyNotClosed(of, actor.today));
    const change = await addClosingChange(trx, 'quarter closed', { quarter }, actor);
    await storeVersion(trx, { quarter, version: 1, change }, { reason: null, files });
    await setQuarterState(trx, quarter, 'closed');
  });
}

async function firstFiles(
  db: Kysely<Database>,
  quarter: Quarter,
  { today }: Actor,
  maker: SummaryMaker,
): Promise<FrozenFile[]> {
  const ask = { quarter, today, freezing: { number: 1, madeOn: today, reason: null } } satisfies Partial<SummaryAsk>;
  const board = await readSummary(db, { ...ask, audience: 'board' }, maker);
  const ministers = await readSummary(db, { ...ask, audience: 'ministers' }, maker);
  const candidate = await readSummary(db, { ...ask, audience: 'publication', candidate: true }, maker);
  return [...(await frozenFiles(board, maker)), ...(await frozenFiles(ministers, maker)), frozenCandidate(candidate)];
}
