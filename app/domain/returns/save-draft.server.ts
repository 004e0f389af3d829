import type { Kysely, Transaction } from 'kysely';
import { listMilestones } from '#db/queries/list-milestones.ts';
import type { Database } from '#db/schema.ts';
import { keepReturnDraft } from '#db/writes/keep-return-draft.ts';
import { draftBasis } from './draft-basis.ts';
import { draftMarks, readMarks } from './draft-marks.server.ts';
import { type MergedDraft, mergeDrafts } from './merge-drafts.ts';
import { openReturn, type ReturnKey, type Writer } from './open-return.server.ts';
import type { ReturnRead } from './read-return.server.ts';
import type { ReturnFields } from './return-fields.ts';

/** A draft to keep. */
export interface DraftCommand extends ReturnKey {
  fields: ReturnFields;
  /** What the form was filled from (draft-basis.ts), and the marks of its answers (draft-marks.server.ts). */
  seen: string;
  marks: string;
  /** By the script, while somebody is typing: what others saved meanwhile cannot be shown, so it is not put in. */
  byItself: boolean;
}

export interface SavedDraft {
  /** What a form that shows these fields has seen. */
  seen: string;
  fields: ReturnFields;
  /** Questions whose answer was taken from what somebody else saved meanwhile. */
  taken: string[];
}

/** Somebody else saved meanwhile, and the two texts cannot be put together without a person. Nothing was saved. */
export class DraftConflictError extends Error {
  override name = 'DraftConflictError';
  constructor(
    readonly merged: MergedDraft,
    /** What stands now, for a form that is filled from it. */
    readonly theirs: {
      fields: ReturnFields;
      seen: string;
      marks: string;
      savedBy: string | null;
      savedAt: string | null;
    },
  ) {
    super('Somebody else saved this return while you were writing.');
  }
}

/**
 * Keeps what has been typed, whatever it is, in the place of the draft before. When somebody else saved meanwhile, what
 * only one side changed is put together. Throws NotAllowedError, ReturnNotOpenError or DraftConflictError; then nothing
 * is saved.
 */
export async function saveDraft(db: Kysely<Database>, command: DraftCommand, writer: Writer): Promise<SavedDraft> {
  const { recommendation } = command;
  return db.transaction().execute(async (trx) => {
    const read = await openReturn(trx, command, 'write return', writer);
    const codes = (await listMilestones(trx)).filter((milestone) => milestone.recommendation === recommendation);
    const { fields, taken } = putTogether(
      command,
      read,
      codes.map(({ code }) => code),
    );
    const version = await keepDraft(trx, read, fields, writer);
    return { seen: `${read.revisions.length}-${version}`, fields, taken };
  });
}

/** Puts what was typed in the place of the draft that was read in this transaction. Returns its version. */
export async function keepDraft(
  trx: Transaction<Database>,
  { quarter, recommendation, draft }: Pick<ReturnRead, 'quarter' | 'recommendation' | 'draft'>,
  fields: ReturnFields,
  { person, now }: Writer,
): Promise<number> {
  const version = (draft?.version ?? 0) + 1;
  const saved = { savedBy: person.id, savedAt: now.toISOString() };
  await keepReturnDraft(trx, { quarter, recommendation, version, fields: JSON.stringify(fields), ...saved });
  return version;
}

function putTogether(
  command: DraftCommand,
  read: ReturnRead,
  milestones: string[],
): { fields: ReturnFields; taken: string[] } {
  const now = draftBasis(read, milestones);
  if (now.seen === command.seen) return { fields: command.fields, taken: [] };
  const merged = mergeDrafts(command.fields, now.fields, readMarks(command.marks));
  if (merged.conflicts.length === 0 && !command.byItself) return merged;
  const { savedBy = null, savedAt = null } = read.draft ?? {};
  throw new DraftConflictError(merged, { ...now, marks: draftMarks(now.fields), savedBy, savedAt });
}
