import type { Kysely, Transaction } from 'kysely';
import { findStrategy } from '#db/queries/find-strategy.ts';
import { listQuarters } from '#db/queries/list-quarters.ts';
import type { Database } from '#db/schema.ts';
import type { ChangeKind } from '#db/tables/change.ts';
import type { Role } from '#db/tables/person.ts';
import { addChange } from '#db/writes/add-change.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { isQuarter, type Quarter, quarterFirstDay, quarterLabel, quarterOf } from '../quarter.ts';
import { RefusedError } from '../refused.ts';
import { type OfficeQuarter, whyNoActs, whyNoWords } from './office-quarters.ts';

/** Who writes for the office, at which moment, and what day it is then. */
export interface OfficeActor {
  person: { id: number; role: Role };
  now: Date;
  today: Day;
}

/** A quarter as the rules of the office's words want it. */
export async function readOfficeQuarter(db: Kysely<Database>, quarter: Quarter, today: Day): Promise<OfficeQuarter> {
  const { publishedOn } = await findStrategy(db);
  const state = (await listQuarters(db)).find(({ code }) => code === quarter)?.state;
  return { quarter, state, first: quarterOf(publishedOn), current: quarterOf(today) };
}

/** Throws RefusedError unless the office may write about the quarter, or, of `acts`, act on its page. */
export async function checkQuarter(
  trx: Transaction<Database>,
  quarter: Quarter,
  { today, acts = false }: { today: Day; acts?: boolean },
): Promise<void> {
  if (!isQuarter(quarter)) throw new RefusedError('form', `“${quarter}” is not a quarter`);
  const of = await readOfficeQuarter(trx, quarter, today);
  const why = acts ? whyNoActs(of) : whyNoWords(of);
  if (why !== null) throw new RefusedError('form', why);
}

/** Throws RefusedError for a day in the future, or before the quarter that it is about began. `name` begins the message. */
export function checkDay(day: Day, { field, name, quarter, today }: DayRule): void {
  const first = quarterFirstDay(quarter);
  if (day > today) throw new RefusedError(`${field}.day`, `${name} must be today or in the past`);
  if (day < first)
    throw new RefusedError(
      `${field}.day`,
      `${name} must be on or after ${formatPartialDate(first)}, the first day of ${quarterLabel(quarter)}`,
    );
}

interface DayRule {
  field: string;
  name: string;
  quarter: Quarter;
  today: Day;
}

/** Opens the change of an act of the office. Its words name the quarter and no more. */
export function addOfficeChange(
  trx: Transaction<Database>,
  kind: ChangeKind,
  quarter: Quarter,
  { person, now }: OfficeActor,
): Promise<number> {
  const change = { kind, recordedAt: now.toISOString(), person: person.id, quarter, reason: quarterLabel(quarter) };
  return addChange(trx, change);
}
