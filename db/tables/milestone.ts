/** Something promised with a date. What it says of itself is in its revisions, its dates and outcomes in its facts. */
export interface MilestoneTable {
  code: string;
  recommendation: string;
  position: number;
  change: number;
}

/** The promise in words, and a note that may tell later history; the highest number stands. */
export interface MilestoneRevisionTable {
  milestone: string;
  number: number;
  title: string;
  note: string | null;
  change: number;
}
