import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { ReturnCommentTable } from '../tables/quarterly-return.ts';

/** Reviewers’ words on parts of returns that were sent back: of one recommendation, or of all, by revision and section. */
export function listReturnComments(
  db: Kysely<Database>,
  recommendation?: string,
): Promise<Selectable<ReturnCommentTable>[]> {
  return db
    .selectFrom('returnComment')
    .selectAll()
    .$if(recommendation !== undefined, (query) => query.where('recommendation', '=', recommendation ?? ''))
    .orderBy('quarter')
    .orderBy('recommendation')
    .orderBy('revision')
    .orderBy('section')
    .execute();
}
