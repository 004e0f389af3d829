import type { Kysely } from 'kysely';
import { listHeldChanges } from '#db/queries/list-held-changes.ts';
import type { Database } from '#db/schema.ts';
import type { View } from '../as-at.ts';
import type { Quarter } from '../quarter.ts';

/**
 * True for a row that a reader of that view may see. Signed-out readers see nothing that came with a return until its
 * quarter is published; `publishing` is a quarter that counts as published.
 */
export async function shownIn(
  db: Kysely<Database>,
  view: View,
  publishing?: Quarter,
): Promise<(row: { change: number }) => boolean> {
  if (view === 'internal') return () => true;
  const held = await listHeldChanges(db, publishing);
  return ({ change }) => !held.has(change);
}
