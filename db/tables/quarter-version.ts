/** Whom a summary is for: the board (everything), ministers (two pages), or everybody. */
export const AUDIENCES = ['board', 'ministers', 'publication'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * What a reviewer can choose to publish of a quarter beside the facts. Dates, outcomes and stages that came with its
 * returns are published with it in any case.
 */
export const PUBLISHABLE_FIELDS = [
  'achieved',
  'next',
  'assessment',
  'ratings',
  'risks',
  'path to green',
  'decisions wanted',
  'steers',
] as const;
export type PublishableField = (typeof PUBLISHABLE_FIELDS)[number];

/** A quarter as it was frozen: 1 when it was closed, more for each correction. Never changed. */
export interface QuarterVersionTable {
  quarter: string;
  number: number;
  /** Why it was corrected; null for the first. */
  reason: string | null;
  change: number;
}

/** One file of a frozen quarter, as it is served. Never changed. */
export interface QuarterFileTable {
  quarter: string;
  version: number;
  audience: Audience;
  /** `summary.docx`; `document.json` is what the others were made from. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  sha256: string;
}

/** That a version was published, and what of it. */
export interface PublicationTable {
  quarter: string;
  version: number;
  /** JSON list of the fields chosen. */
  fields: string;
  change: number;
}
