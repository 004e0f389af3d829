import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import { heldAcceptances } from './held-acceptances.ts';

/**
 * Codes of the milestones that came with a return whose quarter is not published. Whatever is recorded of them is held
 * with them, also by a change that touches much else.
 */
export async function listHeldMilestones(db: Kysely<Database>, publishing = ''): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('milestone')
    .where('change', 'in', heldAcceptances(db, publishing))
    .select('code')
    .execute();
  return new Set(rows.map(({ code }) => code));
}
