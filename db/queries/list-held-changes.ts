import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { heldAcceptances } from './held-acceptances.ts';

/**
 * Numbers of the changes that brought a return into the record after the last published version of its quarter was made,
 * and of all that were made since to a milestone that came with one: its wording, its dates. `publishing` is a quarter
 * that counts as published with all its returns. A file with the strategy touches much else, so it is never held: what it
 * says of such a milestone is held with the milestone (list-held-milestones.ts).
 */
export async function listHeldChanges(db: Kysely<Database>, publishing = ''): Promise<ReadonlySet<number>> {
  const accepted = heldAcceptances(db, publishing);
  const reworded = db
    .selectFrom('milestoneRevision')
    .innerJoin('milestone', 'milestone.code', 'milestoneRevision.milestone')
    .innerJoin('change as by', 'by.number', 'milestoneRevision.change')
    .where('milestone.change', 'in', accepted)
    .where('by.kind', '!=', 'strategy imported')
    .select('milestoneRevision.change as number');
  const recorded = db
    .selectFrom('milestoneFact')
    .innerJoin('milestone', 'milestone.code', 'milestoneFact.milestone')
    .innerJoin('change as by', 'by.number', 'milestoneFact.change')
    .where('milestone.change', 'in', accepted)
    .where('by.kind', '!=', 'strategy imported')
    .select('milestoneFact.change as number');
  const rows = await accepted.union(reworded).union(recorded).execute();
  return new Set(rows.map(({ number }) => number));
}
