import { type DatesPromised, isTakenBack, timesMoved, valuesOf } from './dates-promised.ts';
import type { DoneAgainstPromised } from './done-against-promised.ts';
import { changeInWords } from './indicators/change-words.ts';
import type { IndicatorView } from './indicators/indicator.ts';
import { breaksOf, seriesOf } from './indicators/observations.ts';
import { valueAndPeriod } from './indicators/value-words.ts';
import { type LateByRow, lengthInWords } from './late-by.ts';
import { monthsOf, spanBetween } from './lateness.ts';
import { sectorInSentence, sectorInWords } from './organisations/sector-words.ts';
import type { QuarterCounts } from './overview/quarter-counts.ts';
import type { StageCounts } from './overview/stage-counts.ts';
import { type AcrossSectors, pairsApart } from './partnerships/across-sectors.ts';
import { type Quarter, quarterLabel } from './quarter.ts';
import type { Punctuality } from './ratings/punctuality.ts';
import type { ConfidenceRow } from './ratings/ratings.ts';
import { counted, listed } from './sentences.ts';
import type { Timeline } from './timeline.ts';

/**
 * Titles that state the message of a figure, by rule, so that the same data always gets the same words
 * (Government Analysis Function: about ten words). Where no rule applies the title is neutral.
 */

/** Figure 0. */
export function stagesTitle({ counts, notJudged, total }: StageCounts): string {
  if (total === 0) return 'Recommendations by stage';
  if (notJudged === total) return `None of ${counted(total, 'recommendation')} had been judged by this day`;
  return `${counts.delivered} of ${counted(total, 'recommendation')} delivered, ${counts['partly delivered']} partly`;
}

/** Figure 1. */
export function statusOverTimeTitle(quarters: readonly QuarterCounts[]): string {
  const last = quarters.at(-1);
  const drawn = last ? Object.values(last.counts).reduce((sum, n) => sum + n, 0) : 0;
  const total = drawn + (last?.endedOtherwise ?? 0);
  if (!last || total === 0) return 'Milestones by quarter';
  const done = last.counts['done by first date'] + last.counts['done late'];
  if (done === 0) return `None of ${counted(total, 'milestone')} done yet`;
  return `${done} of ${counted(total, 'milestone')} done, ${last.counts['done late']} of them late`;
}

/** Figure 2. `when` is "by now" or, on an earlier day, "by this day". */
export function doneAgainstPromisedTitle(quarters: readonly DoneAgainstPromised[], when: string): string {
  const { promised, done } = quarters.at(-1) ?? { promised: 0, done: 0 };
  if (promised === 0) return 'Milestones done against promised';
  if (promised === 1) return `The one milestone due ${when} is ${done === 1 ? 'done' : 'not done'}`;
  if (done === 0) return `None of ${promised} milestones due ${when} is done`;
  if (done === promised) return `${allOf(promised)} milestones due ${when} are done`;
  return `${done} of ${promised} milestones due ${when} ${done === 1 ? 'is' : 'are'} done`;
}

/** Figure 3: the newest quarter's ratings, worst first. */
export function confidenceTitle(rows: readonly ConfidenceRow[], quarters: readonly Quarter[]): string {
  const newest = quarters.at(-1);
  const ratings = rows.flatMap(({ returns }) => returns.at(-1)?.confidence ?? []);
  const judged = ratings.filter((rating) => rating !== 'not rated');
  if (newest === undefined || judged.length === 0) return 'Delivery confidence by quarter';
  const counts = (['Red', 'Amber', 'Green'] as const)
    .map((rating) => ({ rating, n: judged.filter((other) => other === rating).length }))
    .filter(({ n }) => n > 0);
  const words = counts.map(({ rating, n }) => `${n} ${rating}`);
  return `${listed(words)} of ${judged.length} rated in ${quarterLabel(newest)}`;
}

/** Figure 9: the newest quarter. */
export function punctualityTitle([newest]: readonly Punctuality[]): string {
  if (!newest) return 'Punctuality of returns';
  const came = newest.inTime + newest.late;
  return `${newest.inTime} of ${counted(newest.asked, 'return')} came in time${came === newest.inTime ? '' : `, ${newest.late} late`}`;
}

/** Figure 4. The distance is from the first date to the last, also where it went to and fro in between. */
export function datesPromisedTitle(promised: DatesPromised): string {
  const values = valuesOf(promised);
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return 'Dates promised over time';
  const moved = timesMoved(promised);
  if (isTakenBack(promised)) {
    return moved === 0 ? 'The date was taken back' : `The date moved ${times(moved)}, and was then taken back`;
  }
  if (moved === 0) return `The same date was given ${times(values.length)}`;
  const span = spanBetween(first, last);
  if (span.days === 0) return `The date moved ${times(moved)} and came back to the first`;
  const words = lengthInWords(Math.abs(span.days), span.exact);
  const length = /^\d+ month/.test(words) ? `about ${words}` : words;
  return `The date moved ${times(moved)}, ${span.days > 0 ? `by ${length} in all` : `to ${length} earlier`}`;
}

const allOf = (n: number): string => (n === 2 ? 'Both' : `All ${n}`);
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** From this many late milestones on, the middle one says more than the one that is most late. */
const MANY_LATE = 4;

/** Figure 6: how many are late, and by how much; half of those late, or more, are late by the months named. */
export function lateByTitle(rows: readonly LateByRow[]): string {
  if (rows.length === 0) return 'How late milestones are, in months';
  const late = rows.filter(({ span }) => span.days > 0).sort((a, b) => b.span.days - a.span.days);
  const worst = late[0];
  if (rows.length === 1) return `The one comparable milestone is ${worst ? `late by ${byHowMuch(worst)}` : 'not late'}`;
  if (!worst) return `None of ${rows.length} comparable milestones late`;
  const who = late.length === rows.length ? allOf(rows.length) : `${late.length} of ${rows.length}`;
  const share = `${who} comparable milestones late`;
  if (late.length === 1) return `${share}, by ${byHowMuch(worst)}`;
  if (late.length < MANY_LATE) return `${share}, the most by ${byHowMuch(worst)}`;
  const middle = monthsOf(late[Math.ceil(late.length / 2) - 1]?.span.days ?? 0);
  return middle < 1 ? share : `${share}, half of them by ${counted(middle, 'month')} or more`;
}

const byHowMuch = ({ span }: LateByRow): string => lengthInWords(span.days, span.exact);

/** Figure 5. */
export function timelineTitle({ rows }: Timeline): string {
  if (rows.length === 0) return 'Dates promised and kept';
  const moved = rows.filter(({ laterDates, dateTakenBack }) => laterDates.length > 0 || dateTakenBack).length;
  if (moved === 0) return `None of ${counted(rows.length, 'first date')} was changed`;
  return `${moved} of ${counted(rows.length, 'first date')} ${moved === 1 ? 'was' : 'were'} changed`;
}

/**
 * Figure 7. One series: its first and its last value. Several: those of the first series that has
 * two, and that another follows; nothing is claimed from one series to the next. Neutral without values.
 */
export function indicatorTitle(indicator: IndicatorView): string {
  const series = seriesOf(indicator.values);
  const told = series.find(({ values }) => values.length > 1);
  const [first, last] = [(told ?? series[0])?.values[0], (told ?? series[0])?.values.at(-1)];
  if (!first || !last) return indicator.name;
  const words = told ? changeInWords(first, last, indicator) : valueAndPeriod(last, indicator.unit);
  if (series.length === 1) return words;
  const [follows] = breaksOf(series).filter(({ before }) => before === last);
  return follows ? `${words}; a ${follows.word} since` : `${words}; ${series.length} series, not comparable`;
}

/** Figure 8: the two sectors that meet most often, or, where several pairs share that place, how many pairs are joined. */
export function sectorsTitle(across: AcrossSectors<unknown>): string {
  const pairs = pairsApart(across);
  const joined = pairs.filter(({ partnerships }) => partnerships.length > 0);
  const [most, next] = joined.sort((a, b) => b.partnerships.length - a.partnerships.length);
  if (!most) return 'Partnerships across sectors';
  const times = most.partnerships.length;
  if (times === (next?.partnerships.length ?? 0) || times === 1)
    return `${joined.length} of ${counted(pairs.length, 'pair')} of sectors joined by a partnership`;
  const [one, other] = most.pair;
  return `${sectorInWords(one)} and ${sectorInSentence(other)} meet most often, in ${times} of ${counted(across.total, 'partnership')}`;
}
