import type { Audience } from '#db/tables/quarter-version.ts';
import type { IndicatorView } from '../indicators/indicator.ts';
import type { Clearance, Steer } from '../office/office-words.ts';
import type { QuarterCounts } from '../overview/quarter-counts.ts';
import type { PartnershipView } from '../partnerships/partnership.ts';
import type { Quarter } from '../quarter.ts';
import type { Difference } from '../quarters/compare.ts';
import type { RatedReturn } from '../ratings/ratings.ts';
import type { RecordAsAt } from '../record/record.ts';
import type { ReturnContent } from '../returns/return-content.ts';
import type { Standing } from './document.ts';
import type { SummaryAsk } from './summary-ask.ts';
import type { SummaryMaker } from './summary-maker.ts';

/** One return that was asked for, as a summary tells it. */
export interface SummaryReturn {
  code: string;
  title: string;
  theme: string;
  /** The post that owns it, in words; null when none does. */
  owner: string | null;
  now: RatedReturn;
  /** The same recommendation's return of the quarter before. */
  before: RatedReturn | null;
  move: 'improved' | 'worsened' | 'same' | null;
  /** It first came after its deadline. */
  isLate: boolean;
  /** What the owner said; null unless it is accepted or, in a draft, submitted. */
  content: ReturnContent | null;
  /** The office's words on accepting it. */
  comment: string | null;
}

/** A return of a quarter that was closed before it came. */
export interface LateReturn {
  quarter: Quarter;
  recommendation: string;
  title: string;
}

/** What the office wrote about the quarter. */
export interface SummaryOffice {
  assessment: { words: string; by: string } | null;
  clearances: Clearance[];
  /** Of this quarter and carried into it. */
  steers: Steer[];
}

/** Everything that a summary is made from: the record on the quarter's day, in the view of its audience. */
export interface SummaryInput {
  ask: SummaryAsk;
  maker: SummaryMaker;
  audience: Audience;
  standing: Standing;
  /** Was commissioned, so that returns were asked for. */
  isCommissioned: boolean;
  record: RecordAsAt;
  /** What a publication leaves out because it rests on memory. */
  fromMemory: { recommendations: number; milestones: number };
  /** The quarter that it is compared with; null for the strategy's first. */
  since: Quarter | null;
  differences: Difference[];
  overTime: QuarterCounts[];
  indicators: IndicatorView[];
  partnerships: PartnershipView[];
  returns: SummaryReturn[];
  /** Returns of this quarter and of the seven before it that had any, for figure 3. */
  rated: RatedReturn[];
  late: LateReturn[];
  office: SummaryOffice | null;
  demonstration: string | null;
}

/** True once anybody rated anything in the quarter: before that a summary does not speak of ratings. */
export const hasRatings = ({ returns }: SummaryInput): boolean => returns.some(({ now }) => now.confidence !== null);
