import type { Kysely } from 'kysely';
import { type FactCommand, recordFact } from '#app/domain/milestones/record-fact.server.ts';
import { join } from '#app/domain/people/join.server.ts';
import { makeFirstAdministratorLink } from '#app/domain/people/welcome-link.server.ts';
import { listMilestoneFacts } from '#db/queries/list-milestone-facts.ts';
import type { Database } from '#db/schema.ts';

export const TODAY = '2026-11-23';
export const NOON = new Date(`${TODAY}T12:00:00.000Z`);

/** What a test records: all but the milestone may be left to what most tests want. */
export type Recorded = Partial<FactCommand> & { milestone: string };

/** Somebody who may record, and what they record. */
export interface Recorder {
  personId: number;
  /** Records one fact as the command says; a field left out gets a harmless value, `seen` the newest fact. */
  record: (command: Recorded) => Promise<number>;
}

/** Makes the first administrator of a database, who then records for the test. */
export async function makeRecorder(db: Kysely<Database>): Promise<Recorder> {
  const token = (await makeFirstAdministratorLink(db, NOON)) ?? '';
  const ada = { token, name: 'Ada Lovelace', email: 'ada@example.gov.uk', password: 'three random words' };
  const person = await join(db, ada, NOON);
  return {
    personId: person.id,
    record: async (command) => recordFact(db, await completed(db, command), { person, now: NOON, today: TODAY }),
  };
}

async function completed(db: Kysely<Database>, command: Recorded): Promise<FactCommand> {
  const seen = (await listMilestoneFacts(db, command.milestone)).at(-1)?.number ?? 0;
  return {
    act: 'later-date',
    kind: 'forecast',
    value: '2028',
    saidOn: '2026-11-01',
    note: 'As announced',
    reason: 'As announced',
    source: null,
    newSource: null,
    replaces: null,
    seen,
    ...command,
  };
}
