import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface SteerRow {
  id: number;
  quarter: string;
  fromWhom: string;
  words: string;
  owner: string;
  recommendation: string | null;
  due: string | null;
  /** Who recorded it, and when. */
  person: string;
  recordedAt: string;
  /** Null while it is open. */
  doneOn: string | null;
  doneWords: string | null;
  donePerson: string | null;
}

/** Every steer and action there was, in the order in which they were recorded, and how each was done. */
export function listSteers(db: Kysely<Database>): Promise<SteerRow[]> {
  return db
    .selectFrom('steer')
    .innerJoin('change', 'change.number', 'steer.change')
    .innerJoin('person', 'person.id', 'change.person')
    .leftJoin('steerDone as done', 'done.steer', 'steer.id')
    .leftJoin('change as doneChange', 'doneChange.number', 'done.change')
    .leftJoin('person as donePerson', 'donePerson.id', 'doneChange.person')
    .select([
      'steer.id',
      'steer.quarter',
      'steer.fromWhom',
      'steer.words',
      'steer.owner',
      'steer.recommendation',
      'steer.due',
      'person.name as person',
      'change.recordedAt',
      'done.doneOn',
      'done.words as doneWords',
      'donePerson.name as donePerson',
    ])
    .orderBy('steer.id')
    .execute();
}
