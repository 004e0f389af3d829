import type { Kysely } from 'kysely';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { listObservations } from '#db/queries/list-observations.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { addEditChange, type Editor } from '../editing/editor.server.ts';
import type { Day } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import { counted, listed } from '../sentences.ts';
import { readKnownIndicators } from './known-values.server.ts';
import { isToRecord, type PlannedValue, planValues, type ValuePlan, type ValueRow } from './plan-values.ts';
import { givenOf } from './value-rules.ts';

/** What a file would do, and the number of the newest change when it was held against the record. */
export interface ValuesPreview extends ValuePlan {
  seen: number;
}

/** Holds the rows of a file against the record. Nothing is stored. */
export async function previewValues(db: Kysely<Database>, rows: ValueRow[], today: Day): Promise<ValuesPreview> {
  const seen = await findNewestChange(db);
  return { ...planValues(rows, await readKnownIndicators(db), today), seen };
}

/** The values of a file, in the order of its rows, and what the reader of the preview had seen. */
export interface ValuesCommand {
  rows: ValueRow[];
  reason: string;
  /** Number of the newest change when the preview was made. */
  seen: number;
}

/**
 * Records the values of a file as one change, all of them or none. Returns the number of the change, null when every row
 * stands already and so nothing was done. Throws NotAllowedError; RefusedError for what the record does not allow;
 * ConflictError when values of these indicators were recorded since the preview.
 */
export async function recordValues(
  db: Kysely<Database>,
  { rows, reason, seen }: ValuesCommand,
  editor: Editor,
): Promise<number | null> {
  mustBeAllowed(editor.person, 'record facts');
  return db.transaction().execute(async (trx) => {
    const { planned, faults } = planValues(rows, await readKnownIndicators(trx), editor.today);
    if (faults.length > 0) throw new RefusedError('form', 'The rows no longer fit the record');
    const added = planned.filter(isToRecord);
    if (added.length === 0) return null;
    const named = new Set(added.map(({ indicator }) => indicator));
    const newer = (await listObservations(trx)).filter((row) => row.change > seen && named.has(row.indicator));
    if (newer.length > 0) throw new ConflictError('form', conflictWords(newer.map(({ indicator }) => indicator)));
    const change = await addEditChange(trx, 'values recorded', reason, editor);
    await insertRows(
      trx,
      'observation',
      added.map((value) => observationRow(value, change)),
    );
    return change;
  });
}

const conflictWords = (indicators: string[]): string =>
  `While you were reading, ${counted(indicators.length, 'value')} of ${listed([...new Set(indicators)])} ` +
  'came into the record. Nothing was saved. Read again what would be recorded: it is worked out anew below';

function observationRow(value: PlannedValue, change: number) {
  const { indicator, number, other } = value;
  return { ...givenOf(value), indicator, number, replaces: other?.number ?? null, change };
}
