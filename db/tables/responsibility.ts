import type { Generated } from 'kysely';

export const RESPONSIBILITY_ROLES = ['lead', 'supporting'] as const;
export type ResponsibilityRole = (typeof RESPONSIBILITY_ROLES)[number];

/** `inferred` where the report names no owner and the compilers chose one. */
export const RESPONSIBILITY_BASES = ['stated', 'inferred'] as const;
export type ResponsibilityBasis = (typeof RESPONSIBILITY_BASES)[number];

/** Which organisation answers for a recommendation; once more when it begins again or in another role. */
export interface ResponsibilityTable {
  id: Generated<number>;
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
}
