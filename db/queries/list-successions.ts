import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { SuccessionKind } from '../tables/organisation-succession.ts';
import type { Confirmation } from '../tables/source.ts';

export interface SuccessionRow {
  organisation: string;
  successor: string;
  successorName: string;
  successorShortName: string | null;
  happenedOn: string;
  kind: SuccessionKind;
  confirmation: Confirmation;
  source: string | null;
}

/** What became of bodies that ended, by body and successor. */
export function listSuccessions(db: Kysely<Database>): Promise<SuccessionRow[]> {
  return db
    .selectFrom('organisationSuccession as succession')
    .innerJoin('organisation as successor', 'successor.code', 'succession.successor')
    .select([
      'succession.organisation',
      'succession.successor',
      'successor.name as successorName',
      'successor.shortName as successorShortName',
      'succession.happenedOn',
      'succession.kind',
      'succession.confirmation',
      'succession.source',
    ])
    .orderBy('succession.organisation')
    .orderBy('successor.name')
    .execute();
}
