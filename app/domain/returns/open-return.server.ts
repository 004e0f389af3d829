import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import type { Day } from '../partial-date.ts';
import { type Act, mustBeAllowed } from '../people/permissions.ts';
import { readPostRoles } from '../posts/standing.server.ts';
import type { Quarter } from '../quarter.ts';
import { type ReturnRead, readReturn } from './read-return.server.ts';

/** Who acts on a return, and when. */
export interface Writer {
  person: { id: number; role: Role };
  now: Date;
  today: Day;
}

export interface ReturnKey {
  quarter: Quarter;
  recommendation: string;
}

/** The return is not the owner's to write now: nothing was saved. The message says why, in words for the page. */
export class ReturnNotOpenError extends Error {
  override name = 'ReturnNotOpenError';
}

/**
 * The return, when the person's posts let them do that and it is with its owner. Read inside the transaction that then
 * writes. Throws NotAllowedError or ReturnNotOpenError.
 */
export async function openReturn(
  trx: Transaction<Database>,
  { quarter, recommendation }: ReturnKey,
  act: Extract<Act, 'write return' | 'submit return'>,
  { person, today }: Writer,
): Promise<ReturnRead> {
  mustBeAllowed(person, act, await readPostRoles(trx, person, recommendation, today));
  const read = await readReturn(trx, quarter, recommendation);
  if (!read) throw new ReturnNotOpenError('No return is asked for here any longer.');
  const why = whyNotOpen(read);
  if (why !== null) throw new ReturnNotOpenError(why);
  return read;
}

/** Why the owner may not write the return now, in words; null when they may. */
export function whyNotOpen({ state, revisions }: ReturnRead): string | null {
  const who = revisions.at(-1)?.who?.name ?? 'somebody';
  if (state === 'submitted') return `This return was submitted by ${who} and is with the strategy office.`;
  if (state === 'accepted') return `This return was accepted by ${who}.`;
  if (state === 'missing') return `This return was recorded as missing by ${who}.`;
  return null;
}
