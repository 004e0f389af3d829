import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The last place in the order of each table that is ordered as a whole; 0 in an empty one. */
export async function findLastPositions(
  db: Kysely<Database>,
): Promise<Record<'indicator' | 'partnership' | 'finding', number>> {
  const last = async (table: 'indicator' | 'partnership' | 'finding') => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst();
    return row?.position ?? 0;
  };
  return { indicator: await last('indicator'), partnership: await last('partnership'), finding: await last('finding') };
}
