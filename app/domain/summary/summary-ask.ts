import type { Audience } from '#db/tables/quarter-version.ts';
import type { Day } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';

/** What a summary is asked for. */
export interface SummaryAsk {
  quarter: Quarter;
  audience: Audience;
  today: Day;
  /** The document is that of a version about to be stored; null or left out: a live one. */
  freezing?: { number: number; madeOn: Day; reason: string | null } | null;
  /** For the publication: with everything that could be published, and this quarter's returns counted as published. */
  candidate?: boolean;
  /** The office's assessment about to be recorded, in place of the one in the record; null or left out: as recorded. */
  assessment?: string | null;
}
