import { addYears, formatISO, parseISO } from 'date-fns';
import type { Kysely } from 'kysely';
import { findCommission } from '#db/queries/find-commission.ts';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { type Quarter, quarterLabel } from '../quarter.ts';
import { ConflictError, RefusedError } from '../refused.ts';

/** Who acts, at which moment, and what day it is then. */
export interface Actor {
  person: { id: number; role: Role };
  now: Date;
  today: Day;
}

/** Throws RefusedError unless the day is after today and at most a year away. */
export function checkDeadline(deadline: Day, today: Day): void {
  const last = formatISO(addYears(parseISO(today), 1), { representation: 'date' });
  if (deadline <= today)
    throw new RefusedError('deadline.day', `The deadline must be after today, ${formatPartialDate(today)}`);
  if (deadline > last)
    throw new RefusedError('deadline.year', `The deadline must be on or before ${formatPartialDate(last)}`);
}

/** Throws RefusedError unless these are one or more recommendations of the record, each once. */
export async function checkRecommendations(db: Kysely<Database>, codes: readonly string[]): Promise<void> {
  const known = new Set((await listRecommendations(db)).map(({ code }) => code));
  const all = new Set(codes);
  if (all.size > 0 && all.size === codes.length && codes.every((code) => known.has(code))) return;
  throw new RefusedError('recommendations', 'Choose one or more recommendations from the list');
}

/** The commission of a quarter that takes returns now, or RefusedError. */
export async function openCommission(db: Kysely<Database>, quarter: Quarter): Promise<{ deadline: Day }> {
  const commission = await findCommission(db, quarter);
  if (!commission) throw new RefusedError('form', `${quarterLabel(quarter)} was not commissioned`);
  if (commission.state !== 'commissioned')
    throw new ConflictError('form', `${quarterLabel(quarter)} takes no returns any more: it is ${commission.state}`);
  return commission;
}
