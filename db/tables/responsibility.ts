export const RESPONSIBILITY_ROLES = ['lead', 'supporting'] as const;
export type ResponsibilityRole = (typeof RESPONSIBILITY_ROLES)[number];

/** `inferred` where the report names no owner and the compilers chose one. */
export const RESPONSIBILITY_BASES = ['stated', 'inferred'] as const;
export type ResponsibilityBasis = (typeof RESPONSIBILITY_BASES)[number];

/** Which organisation answers for a recommendation. */
export interface ResponsibilityTable {
  recommendation: string;
  organisation: string;
  role: ResponsibilityRole;
  basis: ResponsibilityBasis;
  change: number;
}
