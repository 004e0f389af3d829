import type { Kysely } from 'kysely';
import { listPartnershipHealth, type PartnershipHealthRow } from '#db/queries/list-partnership-health.ts';
import { listPartnerships } from '#db/queries/list-partnerships.ts';
import type { Database } from '#db/schema.ts';
import { addChange } from '#db/writes/add-change.ts';
import { insertRows } from '#db/writes/insert-rows.ts';
import type { Editor } from '../editing/editor.server.ts';
import { groupBy } from '../group-by.ts';
import { type Day, firstDay, formatPartialDate } from '../partial-date.ts';
import { mustBeAllowed } from '../people/permissions.ts';
import { RefusedError } from '../refused.ts';
import type { HealthCheck, HealthWords } from './partnership-health.ts';

/** How a partnership was found to do on a day, in words. */
export interface NotedHealth {
  partnership: string;
  notedOn: Day;
  words: HealthWords[];
}

/** The health checks of a partnership, the newest day first. */
export async function readHealthChecks(db: Kysely<Database>, partnership: string): Promise<HealthCheck[]> {
  const checks = groupBy(await listPartnershipHealth(db, partnership), ({ number }) => number);
  return [...checks].map(([number, rows]) => ({
    number,
    notedOn: rows[0]?.notedOn ?? '',
    by: rows[0]?.person ?? null,
    words: rows.map(({ dimension, words, evidence }: PartnershipHealthRow) => ({ dimension, words, evidence })),
  }));
}

/**
 * Notes how a partnership does beside what was noted before, as one change that signed-out readers do not see. Throws
 * NotAllowedError or a refusal with its field; then nothing is saved.
 */
export async function noteHealth(
  db: Kysely<Database>,
  { partnership, notedOn, words }: NotedHealth,
  { person, now, today }: Editor,
): Promise<void> {
  mustBeAllowed(person, 'note partnership health');
  await db.transaction().execute(async (trx) => {
    const standing = (await listPartnerships(trx)).find(({ code }) => code === partnership);
    if (!standing) throw new RefusedError('form', 'There is no such partnership');
    checkDay(notedOn, standing.startedOn, today);
    const checks = await readHealthChecks(trx, partnership);
    checkWords({ notedOn, words }, checks);
    const number = Math.max(0, ...checks.map((check) => check.number)) + 1;
    const recordedAt = now.toISOString();
    const kind = 'partnership health noted';
    const change = await addChange(trx, { kind, recordedAt, person: person.id, quarter: null, reason: null });
    await insertRows(trx, 'partnershipHealth', [{ partnership, number, notedOn, change }]);
    const said = words.map((each) => ({ partnership, number, ...each }));
    await insertRows(trx, 'partnershipHealthWords', said);
  });
}

function checkDay(day: Day, startedOn: string | null, today: Day): void {
  if (day > today) throw new RefusedError('notedOn.year', 'The day it was looked at must be today or in the past');
  if (startedOn !== null && day < firstDay(startedOn))
    throw new RefusedError(
      'notedOn.year',
      `The day it was looked at must not be before the partnership started: ${formatPartialDate(startedOn)}`,
    );
}

function checkWords({ notedOn, words }: Omit<NotedHealth, 'partnership'>, checks: readonly HealthCheck[]): void {
  if (words.length === 0) throw new RefusedError('form', 'Say something of at least one of the seven');
  const same = (check: HealthCheck): boolean => check.notedOn === notedOn && textOf(check.words) === textOf(words);
  if (checks.some(same)) throw new RefusedError('form', 'The same is noted for this day already, so nothing was saved');
}

const textOf = (words: readonly HealthWords[]): string =>
  words
    .map(({ dimension, words, evidence }) => JSON.stringify([dimension, words, evidence]))
    .sort()
    .join();
