import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** Numbers of the changes that brought a return into the record for a quarter that is not published. */
export async function listHeldChanges(db: Kysely<Database>): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('quarter', 'quarter.code', 'change.quarter')
    .where('change.kind', '=', 'return accepted')
    .where('quarter.state', '!=', 'published')
    .select('change.number')
    .execute();
  return new Set(rows.map(({ number }) => number));
}
