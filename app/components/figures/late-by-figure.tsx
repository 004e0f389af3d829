import { lateByTitle } from '#app/domain/figure-titles.ts';
import { lateByRows } from '#app/domain/figures.ts';
import type { LateBy, NotCompared } from '#app/domain/late-by.ts';
import type { Day } from '#app/domain/partial-date.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { FigureCard } from './figure-card.tsx';
import { NARROW, WIDE } from './ink.ts';
import { LateByChart } from './late-by.tsx';
import { LateByList } from './late-by-list.tsx';
import { leftOutLine } from './left-out.tsx';

interface LateByFigureProps {
  lateness: LateBy;
  asAt: Day;
  /** What is compared: "the whole strategy", or the filters in words. */
  place: string;
  csvHref: string;
}

const REASON_WORDS: Record<NotCompared, string> = {
  'no later date': 'No later date announced',
  'partly met': 'Partly met',
  'not met': 'Not met',
  're-measured': 'Met by re-measurement',
  withdrawn: 'Withdrawn',
  'no date': 'Date taken back',
  'no first date': 'No first date',
};

/** Figure 6: how many months late each milestone is against its first date; a list of bars on narrow screens. */
export function LateByFigure({ lateness, asAt, place, csvHref }: LateByFigureProps) {
  const to = useAddresses();
  const { rows, leftOut } = lateness;
  const drawn = rows.length > 0;
  const groups = leftOut.map(({ reason, milestones }) => ({ word: REASON_WORDS[reason], milestones }));
  return (
    <FigureCard
      number={6}
      id="figure-6"
      title={lateByTitle(rows)}
      subtitle={`Months from the first date to the outcome, or to the latest date announced where there is none: ${place}, most late first.`}
      leftOut={leftOutLine((count) => `Left out: ${count} that cannot be compared.`, groups)}
      note={
        drawn
          ? 'A date known only to its month, quarter or year is counted from or to its last day. Where nothing is done yet, the bar ends at the latest date announced, which may move again.'
          : undefined
      }
      source="the dates and outcomes recorded for each milestone, whose pages name their sources."
      asAt={asAt}
      csvHref={csvHref}
      table={{ caption: `How late milestones are, ${place}`, ...lateByRows(lateness) }}
      wide={drawn ? <LateByChart id="figure-6" rows={rows} width={WIDE} /> : null}
      narrow={drawn ? <LateByList id="figure-6" rows={rows} width={NARROW} href={to.milestone} /> : null}
      empty={
        leftOut.length === 0
          ? 'No milestone is shown above, so there is nothing to draw.'
          : 'None of the milestones shown above has two dates that can be compared.'
      }
    />
  );
}
