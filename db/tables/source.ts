export const SOURCE_TYPES = ['official', 'delivering body', 'trade body', 'press', 'other'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** How sure a statement is: seen in a published source, from memory, or confirmed by its owner. */
export const CONFIRMATIONS = ['published', 'memory', 'owner'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

export interface SourceTable {
  code: string;
  title: string;
  publisher: string;
  type: SourceType;
  url: string | null;
  publishedOn: string | null;
  change: number;
}
