/** Tables whose rows have no revisions of their own: what a row was before is kept beside it. */
export const KEPT_TABLES = [
  'strategy',
  'theme',
  'source',
  'organisation',
  'organisation_succession',
  'recommendation',
  'milestone',
  'event',
  'indicator',
  'partnership',
  'finding',
] as const;
export type KeptTable = (typeof KEPT_TABLES)[number];

/** A row as it was until a change replaced it. The newest stands in its table, with the change that first added it. */
export interface EarlierRowTable {
  of: KeptTable;
  /** Its code; of a succession "ORG SUCCESSOR". */
  code: string;
  replacedChange: number;
  /** JSON of its columns under their names in code; of an event also `alsoBearsOn`, of a finding `themes`: lists of codes. */
  row: string;
}
