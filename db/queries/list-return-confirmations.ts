import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { ReturnConfirmationTable } from '../tables/quarterly-return.ts';

/** Owners’ answers to facts that rest on memory: of one recommendation, or of all, by revision and milestone. */
export function listReturnConfirmations(
  db: Kysely<Database>,
  recommendation?: string,
): Promise<Selectable<ReturnConfirmationTable>[]> {
  return db
    .selectFrom('returnConfirmation')
    .selectAll()
    .$if(recommendation !== undefined, (query) => query.where('recommendation', '=', recommendation ?? ''))
    .orderBy('quarter')
    .orderBy('recommendation')
    .orderBy('revision')
    .orderBy('milestone')
    .execute();
}
