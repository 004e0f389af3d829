import type { Insertable, Transaction } from 'kysely';
import type { Database } from '../schema.ts';

/** Adds a source that somebody gave in a form, under the next free code of the form `added-12`. Returns the code. */
export async function addSource(
  trx: Transaction<Database>,
  source: Omit<Insertable<Database['source']>, 'code'>,
): Promise<string> {
  const added = await trx
    .selectFrom('source')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('code', 'like', 'added-%')
    .executeTakeFirstOrThrow();
  const code = `added-${added.n + 1}`;
  await trx
    .insertInto('source')
    .values({ ...source, code })
    .execute();
  return code;
}
