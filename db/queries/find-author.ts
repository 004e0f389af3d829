import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The name of who made a change; undefined when it was the loader. */
export async function findAuthor(db: Kysely<Database>, change: number): Promise<string | undefined> {
  const author = await db
    .selectFrom('change')
    .innerJoin('person', 'person.id', 'change.person')
    .select('person.name')
    .where('change.number', '=', change)
    .executeTakeFirst();
  return author?.name;
}
