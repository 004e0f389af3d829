import { statusOverTimeTitle } from '#app/domain/figure-titles.ts';
import { statusOverTimeRows } from '#app/domain/figures.ts';
import { groupBy } from '#app/domain/group-by.ts';
import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import type { Day } from '#app/domain/partial-date.ts';
import type { MilestoneView } from '#app/domain/record/record.ts';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { FigureCard } from './figure-card.tsx';
import { NARROW, WIDE } from './ink.ts';
import { leftOutLine } from './left-out.tsx';
import { hasStatusByQuarter, StatusByQuarterChart } from './status-by-quarter.tsx';

interface StatusOverTimeFigureProps {
  quarters: QuarterCounts[];
  endedOtherwise: MilestoneView[];
  asAt: Day;
  /** "the whole strategy", or a theme's name. */
  place: string;
  theme?: string;
}

const NOTE =
  'A milestone is counted from the day its first date was said, so the bars grow as promises are made. Past quarters were put together later from published sources; no return was made.';

/** Figure 1: how many milestones stood in each group at the end of every quarter since the strategy began. */
export function StatusOverTimeFigure({ quarters, endedOtherwise, asAt, place, theme }: StatusOverTimeFigureProps) {
  const to = useAddresses();
  const drawn = hasStatusByQuarter(quarters);
  const period = `${quarters[0]?.label ?? ''} to ${quarters.at(-1)?.label ?? ''}`;
  return (
    <FigureCard
      number={1}
      id="figure-1"
      title={statusOverTimeTitle(quarters)}
      subtitle={`Number of milestones promised by then, ${place}, at the end of each quarter, ${period}.`}
      leftOut={leftOut(endedOtherwise)}
      note={drawn ? NOTE : undefined}
      source="the dates and outcomes recorded for each milestone, whose pages name their sources."
      asAt={asAt}
      csvHref={to.figureCsv('milestones-by-quarter', { theme })}
      table={{ caption: `Milestones by quarter, ${place}`, ...statusOverTimeRows(drawn ? quarters : []) }}
      wide={drawn ? <StatusByQuarterChart id="figure-1-wide" rows={quarters} width={WIDE} /> : null}
      narrow={drawn ? <StatusByQuarterChart id="figure-1-narrow" rows={quarters} width={NARROW} /> : null}
      empty="No milestone had been promised by this day."
    />
  );
}

/** Names what is not drawn, by how it ended. */
function leftOut(milestones: MilestoneView[]) {
  const byWord = groupBy(milestones, ({ status }) => MILESTONE_STATUS_WORDS[status].word);
  return leftOutLine(
    (count) => `Left out: ${count} that ended otherwise.`,
    [...byWord].map(([word, milestones]) => ({ word, milestones })),
  );
}
