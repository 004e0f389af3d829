import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

export interface PartnershipStrandRow {
  partnership: string;
  position: number;
  name: string;
  detail: string | null;
}

/** The strands of work of each partnership as its standing revision has them, in their order. */
export function listPartnershipStrands(db: Kysely<Database>): Promise<PartnershipStrandRow[]> {
  return db
    .selectFrom('partnershipStrand as strand')
    .where('strand.revision', '=', ({ selectFrom }) =>
      selectFrom('partnershipRevision as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.partnership', '=', 'strand.partnership'),
    )
    .select(['strand.partnership', 'strand.position', 'strand.name', 'strand.detail'])
    .orderBy('strand.partnership')
    .orderBy('strand.position')
    .execute();
}
