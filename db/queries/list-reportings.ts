import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Reporting } from '../tables/recommendation.ts';

/** How often each recommendation reports, by its standing text; null while the office has not said. */
export async function listReportings(db: Kysely<Database>): Promise<Map<string, Reporting | null>> {
  const rows = await db
    .selectFrom('recommendationRevision')
    .select(['recommendation', 'reporting'])
    .orderBy('recommendation')
    .orderBy('number')
    .execute();
  return new Map(rows.map(({ recommendation, reporting }) => [recommendation, reporting]));
}
