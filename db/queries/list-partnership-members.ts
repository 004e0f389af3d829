import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { Sector } from '../tables/organisation.ts';

export interface PartnershipMemberRow {
  partnership: string;
  organisation: string;
  role: string;
  name: string;
  shortName: string | null;
  sector: Sector;
  until: string | null;
}

/** Who takes part in each partnership as its standing revision has it, in the order given there. */
export function listPartnershipMembers(db: Kysely<Database>): Promise<PartnershipMemberRow[]> {
  return db
    .selectFrom('partnershipMember as member')
    .innerJoin('organisation', 'organisation.code', 'member.organisation')
    .where('member.revision', '=', ({ selectFrom }) =>
      selectFrom('partnershipRevision as later')
        .select(({ fn }) => fn.max('later.number').as('number'))
        .whereRef('later.partnership', '=', 'member.partnership'),
    )
    .select([
      'member.partnership',
      'member.organisation',
      'member.role',
      'organisation.name',
      'organisation.shortName',
      'organisation.sector',
      'organisation.until',
    ])
    .orderBy('member.partnership')
    .orderBy('member.position')
    .execute();
}
