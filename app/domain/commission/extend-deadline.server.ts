import type { Kysely } from 'kysely';
import { listExtensionReasons } from '#db/queries/list-extension-reasons.ts';
import { listOwners } from '#db/queries/list-owners.ts';
import { listReturns } from '#db/queries/list-returns.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { postInWords } from '../posts/post-words.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { RefusedError } from '../refused.ts';
import { type Actor, checkDeadline, openCommission } from './commission-rules.server.ts';

export interface Extension {
  quarter: Quarter;
  /** Id of the post that owns the returns. */
  post: number;
  deadline: Day;
  why: string;
}

/**
 * Gives every return that a post owns a later deadline, as one change with its reason. Throws NotAllowedError,
 * RefusedError or ConflictError; then nothing is saved.
 */
export async function extendDeadline(
  db: Kysely<Database>,
  { quarter, post, deadline, why }: Extension,
  { person, now, today }: Actor,
): Promise<void> {
  mustBeAllowed(person, 'commission');
  await db.transaction().execute(async (trx) => {
    const commission = await openCommission(trx, quarter);
    const asked = new Set((await listReturns(trx, quarter)).map(({ recommendation }) => recommendation));
    const owner = (await listOwners(trx, today)).find(
      (row) => row.post === post && row.role === 'owner' && asked.has(row.recommendation),
    );
    if (!owner) throw new RefusedError('post', 'Choose a post that owns a return of this quarter');
    checkDeadline(deadline, today);
    const before = (await listExtensionReasons(trx, quarter)).filter((row) => row.post === post).at(-1);
    checkLater(deadline, before?.deadline ?? commission.deadline);
    const change = await addChange(trx, {
      kind: 'deadline extended',
      recordedAt: now.toISOString(),
      person: person.id,
      quarter,
      reason: `${postInWords(owner)}: ${quarterLabel(quarter)}, until ${formatPartialDate(deadline)}. ${why}`,
    });
    const number = (before?.number ?? 0) + 1;
    await insertRows(trx, 'returnExtension', [{ quarter, post, number, deadline, change }]);
  });
}

function checkLater(deadline: Day, standing: Day): void {
  if (deadline > standing) return;
  throw new RefusedError(
    'deadline.day',
    `The new deadline must be after the one that stands, ${formatPartialDate(standing)}`,
  );
}
