import type { Confirmation } from './source.ts';

export const SUCCESSION_KINDS = ['renamed', 'merged', 'split', 'abolished'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** What became of a body that ended, and who took over. */
export interface OrganisationSuccessionTable {
  organisation: string;
  successor: string;
  happenedOn: string;
  kind: SuccessionKind;
  confirmation: Confirmation;
  source: string | null;
  change: number;
}
