import type { Kysely, Transaction } from 'kysely';
import { findCommission, findOpenCommission } from '#db/queries/find-commission.ts';
import { findStrategy } from '#db/queries/find-strategy.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { askReturns } from '#db/writes/ask-returns.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { setQuarterState } from '#db/writes/set-quarter-state.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { isQuarter, previousQuarter, type Quarter, quarterLabel, quarterOf } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { counted } from '../sentences.ts';
import { type Actor, checkDeadline, checkRecommendations } from './commission-rules.server.ts';

/** A quarter to open for returns, of which recommendations, and by the end of which day. */
export interface NewCommission {
  quarter: Quarter;
  /** Codes. */
  recommendations: string[];
  deadline: Day;
}

/** The quarters that can be commissioned on a day: the one under way, and the one that ended last. */
export function quartersToCommission(start: Day, today: Day): Quarter[] {
  const underWay = quarterOf(today);
  return [underWay, previousQuarter(underWay)].filter((quarter) => quarter >= quarterOf(start));
}

/**
 * Opens a quarter for returns, as one change. Throws NotAllowedError, RefusedError with the field that is
 * wrong, or ConflictError when a quarter takes returns already; then nothing is saved.
 */
export async function commissionQuarter(
  db: Kysely<Database>,
  { quarter, recommendations, deadline }: NewCommission,
  { person, now, today }: Actor,
): Promise<void> {
  mustBeAllowed(person, 'commission');
  await db.transaction().execute(async (trx) => {
    await checkQuarter(trx, quarter, today);
    await checkRecommendations(trx, recommendations);
    checkDeadline(deadline, today);
    await setQuarterState(trx, quarter, 'commissioned');
    const change = await addChange(trx, {
      kind: 'quarter commissioned',
      recordedAt: now.toISOString(),
      person: person.id,
      quarter,
      reason: `${quarterLabel(quarter)}: ${counted(recommendations.length, 'return')}, due ${formatPartialDate(deadline)}`,
    });
    await insertRows(trx, 'commission', [{ quarter, deadline, change }]);
    await askReturns(trx, quarter, recommendations, change);
  });
}

async function checkQuarter(trx: Transaction<Database>, quarter: Quarter, today: Day): Promise<void> {
  const { publishedOn } = await findStrategy(trx);
  if (!isQuarter(quarter) || !quartersToCommission(publishedOn, today).includes(quarter))
    throw new RefusedError('quarter', 'Choose the quarter under way or the one that ended last');
  if (await findCommission(trx, quarter))
    throw new ConflictError('form', `${quarterLabel(quarter)} has been commissioned already`);
  const open = await findOpenCommission(trx);
  if (open)
    throw new ConflictError(
      'form',
      `${quarterLabel(open.quarter)} takes returns now. Stop taking returns for it before you commission another quarter`,
    );
}
