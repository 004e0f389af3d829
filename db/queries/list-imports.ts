import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The files that were sent, by one person or by all, newest first, at most 50. */
export function listImports(db: Kysely<Database>, sentBy: number | null) {
  return db
    .selectFrom('import')
    .innerJoin('person', 'person.id', 'import.sentBy')
    .leftJoin('change', 'change.number', 'import.change')
    .select([
      'import.id',
      'import.fileName',
      'import.size',
      'person.name as sentByName',
      'import.sentAt',
      'import.change',
      'change.kind',
      'change.recordedAt as acceptedAt',
      'import.discardedAt',
    ])
    .$if(sentBy !== null, (query) => query.where('import.sentBy', '=', sentBy ?? 0))
    .orderBy('import.id', 'desc')
    .limit(50)
    .execute();
}

/** How many files of a person wait, to be accepted or discarded. */
export async function countWaitingImports(db: Kysely<Database>, sentBy: number): Promise<number> {
  const { n } = await db
    .selectFrom('import')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('sentBy', '=', sentBy)
    .where('change', 'is', null)
    .where('discardedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

/** When a file of that hash was accepted, and as which change; undefined when none was. */
export function findAcceptedImport(db: Kysely<Database>, sha256: string) {
  return db
    .selectFrom('import')
    .innerJoin('change', 'change.number', 'import.change')
    .select(['import.id', 'change.number as change', 'change.recordedAt'])
    .where('import.sha256', '=', sha256)
    .orderBy('import.id', 'desc')
    .executeTakeFirst();
}
