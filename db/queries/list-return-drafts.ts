import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** What has been typed into one return and not submitted. */
export interface ReturnDraftRow {
  recommendation: string;
  /** JSON of the form's fields. */
  fields: string;
  savedBy: string;
  savedAt: string;
}

/** Every draft of a quarter, by recommendation. */
export function listReturnDrafts(db: Kysely<Database>, quarter: string): Promise<ReturnDraftRow[]> {
  return db
    .selectFrom('returnDraft as draft')
    .innerJoin('person', 'person.id', 'draft.savedBy')
    .where('draft.quarter', '=', quarter)
    .select(['draft.recommendation', 'draft.fields', 'person.name as savedBy', 'draft.savedAt'])
    .orderBy('draft.recommendation')
    .execute();
}
