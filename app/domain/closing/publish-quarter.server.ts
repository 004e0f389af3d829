import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { PublishableField } from '#db/tables/quarter-version.ts';
import { setQuarterState } from '#db/writes/set-quarter-state.ts';
import type { Actor } from '../commission/commission-rules.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { ConflictError } from '../refused.ts';
import { chosenFields } from '../summary/chosen-fields.ts';
import type { SummaryMaker } from '../summary/summary-maker.ts';
import { addClosingChange, allowedQuarter } from './closing-checks.server.ts';
import { whyNotPublished } from './closing-rules.ts';
import { frozenFiles, storePublication } from './store-version.server.ts';
import { readCandidate } from './stored-files.server.ts';
import { findFrozenQuarter } from './versions.server.ts';

/** A quarter to publish. */
export interface Publishing {
  quarter: Quarter;
  /** What everybody will read beside the facts. */
  fields: PublishableField[];
  /** Number of the version that was looked at. */
  seen: number;
}

/**
 * Publishes the newest version of a closed quarter with the fields that were chosen, as one change. From then on
 * signed-out readers see the dates, outcomes and stages that came with its returns. Throws NotAllowedError,
 * RefusedError, ConflictError, or DamagedFileError; then nothing is saved.
 */
export async function publishQuarter(
  db: Kysely<Database>,
  { quarter, fields, seen }: Publishing,
  actor: Actor,
  maker: SummaryMaker,
): Promise<void> {
  mustBeAllowed(actor.person, 'close quarters');
  const version = await versionToPublish(db, quarter, seen);
  const candidate = await readCandidate(db, { quarter, version });
  if (!candidate) throw new RangeError(`Nothing was kept to publish of ${quarter}, version ${version}`);
  const files = await frozenFiles(chosenFields(candidate, fields), maker);
  await db.transaction().execute(async (trx) => {
    await versionToPublish(trx, quarter, seen);
    const change = await addClosingChange(trx, 'quarter published', { quarter }, actor);
    await storePublication(trx, { quarter, version, change }, { fields, files });
    await setQuarterState(trx, quarter, 'published');
  });
}

async function versionToPublish(db: Kysely<Database>, quarter: Quarter, seen: number): Promise<number> {
  await allowedQuarter(db, quarter, whyNotPublished);
  const newest = (await findFrozenQuarter(db, quarter))?.newest;
  if (newest?.number === seen) return seen;
  const by = newest?.by ? ` by ${newest.by}` : '';
  throw new ConflictError(
    'form',
    `${quarterLabel(quarter)} was corrected${by} after you looked: version ${newest?.number} stands now. Nothing was saved: look again at what is below`,
  );
}
