import type { Kysely } from 'kysely';
import { listMilestoneRevisions } from '#db/queries/list-milestone-revisions.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { untouchedFields } from '../editing/differences.ts';
import { addEditChange, checkEdit, type Editor } from '../editing/editor.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { RefusedError } from '../refused.ts';
import { MILESTONE_LABELS, type MilestoneText, milestoneDifferences } from './milestone-text.ts';

export interface MilestoneEdit extends MilestoneText {
  milestone: string;
  reason: string;
  /** Number of the wording that the form was filled from; a newer one means that somebody was faster. */
  seen: number;
}

/** The wording that stands, with its number, for the form; undefined for a code that none has. */
export async function readMilestoneText(
  db: Kysely<Database>,
  code: string,
): Promise<(MilestoneText & { number: number }) | undefined> {
  const standing = (await listMilestoneRevisions(db, code)).at(-1);
  return standing && { number: standing.number, title: standing.title, note: standing.note };
}

/**
 * Gives a milestone a new wording beside the old ones, as one change with its reason; its dates stay. Throws
 * NotAllowedError, RefusedError or EditConflictError; then nothing is saved.
 */
export async function editMilestone(
  db: Kysely<Database>,
  { milestone, title, note, reason, seen }: MilestoneEdit,
  editor: Editor,
): Promise<void> {
  mustBeAllowed(editor.person, 'edit the strategy');
  await db.transaction().execute(async (trx) => {
    const revisions = await listMilestoneRevisions(trx, milestone);
    const standing = revisions.at(-1);
    if (!standing) throw new RefusedError('form', 'There is no such milestone');
    const mine = { title, note };
    const base = revisions.find(({ number }) => number === seen) ?? standing;
    const untouched = untouchedFields(MILESTONE_LABELS, { base, standing, mine });
    await checkEdit(trx, standing, seen, milestoneDifferences(standing, mine), untouched);
    const change = await addEditChange(trx, 'milestone edited', reason, editor);
    await insertRows(trx, 'milestoneRevision', [{ milestone, number: seen + 1, title, note, change }]);
  });
}
