import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Confirmation } from '../tables/source.ts';

export interface PartnershipRow {
  code: string;
  /** The number of the revision that stands. */
  revision: number;
  name: string;
  startedOn: string | null;
  purpose: string;
  funding: string | null;
  confirmation: Confirmation;
  source: string | null;
  note: string | null;
}

/** Every partnership with its standing text, in the strategy's order. */
export function listPartnerships(db: Kysely<Database>): Promise<PartnershipRow[]> {
  return db
    .selectFrom('partnership')
    .innerJoin('partnershipRevision as revision', 'revision.partnership', 'partnership.code')
    .where('revision.number', '=', ({ selectFrom }) =>
      selectFrom('partnershipRevision as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.partnership', '=', 'partnership.code'),
    )
    .select([
      'partnership.code',
      'revision.number as revision',
      'revision.name',
      'revision.startedOn',
      'revision.purpose',
      'revision.funding',
      'revision.confirmation',
      'revision.source',
      'revision.note',
    ])
    .orderBy('partnership.position')
    .execute();
}
