import { timelineTitle } from '#app/domain/figure-titles.ts';
import { timelineRows } from '#app/domain/figures.ts';
import type { Timeline } from '#app/domain/timeline.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { FigureCard } from './figure-card.tsx';
import { TimelineChart } from './timeline.tsx';
import { TimelineList } from './timeline-list.tsx';

/** Figure 5: the milestones of a theme with first dates, later dates and outcomes; a dated list on narrow screens. */
export function TimelineFigure({ timeline, place, theme }: { timeline: Timeline; place: string; theme: string }) {
  const to = useAddresses();
  const drawn = timeline.rows.length > 0;
  return (
    <FigureCard
      number={5}
      id="figure-5"
      title={timelineTitle(timeline)}
      subtitle={`Dates promised and outcomes of milestones, ${place}. A date known only to its month, quarter or year stands at its last day, with a bar over the period.`}
      leftOut={null}
      source="the dates and outcomes recorded for each milestone, whose pages name their sources."
      asAt={timeline.asAt}
      csvHref={to.figureCsv('timeline', { theme })}
      table={{ caption: `Milestones and their dates, ${place}`, ...timelineRows(timeline) }}
      wide={drawn ? <TimelineChart id="figure-5" timeline={timeline} width={720} /> : null}
      narrow={drawn ? <TimelineList timeline={timeline} /> : null}
      empty="No milestone of this theme had been promised by this day."
    />
  );
}
