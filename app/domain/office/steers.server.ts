import type { Kysely, Transaction } from 'kysely';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import { listSteers } from '#db/queries/list-steers.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { type Day, formatPartialDate, lastDay, onOrIn, type PartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { type Quarter, quarterFirstDay, quarterLabel } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { addOfficeChange, checkDay, checkQuarter, type OfficeActor } from './office-rules.server.ts';

/** Something that a board or minister asked for in a quarter. */
export interface NewSteer {
  quarter: Quarter;
  fromWhom: string;
  words: string;
  /** Who is to do it, in words. */
  owner: string;
  /** Code of the recommendation that it is about; null when it is about the whole. */
  recommendation: string | null;
  due: PartialDate | null;
}

/**
 * Records a steer or action, as one change. Throws NotAllowedError, RefusedError, or ConflictError when the
 * same steer is there; then nothing is saved.
 */
export async function recordSteer(db: Kysely<Database>, steer: NewSteer, actor: OfficeActor): Promise<void> {
  mustBeAllowed(actor.person, 'review returns');
  await db.transaction().execute(async (trx) => {
    await checkQuarter(trx, steer.quarter, actor);
    await checkSteer(trx, steer);
    const change = await addOfficeChange(trx, 'steer recorded', steer.quarter, actor);
    await insertRows(trx, 'steer', [{ ...steer, change }]);
  });
}

async function checkSteer(trx: Transaction<Database>, steer: NewSteer): Promise<void> {
  const { quarter, recommendation, due } = steer;
  const first = quarterFirstDay(quarter);
  if (due !== null && lastDay(due) < first)
    throw new RefusedError(
      'due.year',
      `The date it is due must be on or after ${formatPartialDate(first)}, the first day of ${quarterLabel(quarter)}`,
    );
  const codes = (await listRecommendations(trx)).map(({ code }) => code);
  if (recommendation !== null && !codes.includes(recommendation))
    throw new RefusedError('recommendation', 'Choose a recommendation from the list, or the whole strategy');
  const same = (await listSteers(trx)).find((one) =>
    (['quarter', 'fromWhom', 'words', 'owner', 'recommendation', 'due'] as const).every(
      (field) => one[field] === steer[field],
    ),
  );
  if (same) throw new ConflictError('form', `${same.person} has recorded this steer or action already`);
}

/** That a steer was done. */
export interface DoneSteer {
  /** The quarter on whose page it is marked. */
  quarter: Quarter;
  /** Its id. */
  steer: number;
  doneOn: Day;
  /** How; null when nothing is said. */
  words: string | null;
}

/**
 * Marks a steer as done, once, as one change. Throws NotAllowedError, RefusedError, or ConflictError when
 * somebody marked it before; then nothing is saved.
 */
export async function markSteerDone(
  db: Kysely<Database>,
  { quarter, steer: id, doneOn, words }: DoneSteer,
  actor: OfficeActor,
): Promise<void> {
  mustBeAllowed(actor.person, 'review returns');
  await db.transaction().execute(async (trx) => {
    await checkQuarter(trx, quarter, { ...actor, acts: true });
    const steer = (await listSteers(trx)).find((one) => one.id === id && one.quarter <= quarter);
    if (!steer) throw new RefusedError('form', 'There is no such steer or action on this page');
    if (steer.doneOn !== null)
      throw new ConflictError(
        'form',
        `${steer.donePerson} has marked this as done already, ${onOrIn(steer.doneOn)}${steer.doneWords ? `: ${steer.doneWords}` : ''}`,
      );
    checkDay(doneOn, { field: 'doneOn', name: 'The day it was done', quarter: steer.quarter, today: actor.today });
    const change = await addOfficeChange(trx, 'steer done', quarter, actor);
    await insertRows(trx, 'steerDone', [{ steer: id, doneOn, words, change }]);
  });
}
