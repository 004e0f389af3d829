export const SECTORS = [
  'government',
  'nhs',
  'regulator',
  'research funder',
  'university',
  'industry',
  'industry body',
  'charity',
  'cluster',
  'overseas',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];

export interface OrganisationTable {
  code: string;
  name: string;
  shortName: string | null;
  sector: Sector;
  /** When the body ended, as a partial date; null while it exists. */
  until: string | null;
  change: number;
}
