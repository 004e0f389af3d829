import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Numbers of the changes that brought a return into the record after the last published version of its quarter was made,
 * and of all that were made since to a milestone that came with one: its wording, its dates. `publishing` is a quarter
 * that counts as published with all its returns.
 */
export async function listHeldChanges(db: Kysely<Database>, publishing = ''): Promise<ReadonlySet<number>> {
  const accepted = db
    .selectFrom('change')
    .where('change.kind', '=', 'return accepted')
    .where('change.quarter', '!=', publishing)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('publication')
            .innerJoin('quarterVersion', (join) =>
              join
                .onRef('quarterVersion.quarter', '=', 'publication.quarter')
                .onRef('quarterVersion.number', '=', 'publication.version'),
            )
            .whereRef('publication.quarter', '=', 'change.quarter')
            .whereRef('quarterVersion.change', '>', 'change.number')
            .select('publication.version'),
        ),
      ),
    )
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
