import type { Kysely } from 'kysely';
import { listRecommendations } from '#db/queries/list-recommendations.ts';
import type { Database } from '#db/schema.ts';
import type { Day } from '../partial-date.ts';
import { previousQuarter, type Quarter, quarterOf } from '../quarter.ts';
import { whyNoActs, whyNoWords } from './office-quarters.ts';
import { readOfficeQuarter } from './office-rules.server.ts';
import { readNewestAssessment, readOfficeWords, readOpenSteers } from './office-words.server.ts';
import type { Assessment, OfficeWords, Steer } from './office-words.ts';
import { steersNeedingAttention } from './steer-standing.ts';

/** What the office wrote about a quarter, and what can be written. */
export interface OfficePage extends OfficeWords {
  quarter: Quarter;
  /** The quarter under way: steers of a closed quarter are marked as done on its page. */
  current: Quarter;
  /** Why nothing can be written about the quarter; null when it can. */
  whyNoWords: string | null;
  /** Why no steer can be marked as done on this page; null when it can. */
  whyNoActs: string | null;
}

/** The page of the office's words about a quarter, as it stands today. Never for signed-out readers. */
export async function readOfficePage(db: Kysely<Database>, quarter: Quarter, today: Day): Promise<OfficePage> {
  const of = await readOfficeQuarter(db, quarter, today);
  return {
    ...(await readOfficeWords(db, quarter, today)),
    quarter,
    current: of.current,
    whyNoWords: whyNoWords(of),
    whyNoActs: whyNoActs(of),
  };
}

/** The recommendations that a steer can be about, as a list to choose from. */
export async function readSteerSubjects(db: Kysely<Database>): Promise<{ value: string; text: string }[]> {
  return (await listRecommendations(db)).map(({ code, title }) => ({ value: code, text: `${code}: ${title}` }));
}

/** What the overview shows of the office's words. */
export interface OfficeOnOverview {
  /** The newest, of the quarter under way or the one before; null when neither has one. */
  assessment: Assessment | null;
  /** Open and late, or due within 30 days. */
  steers: Steer[];
  /** Every open steer. */
  open: number;
  /** The quarter under way. */
  current: Quarter;
}

/** The office's words for the overview, as they stand today. Never for signed-out readers. */
export async function readOfficeOnOverview(db: Kysely<Database>, today: Day): Promise<OfficeOnOverview> {
  const current = quarterOf(today);
  const open = await readOpenSteers(db, today);
  return {
    assessment: await readNewestAssessment(db, previousQuarter(current)),
    steers: steersNeedingAttention(open, today),
    open: open.length,
    current,
  };
}
