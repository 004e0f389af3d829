import type { AsAt } from '#app/domain/as-at.ts';
import { type DoneAgainstPromised, notCountedAsDone } from '#app/domain/done-against-promised.ts';
import { doneAgainstPromisedTitle } from '#app/domain/figure-titles.ts';
import { doneAgainstPromisedRows } from '#app/domain/figures.ts';
import { groupBy } from '#app/domain/group-by.ts';
import type { Day } from '#app/domain/partial-date.ts';
import type { MilestoneView } from '#app/domain/record/record.ts';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import { DoneAgainstPromisedChart, hasDoneAgainstPromised } from './done-against-promised.tsx';
import { FigureCard } from './figure-card.tsx';
import { NARROW, WIDE } from './ink.ts';
import { leftOutLine } from './left-out.tsx';

interface DoneAgainstPromisedFigureProps {
  quarters: DoneAgainstPromised[];
  milestones: MilestoneView[];
  asAt: AsAt;
  /** What is counted: "the whole strategy", or the filters in words. */
  place: string;
  csvHref: string;
}

/** Figure 2: milestones due by the end of each quarter by their first date, and how many of them were done. */
export function DoneAgainstPromisedFigure(props: DoneAgainstPromisedFigureProps) {
  const { quarters, milestones, place, csvHref } = props;
  const { day, isToday } = props.asAt;
  const drawn = hasDoneAgainstPromised(quarters);
  const period = `${quarters[0]?.label ?? ''} to ${quarters.at(-1)?.label ?? ''}`;
  const chart = (width: number) =>
    drawn ? <DoneAgainstPromisedChart id="figure-2" rows={quarters} width={width} /> : null;
  return (
    <FigureCard
      number={2}
      id="figure-2"
      title={doneAgainstPromisedTitle(quarters, isToday ? 'by now' : 'by this day')}
      subtitle={`Milestones due by their first date, and how many of them were done: ${place}, at the end of each quarter, ${period}.`}
      leftOut={drawn ? neverDone(milestones, day) : null}
      note={drawn ? NOTE : undefined}
      source="the dates and outcomes recorded for each milestone, whose pages name their sources."
      asAt={day}
      csvHref={csvHref}
      table={{
        caption: `Milestones done against promised, ${place}`,
        ...doneAgainstPromisedRows(drawn ? quarters : []),
      }}
      wide={chart(WIDE)}
      narrow={chart(NARROW)}
      empty={
        milestones.length === 0
          ? 'No milestone is shown above, so there is nothing to draw.'
          : 'None of the milestones shown above had a first date that had come by this day.'
      }
    />
  );
}

const NOTE =
  'A milestone is counted as promised from the day its first date came, however often the date was moved, and as done only when what was promised was there in full. What was done early is counted when its first date comes.';

function neverDone(milestones: MilestoneView[], day: Day) {
  const { endedOtherwise, noFirstDate } = notCountedAsDone(milestones, day);
  const byWord = groupBy(endedOtherwise, ({ status }) => MILESTONE_STATUS_WORDS[status].word);
  const promised = leftOutLine(
    (count) => `Promised but never counted as done: ${count} that ended otherwise.`,
    [...byWord].map(([word, milestones]) => ({ word, milestones })),
  );
  const leftOut = leftOutLine((count) => `Left out: ${count}.`, [{ word: 'No first date', milestones: noFirstDate }]);
  if (!promised || !leftOut) return promised ?? leftOut;
  return (
    <>
      {promised} {leftOut}
    </>
  );
}
