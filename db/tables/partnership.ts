import type { Confirmation } from './source.ts';

/** Organisations that work together on the strategy. What it says of itself is in its revisions. */
export interface PartnershipTable {
  code: string;
  /** Its place among all partnerships, from 1. */
  position: number;
  change: number;
}

/** The standing text of a partnership; the highest number stands, with the members, themes and strands of that number. */
export interface PartnershipRevisionTable {
  partnership: string;
  number: number;
  name: string;
  /** Partial date. */
  startedOn: string | null;
  purpose: string;
  funding: string | null;
  confirmation: Confirmation;
  source: string | null;
  note: string | null;
  change: number;
}

export interface PartnershipMemberTable {
  partnership: string;
  revision: number;
  position: number;
  organisation: string;
  /** In the partnership's own words: "host", "funder", "partner". */
  role: string;
}

export interface PartnershipThemeTable {
  partnership: string;
  revision: number;
  theme: string;
}

/** One part of what a partnership does. */
export interface PartnershipStrandTable {
  partnership: string;
  revision: number;
  position: number;
  name: string;
  detail: string | null;
}
