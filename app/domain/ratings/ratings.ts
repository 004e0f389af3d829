import type { Confidence, ReturnAct } from '#db/tables/quarterly-return.ts';
import { groupBy } from '../group-by.ts';
import type { Quarter } from '../quarter.ts';

/** How a return stands for its readers: what is typed, or came back to its owner, is no report yet. */
export type Standing = 'accepted' | 'submitted' | 'missing' | 'outstanding';

/** One return as its readers see it: whether it came, and the ratings it holds. */
export interface RatedReturn {
  quarter: Quarter;
  recommendation: string;
  standing: Standing;
  /** The owner's rating; null unless the return is submitted or accepted. */
  confidence: Confidence | null;
  /** The office's own rating beside it, where it gave one. */
  ownConfidence: Confidence | null;
  /** The owner answered that nothing has changed. */
  unchanged: boolean;
}

/** What is needed of one act on a return. */
export interface Act {
  quarter: string;
  recommendation: string;
  act: ReturnAct;
  confidence: Confidence | null;
  ownConfidence: Confidence | null;
  unchanged: number | null;
}

/** How every return that was asked for stands, from the acts on it in order. */
export function ratedReturns(
  asked: readonly { quarter: Quarter; recommendation: string }[],
  acts: readonly Act[],
): RatedReturn[] {
  const actsOf = groupBy(acts, ({ quarter, recommendation }) => `${quarter} ${recommendation}`);
  return asked.map(({ quarter, recommendation }) => {
    const own = actsOf.get(`${quarter} ${recommendation}`) ?? [];
    const standing = standingOf(own.at(-1)?.act);
    const came = standing === 'accepted' || standing === 'submitted';
    const submitted = came ? own.findLast(({ act }) => act === 'submitted') : undefined;
    return {
      quarter,
      recommendation,
      standing,
      confidence: submitted?.confidence ?? null,
      ownConfidence: standing === 'accepted' ? (own.at(-1)?.ownConfidence ?? null) : null,
      unchanged: submitted?.unchanged === 1,
    };
  });
}

function standingOf(last: ReturnAct | undefined): Standing {
  if (last === 'accepted' || last === 'submitted' || last === 'missing') return last;
  return 'outstanding';
}

/** One row of figure 3: a recommendation, with its return in each of the quarters; null where none was asked for. */
export interface ConfidenceRow {
  code: string;
  title: string;
  returns: (RatedReturn | null)[];
}

/** Figure 3: the recommendations that reported in any of the quarters, in the strategy's order. */
export function confidenceRows(
  recommendations: readonly { code: string; title: string }[],
  quarters: readonly Quarter[],
  returns: readonly RatedReturn[],
): ConfidenceRow[] {
  const found = new Map(returns.map((one) => [`${one.quarter} ${one.recommendation}`, one]));
  return recommendations
    .map(({ code, title }) => ({
      code,
      title,
      returns: quarters.map((quarter) => found.get(`${quarter} ${code}`) ?? null),
    }))
    .filter((row) => row.returns.some((one) => one !== null));
}

/** True once anybody rated anything: before that no page speaks of ratings. */
export const isRated = (returns: readonly RatedReturn[]): boolean =>
  returns.some(({ confidence }) => confidence !== null);
