import type { Kysely, Transaction } from 'kysely';
import { findAuthor } from '#db/queries/find-author.ts';
import { listAddedRecommendations } from '#db/queries/list-added-recommendations.ts';
import type { Database } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import type { Role } from '#db/tables/person.ts';
import { addChange } from '#db/writes/add-change.ts';
import { londonDay } from '../clock.ts';
import type { Day } from '../partial-date.ts';
import { RefusedError } from '../refused.ts';
import type { Difference } from './differences.ts';
import { type EditConflict, EditConflictError } from './editing-errors.ts';

/** Who edits the strategy, and when. */
export interface Editor {
  person: { id: number; role: Role };
  now: Date;
  today: Day;
}

/** Opens the change of an edit. */
export function addEditChange(
  trx: Transaction<Database>,
  kind: ChangeKind,
  reason: string,
  { person, now }: Pick<Editor, 'person' | 'now'>,
): Promise<number> {
  return addChange(trx, { kind, reason, recordedAt: now.toISOString(), person: person.id, quarter: null });
}

/**
 * Throws RefusedError when the form says what stands already, EditConflictError when what stands is newer than what
 * the form was filled from.
 */
export async function checkEdit(
  trx: Transaction<Database>,
  standing: { number: number; change: number },
  seen: number,
  differences: Difference[],
  untouched: string[] = [],
): Promise<void> {
  if (differences.length === 0)
    throw new RefusedError('form', 'Nothing is different from what stands, so nothing was saved');
  if (standing.number === seen) return;
  throw new EditConflictError({ by: (await findAuthor(trx, standing.change)) ?? null, differences, untouched });
}

/** The day on which a recommendation was added to the record; null when it came with the strategy. */
export async function dayAdded(db: Kysely<Database>, recommendation: string): Promise<Day | null> {
  const added = (await listAddedRecommendations(db)).find(({ code }) => code === recommendation);
  return added ? londonDay(new Date(added.recordedAt)) : null;
}

/** What a page answers when an edit was refused. */
export interface EditRefusal {
  status: 400 | 409;
  errors: Record<string, string>;
  conflict: EditConflict | null;
}

/** The answer to a refused edit; null for an error that is none of these. */
export function editRefusalOf(error: unknown): EditRefusal | null {
  if (error instanceof RefusedError) return { status: 400, errors: { [error.field]: error.message }, conflict: null };
  if (error instanceof EditConflictError) return { status: 409, errors: {}, conflict: error.conflict };
  return null;
}
