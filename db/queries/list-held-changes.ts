import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Numbers of the changes that brought a return into the record for a quarter that is not published, and of those that
 * gave a new wording to a milestone that came with one.
 */
export async function listHeldChanges(db: Kysely<Database>): Promise<ReadonlySet<number>> {
  const accepted = db
    .selectFrom('change')
    .innerJoin('quarter', 'quarter.code', 'change.quarter')
    .where('change.kind', '=', 'return accepted')
    .where('quarter.state', '!=', 'published')
    .select('change.number');
  const reworded = db
    .selectFrom('milestoneRevision')
    .innerJoin('milestone', 'milestone.code', 'milestoneRevision.milestone')
    .where('milestone.change', 'in', accepted)
    .select('milestoneRevision.change as number');
  const rows = await accepted.union(reworded).execute();
  return new Set(rows.map(({ number }) => number));
}
