import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { ResponsibilityBasis, ResponsibilityRole } from '../tables/responsibility.ts';

/** What an organisation is, was or will be to a recommendation. */
export interface ResponsibilityRow {
  id: number;
  recommendation: string;
  organisation: string;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
  /** The first day on which it counts; null: from the beginning. */
  fromOn: string | null;
  /** The first day on which it no longer counts; null: no end is known. */
  untilOn: string | null;
  change: number;
  endedChange: number | null;
  name: string;
  shortName: string | null;
  /** When the body itself ended. */
  until: string | null;
}

/** Which organisations answer, answered and will answer for each recommendation: the lead first, then by name, earliest first. */
export function listResponsibilities(db: Kysely<Database>): Promise<ResponsibilityRow[]> {
  return db
    .selectFrom('responsibility')
    .innerJoin('organisation', 'organisation.code', 'responsibility.organisation')
    .select([
      'responsibility.id',
      'responsibility.recommendation',
      'responsibility.organisation',
      'responsibility.role',
      'responsibility.basis',
      'responsibility.fromOn',
      'responsibility.untilOn',
      'responsibility.change',
      'responsibility.endedChange',
      'organisation.name',
      'organisation.shortName',
      'organisation.until',
    ])
    .orderBy('responsibility.recommendation')
    .orderBy('responsibility.role')
    .orderBy('organisation.name')
    .orderBy('responsibility.id')
    .execute();
}
