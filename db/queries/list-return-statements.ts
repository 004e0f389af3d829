import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { ReturnStatementTable } from '../tables/quarterly-return.ts';

/** What submitted returns say of milestones: of one recommendation, or of all, by revision and milestone. */
export function listReturnStatements(
  db: Kysely<Database>,
  recommendation?: string,
): Promise<Selectable<ReturnStatementTable>[]> {
  return db
    .selectFrom('returnStatement')
    .selectAll()
    .$if(recommendation !== undefined, (query) => query.where('recommendation', '=', recommendation ?? ''))
    .orderBy('quarter')
    .orderBy('recommendation')
    .orderBy('revision')
    .orderBy('milestone')
    .execute();
}
