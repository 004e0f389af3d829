import { statusOverTimeTitle } from '#app/domain/figure-titles.ts';
import { statusOverTimeRows } from '#app/domain/figures.ts';
import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import type { Day } from '#app/domain/partial-date.ts';
import type { MilestoneView } from '#app/domain/record/record.ts';
import { counted, listed } from '#app/domain/sentences.ts';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { FigureCard } from './figure-card.tsx';
import { hasStatusByQuarter, StatusByQuarterChart } from './status-by-quarter.tsx';

interface StatusOverTimeFigureProps {
  quarters: QuarterCounts[];
  endedOtherwise: MilestoneView[];
  asAt: Day;
  /** "the whole strategy", or a theme's name. */
  place: string;
  theme?: string;
}

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
      leftOut={leftOutInWords(endedOtherwise)}
      note="A milestone is counted from the day its first date was said, so the bars grow as promises are made. Past quarters were put together later from published sources; no return was made."
      source="the dates and outcomes recorded for each milestone, whose pages name their sources."
      asAt={asAt}
      csvHref={to.figureCsv('milestones-by-quarter', { theme })}
      table={{ caption: `Milestones by quarter, ${place}`, ...statusOverTimeRows(quarters) }}
      wide={drawn ? <StatusByQuarterChart id="figure-1-wide" rows={quarters} width={720} /> : null}
      narrow={drawn ? <StatusByQuarterChart id="figure-1-narrow" rows={quarters} width={328} /> : null}
      empty="No milestone had been promised by this day."
    />
  );
}

/** Names what is not drawn: "Left out: 2 milestones that ended otherwise. Partly met: …; withdrawn: …". */
export function leftOutInWords(milestones: MilestoneView[]): string | null {
  if (milestones.length === 0) return null;
  const byWord = new Map<string, string[]>();
  for (const { status, title, code } of milestones) {
    const { word } = MILESTONE_STATUS_WORDS[status];
    byWord.set(word, [...(byWord.get(word) ?? []), `${title} (${code})`]);
  }
  const groups = [...byWord].map(([word, titles]) => `${word}: ${listed(titles)}`);
  return `Left out: ${counted(milestones.length, 'milestone')} that ended otherwise. ${groups.join('. ')}.`;
}
