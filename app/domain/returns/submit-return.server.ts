import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { addReturnRevision } from '#db/writes/add-return-revision.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { removeReturnDraft } from '#db/writes/remove-return-draft.ts';
import { draftBasis } from './draft-basis.ts';
import { openReturn, type ReturnKey, type Writer } from './open-return.server.ts';
import type { ReturnRead } from './read-return.server.ts';
import type { ReturnContent } from './return-content.ts';

/** A return to submit: what its check page showed. */
export interface SubmitCommand extends ReturnKey {
  content: ReturnContent;
  /** What the check page was made from (draft-basis.ts); null when there was no draft to look at. */
  seen: string | null;
}

/** Somebody saved the draft after it was looked at. Nothing was submitted. */
export class DraftMovedError extends Error {
  override name = 'DraftMovedError';
}

/**
 * Submits a return: its content with what it says of milestones and facts, in one transaction and as one change; the
 * draft goes. Returns the number of the act. Throws NotAllowedError, ReturnNotOpenError or DraftMovedError; then nothing
 * is saved. Whether the content follows the rules is checked before (check-return.server.ts).
 */
export async function submitReturn(db: Kysely<Database>, command: SubmitCommand, writer: Writer): Promise<number> {
  const { quarter, seen, content } = command;
  return db.transaction().execute(async (trx) => {
    const read = await openReturn(trx, command, 'submit return', writer);
    if (seen !== null && seen !== draftBasis(read, []).seen)
      throw new DraftMovedError('Somebody saved this return after you looked at it.');
    const change = await addChange(trx, {
      kind: 'return submitted',
      recordedAt: writer.now.toISOString(),
      person: writer.person.id,
      quarter,
      reason: null,
    });
    return addSubmission(trx, read, content, change);
  });
}

/**
 * Submits a return that was read in this transaction and is open, as part of that change: its content stands, its draft
 * goes. Returns the number of the act.
 */
export async function addSubmission(
  trx: Transaction<Database>,
  { quarter, recommendation, revisions }: Pick<ReturnRead, 'quarter' | 'recommendation' | 'revisions'>,
  content: ReturnContent,
  change: number,
): Promise<number> {
  const number = revisions.length + 1;
  await addContent(trx, { quarter, recommendation, number, change }, content);
  await removeReturnDraft(trx, quarter, recommendation);
  return number;
}

type Act = ReturnKey & { number: number; change: number };

async function addContent(trx: Transaction<Database>, act: Act, content: ReturnContent): Promise<void> {
  const { statements, confirmations, unchanged, ...columns } = content;
  const { change: _, number: revision, ...key } = act;
  await addReturnRevision(trx, { ...act, act: 'submitted', ...columns, unchanged: unchanged ? 1 : 0 });
  await insertRows(
    trx,
    'returnStatement',
    statements.map((statement) => ({ ...key, revision, ...statement })),
  );
  await insertRows(
    trx,
    'returnConfirmation',
    confirmations.map((confirmation) => ({ ...key, revision, ...confirmation })),
  );
}
