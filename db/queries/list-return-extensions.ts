import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The deadline that stands for each post that has an extension, by quarter and post. */
export function listReturnExtensions(
  db: Kysely<Database>,
): Promise<{ quarter: string; post: number; deadline: string }[]> {
  return db
    .selectFrom('returnExtension as extension')
    .where('extension.number', '=', ({ selectFrom }) =>
      selectFrom('returnExtension as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.quarter', '=', 'extension.quarter')
        .whereRef('later.post', '=', 'extension.post'),
    )
    .select(['extension.quarter', 'extension.post', 'extension.deadline'])
    .orderBy('extension.quarter')
    .orderBy('extension.post')
    .execute();
}
