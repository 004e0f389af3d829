import type { Kysely } from 'kysely';
import { listClearances } from '#db/queries/list-clearances.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import type { Quarter } from '../quarter.ts';
import { ConflictError } from '../refused.ts';
import { addOfficeChange, checkDay, checkQuarter, type OfficeActor } from './office-rules.server.ts';

/** That somebody, named by their role, cleared the report of a quarter. */
export interface NewClearance {
  quarter: Quarter;
  role: string;
  clearedOn: Day;
  comment: string | null;
}

/**
 * Adds a clearance to the log of a quarter, as one change. Returns its number. Throws NotAllowedError,
 * RefusedError, or ConflictError when the same clearance is there; then nothing is saved.
 */
export async function recordClearance(
  db: Kysely<Database>,
  { quarter, role, clearedOn, comment }: NewClearance,
  actor: OfficeActor,
): Promise<number> {
  mustBeAllowed(actor.person, 'review returns');
  checkDay(clearedOn, { field: 'clearedOn', name: 'The day it was cleared', quarter, today: actor.today });
  return db.transaction().execute(async (trx) => {
    await checkQuarter(trx, quarter, actor);
    const log = await listClearances(trx, quarter);
    const same = log.find(
      (one) => one.role === role && one.clearedOn === clearedOn && (one.comment ?? null) === comment,
    );
    if (same)
      throw new ConflictError(
        'form',
        `${same.person} has recorded this clearance already: ${role}, ${formatPartialDate(clearedOn)}`,
      );
    const number = (log.at(-1)?.number ?? 0) + 1;
    const change = await addOfficeChange(trx, 'clearance recorded', quarter, actor);
    await insertRows(trx, 'clearance', [{ quarter, number, role, clearedOn, comment, change }]);
    return number;
  });
}
