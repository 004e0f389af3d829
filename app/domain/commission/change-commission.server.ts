import type { Kysely, Transaction } from 'kysely';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { askReturns } from '#db/writes/ask-returns.ts';
import { endReturn } from '#db/writes/end-return.ts';
import { setQuarterState } from '#db/writes/set-quarter-state.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { listed } from '../sentences.ts';
import { type Actor, checkRecommendations, openCommission } from './commission-rules.server.ts';

interface SomeReturns {
  quarter: Quarter;
  /** Codes. */
  recommendations: string[];
}

/**
 * Asks returns of more recommendations while the quarter takes returns, as one change. Throws NotAllowedError,
 * RefusedError or ConflictError; then nothing is saved.
 */
export async function addReturns(
  db: Kysely<Database>,
  { quarter, recommendations }: SomeReturns,
  actor: Actor,
): Promise<void> {
  mustBeAllowed(actor.person, 'commission');
  await db.transaction().execute(async (trx) => {
    await openCommission(trx, quarter);
    await checkRecommendations(trx, recommendations);
    const asked = new Set((await listReturns(trx, quarter)).map(({ recommendation }) => recommendation));
    const already = recommendations.filter((code) => asked.has(code));
    if (already.length > 0) throw new ConflictError('form', `Asked already: ${listed(already)}`);
    const change = await commissionChanged(trx, quarter, `added ${listed(recommendations)}`, actor);
    await askReturns(trx, quarter, recommendations, change);
  });
}

/** Takes returns out of the commission, with which nothing has been done; a draft is kept. Throws as `addReturns` does. */
export async function takeOutReturns(
  db: Kysely<Database>,
  { quarter, recommendations }: SomeReturns,
  actor: Actor,
): Promise<void> {
  mustBeAllowed(actor.person, 'commission');
  await db.transaction().execute(async (trx) => {
    await openCommission(trx, quarter);
    await checkRecommendations(trx, recommendations);
    const returns = new Map((await listReturns(trx, quarter)).map((row) => [row.recommendation, row]));
    for (const code of recommendations) {
      const row = returns.get(code);
      if (!row) throw new ConflictError('form', `${code} is not asked any more: somebody took it out`);
      if (row.lastAct !== null)
        throw new RefusedError(
          'takeOut',
          `${code} was submitted or recorded as missing and stays in the commission: what was done is not undone`,
        );
    }
    const change = await commissionChanged(trx, quarter, `took out ${listed(recommendations)}`, actor);
    for (const code of recommendations) await endReturn(trx, quarter, code, change);
  });
}

/**
 * Moves a quarter to clearance, so that another can be commissioned; what is outstanding can still come until it is
 * closed. Throws as `addReturns` does.
 */
export async function moveToClearance(db: Kysely<Database>, quarter: Quarter, actor: Actor): Promise<void> {
  mustBeAllowed(actor.person, 'commission');
  await db.transaction().execute(async (trx) => {
    await openCommission(trx, quarter);
    await commissionChanged(trx, quarter, 'moved to clearance', actor);
    await setQuarterState(trx, quarter, 'in clearance');
  });
}

function commissionChanged(
  trx: Transaction<Database>,
  quarter: Quarter,
  what: string,
  { person, now }: Actor,
): Promise<number> {
  const reason = `${quarterLabel(quarter)}: ${what}`;
  return addChange(trx, {
    kind: 'commission changed',
    recordedAt: now.toISOString(),
    person: person.id,
    quarter,
    reason,
  });
}
