import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The partnership that one change wrote of, with the number of the revision that it wrote; null when it noted its health. */
export async function findPartnershipOfChange(
  db: Kysely<Database>,
  change: number,
): Promise<{ partnership: string; number: number | null } | undefined> {
  const revision = await db
    .selectFrom('partnershipRevision')
    .where('change', '=', change)
    .select(['partnership', 'number'])
    .executeTakeFirst();
  if (revision) return revision;
  const health = await db
    .selectFrom('partnershipHealth')
    .where('change', '=', change)
    .select('partnership')
    .executeTakeFirst();
  return health && { ...health, number: null };
}
