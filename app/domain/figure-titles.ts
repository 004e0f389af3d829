import { type DatesPromised, isTakenBack, timesMoved, valuesOf } from './dates-promised.ts';
import type { DoneAgainstPromised } from './done-against-promised.ts';
import { type LateByRow, lengthInWords } from './late-by.ts';
import { monthsOf, spanBetween } from './lateness.ts';
import type { QuarterCounts } from './overview/quarter-counts.ts';
import type { StageCounts } from './overview/stage-counts.ts';
import { counted } from './sentences.ts';
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
