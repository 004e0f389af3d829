import { addYears, formatISO, parseISO } from 'date-fns';
import type { Kysely } from 'kysely';
import { findPersonById } from '#db/queries/find-person.ts';
import { findStrategy } from '#db/queries/find-strategy.ts';
import { findPost, type PostRow } from '#db/queries/list-posts.ts';
import type { Database } from '#db/schema.ts';
import type { Role } from '#db/tables/person.ts';
import { type Day, formatPartialDate } from '../partial-date.ts';
import { RefusedError } from '../refused.ts';

/** Who acts, at which moment, and what day it is then. */
export interface PostActor {
  person: { id: number; role: Role };
  now: Date;
  today: Day;
}

/**
 * Throws RefusedError unless the day is between the strategy's first day and a year from today: an end is written
 * once, so a slip in the year could not be put right.
 */
export async function checkDay(db: Kysely<Database>, day: Day, today: Day, field = 'fromOn.year'): Promise<void> {
  const first = (await findStrategy(db)).publishedOn;
  const last = formatISO(addYears(parseISO(today), 1), { representation: 'date' });
  if (day >= first && day <= last) return;
  throw new RefusedError(
    field,
    `The day must be between ${formatPartialDate(first)}, when the strategy was published, and ${formatPartialDate(last)}`,
  );
}

/** The post with that id, or RefusedError at that field. */
export async function postOrRefused(db: Kysely<Database>, id: number, field = 'form'): Promise<PostRow> {
  const post = await findPost(db, id);
  if (!post) throw new RefusedError(field, 'There is no such post. Choose one from the list');
  return post;
}

/** Throws RefusedError unless somebody has that id who is here and has not left. */
export async function checkPerson(db: Kysely<Database>, id: number, field: string): Promise<void> {
  if (!(await findPersonById(db, id)))
    throw new RefusedError(field, 'There is no such person, or they left. Choose somebody from the list');
}

/** What happened in words, and why when somebody said why: the reason of a change. */
export function reasonOf(what: string, why: string | null): string {
  return why === null ? what : `${what}. ${why}`;
}
