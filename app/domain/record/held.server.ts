import type { Kysely } from 'kysely';
import { listHeldChanges } from '#db/queries/list-held-changes.ts';
import { listHeldMilestones } from '#db/queries/list-held-milestones.ts';
import type { Database } from '#db/schema.ts';
import type { View } from '../as-at.ts';
import type { Quarter } from '../quarter.ts';

/** A row of the record; one that says something of a milestone names it. */
export interface Recorded {
  change: number;
  milestone?: string | null;
}

/**
 * True for a row that a reader of that view may see. Signed-out readers see nothing that came with a return until its
 * quarter is published, and nothing of a milestone that did; `publishing` is a quarter that counts as published.
 */
export async function shownIn(
  db: Kysely<Database>,
  view: View,
  publishing?: Quarter,
): Promise<(row: Recorded) => boolean> {
  if (view === 'internal') return () => true;
  const held = await listHeldChanges(db, publishing);
  const milestones = await listHeldMilestones(db, publishing);
  return ({ change, milestone }) => !held.has(change) && !milestones.has(milestone ?? '');
}
