import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { PartnershipMemberTable, PartnershipStrandTable, PartnershipThemeTable } from '../tables/partnership.ts';

export interface PartnershipParts {
  members: PartnershipMemberTable[];
  themes: PartnershipThemeTable[];
  strands: PartnershipStrandTable[];
}

/** The members, themes and strands of every revision of every partnership, each in its order. */
export async function listPartnershipParts(db: Kysely<Database>): Promise<PartnershipParts> {
  return {
    members: await db.selectFrom('partnershipMember').selectAll().orderBy('position').execute(),
    themes: await db
      .selectFrom('partnershipTheme')
      .innerJoin('theme', 'theme.code', 'partnershipTheme.theme')
      .selectAll('partnershipTheme')
      .orderBy('theme.position')
      .execute(),
    strands: await db.selectFrom('partnershipStrand').selectAll().orderBy('position').execute(),
  };
}
