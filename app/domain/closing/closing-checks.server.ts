import type { Kysely, Transaction } from 'kysely';
import { listChangesAfter } from '#db/queries/list-changes-after.ts';
import { listQuarters } from '#db/queries/list-quarters.ts';
import type { Database } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import { addChange } from '#db/writes/add-change.ts';
import { CHANGE_WORDS } from '../changes/change-words.ts';
import { londonMoment } from '../clock.ts';
import type { Actor } from '../commission/commission-rules.server.ts';
import { isQuarter, type Quarter, quarterLabel } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';
import type { QuarterAtEnd } from './closing-rules.ts';

/** The quarter with its state. Throws RefusedError for text that is no quarter, or in the words of `whyNot`. */
export async function allowedQuarter(
  db: Kysely<Database>,
  quarter: Quarter,
  whyNot: (of: QuarterAtEnd) => string | null,
): Promise<QuarterAtEnd> {
  if (!isQuarter(quarter)) throw new RefusedError('form', `“${quarter}” is not a quarter`);
  const of = await readQuarterAtEnd(db, quarter);
  const why = whyNot(of);
  if (why !== null) throw new RefusedError('form', why);
  return of;
}

/** A quarter with its state, as the rules of closing want it. */
export async function readQuarterAtEnd(db: Kysely<Database>, quarter: Quarter): Promise<QuarterAtEnd> {
  return { quarter, state: (await listQuarters(db)).find(({ code }) => code === quarter)?.state };
}

/** How many of the changes that were made meanwhile are named. */
const NAMED = 3;

/** Throws ConflictError when anything was recorded after the change with that number. */
export async function checkNothingSince(db: Kysely<Database>, seen: number): Promise<void> {
  const later = await listChangesAfter(db, seen);
  if (later.length === 0) return;
  const named = later.slice(-NAMED).map(({ kind, person, recordedAt }) => {
    const who = person === null ? '' : `, by ${person}`;
    return `${CHANGE_WORDS[kind].toLowerCase()}${who}, on ${londonMoment(new Date(recordedAt))}`;
  });
  const more = later.length > NAMED ? `; and ${later.length - NAMED} more before` : '';
  throw new ConflictError(
    'form',
    `Something was recorded after you looked: ${named.join('; ')}${more}. Nothing was saved: look again at what is below`,
  );
}

/** Opens the change of an act at a quarter's end. `more` is told after the quarter's name. */
export function addClosingChange(
  trx: Transaction<Database>,
  kind: ChangeKind,
  { quarter, more = '' }: { quarter: Quarter; more?: string },
  { person, now }: Actor,
): Promise<number> {
  const reason = `${quarterLabel(quarter)}${more}`;
  return addChange(trx, { kind, recordedAt: now.toISOString(), person: person.id, quarter, reason });
}
