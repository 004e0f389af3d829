import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { ReturnDraftTable } from '../tables/quarterly-return.ts';

/** The draft kept of a return, with the name of who saved it last; undefined when none is kept. */
export function findReturnDraft(
  db: Kysely<Database>,
  quarter: string,
  recommendation: string,
): Promise<(Selectable<ReturnDraftTable> & { savedByName: string }) | undefined> {
  return db
    .selectFrom('returnDraft')
    .innerJoin('person', 'person.id', 'returnDraft.savedBy')
    .where('quarter', '=', quarter)
    .where('recommendation', '=', recommendation)
    .selectAll('returnDraft')
    .select('person.name as savedByName')
    .executeTakeFirst();
}
