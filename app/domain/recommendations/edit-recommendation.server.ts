import type { Kysely } from 'kysely';
import { findRecommendationRevision } from '#db/queries/find-recommendation-revision.ts';
import { listRecommendationRevisions } from '#db/queries/list-recommendation-revisions.ts';
import type { Database } from '#db/schema.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import { untouchedFields } from '../editing/differences.ts';
import { addEditChange, checkEdit, type Editor } from '../editing/editor.server.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { RefusedError } from '../refused.ts';
import { RECOMMENDATION_LABELS, type RecommendationText, recommendationDifferences } from './recommendation-text.ts';

export interface RecommendationEdit extends RecommendationText {
  code: string;
  reason: string;
  /** Number of the text that the form was filled from; a newer one means that somebody was faster. */
  seen: number;
}

/** The text that stands, with its number, for the form; undefined for a code that none has. */
export async function readRecommendationText(
  db: Kysely<Database>,
  code: string,
): Promise<(RecommendationText & { number: number }) | undefined> {
  const revision = await findRecommendationRevision(db, code);
  if (!revision) return undefined;
  const { recommendation: _, confirmation: _c, source: _s, change: _n, ...text } = revision;
  return text;
}

/**
 * Gives a recommendation a new text beside the old ones, as one change with its reason; where it was seen stays as it is.
 * Throws NotAllowedError, RefusedError or EditConflictError; then nothing is saved.
 */
export async function editRecommendation(
  db: Kysely<Database>,
  { code, reason, seen, ...text }: RecommendationEdit,
  editor: Editor,
): Promise<void> {
  mustBeAllowed(editor.person, 'edit the strategy');
  await db.transaction().execute(async (trx) => {
    const revisions = await listRecommendationRevisions(trx, code);
    const standing = revisions.at(-1);
    if (!standing) throw new RefusedError('form', 'There is no such recommendation');
    const base = revisions.find(({ number }) => number === seen) ?? standing;
    const untouched = untouchedFields(RECOMMENDATION_LABELS, { base, standing, mine: text });
    await checkEdit(trx, standing, seen, recommendationDifferences(standing, text), untouched);
    const change = await addEditChange(trx, 'recommendation edited', reason, editor);
    await insertRows(trx, 'recommendationRevision', [{ ...standing, ...text, number: seen + 1, change }]);
  });
}
