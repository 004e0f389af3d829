import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';
import type { QuarterFileTable } from '../tables/quarter-version.ts';

/** Which file of which frozen quarter. */
export type QuarterFileKey = Pick<QuarterFileTable, 'quarter' | 'version' | 'audience' | 'name'>;

/** One file of a frozen quarter with its bytes, as they are in the store now; undefined when there is none. */
export function findQuarterFile(
  db: Kysely<Database>,
  { quarter, version, audience, name }: QuarterFileKey,
): Promise<Selectable<QuarterFileTable> | undefined> {
  return db
    .selectFrom('quarterFile')
    .selectAll()
    .where('quarter', '=', quarter)
    .where('version', '=', version)
    .where('audience', '=', audience)
    .where('name', '=', name)
    .executeTakeFirst();
}
