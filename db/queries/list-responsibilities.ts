import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { ResponsibilityBasis, ResponsibilityRole } from '../tables/responsibility.ts';

export interface ResponsibilityRow {
  recommendation: string;
  organisation: string;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
  name: string;
  shortName: string | null;
  until: string | null;
}

/** Which organisations answer for each recommendation: the lead first, then by name. */
export function listResponsibilities(db: Kysely<Database>): Promise<ResponsibilityRow[]> {
  return db
    .selectFrom('responsibility')
    .innerJoin('organisation', 'organisation.code', 'responsibility.organisation')
    .select([
      'responsibility.recommendation',
      'responsibility.organisation',
      'responsibility.role',
      'responsibility.basis',
      'organisation.name',
      'organisation.shortName',
      'organisation.until',
    ])
    .orderBy('responsibility.recommendation')
    .orderBy('responsibility.role')
    .orderBy('organisation.name')
    .execute();
}
