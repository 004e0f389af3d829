import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../schema.ts';

/** Every wording that a milestone had, the first one first. */
export function listMilestoneRevisions(
  db: Kysely<Database>,
  milestone: string,
): Promise<Selectable<Database['milestoneRevision']>[]> {
  return db.selectFrom('milestoneRevision').selectAll().where('milestone', '=', milestone).orderBy('number').execute();
}
