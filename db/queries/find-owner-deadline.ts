import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** The deadline as extended for the post that owns the recommendation on that day; undefined when it has none. */
export async function findOwnerDeadline(
  db: Kysely<Database>,
  quarter: string,
  recommendation: string,
  day: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('returnExtension as extension')
    .innerJoin('ownership', 'ownership.post', 'extension.post')
    .where('extension.quarter', '=', quarter)
    .where('ownership.recommendation', '=', recommendation)
    .where('ownership.role', '=', 'owner')
    .where('ownership.fromOn', '<=', day)
    .where((on) => on.or([on('ownership.untilOn', 'is', null), on('ownership.untilOn', '>', day)]))
    .orderBy('extension.number', 'desc')
    .select('extension.deadline')
    .executeTakeFirst();
  return row?.deadline;
}
