import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Numbers of the changes that brought a return into the record for a quarter that is not published, and of all that were
 * made since to a milestone that came with one: its wording, its dates.
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
  const recorded = db
    .selectFrom('milestoneFact')
    .innerJoin('milestone', 'milestone.code', 'milestoneFact.milestone')
    .where('milestone.change', 'in', accepted)
    .select('milestoneFact.change as number');
  const rows = await accepted.union(reworded).union(recorded).execute();
  return new Set(rows.map(({ number }) => number));
}
