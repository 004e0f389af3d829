import { type DatesPromised, hasDatesPromised, isTakenBack } from '#app/domain/dates-promised.ts';
import { datesPromisedTitle } from '#app/domain/figure-titles.ts';
import { datesPromisedRows } from '#app/domain/figures.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { DatesPromisedChart } from './dates-promised.tsx';
import { FigureCard } from './figure-card.tsx';
import { NARROW, WIDE } from './ink.ts';

/** Figure 4: the dates promised for a milestone over time; nothing when fewer than three things were said of its date. */
export function DatesPromisedFigure({ dates }: { dates: DatesPromised }) {
  const to = useAddresses();
  if (!hasDatesPromised(dates)) return null;
  const first = dates.dates[0]?.saidOn;
  const until = dates.outcome?.date ?? (isTakenBack(dates) ? dates.dates.at(-1)?.saidOn : null) ?? dates.asAt;
  return (
    <FigureCard
      number={4}
      id="figure-4"
      title={datesPromisedTitle(dates)}
      subtitle={`Date promised for ${dates.code} by the day it was said, ${first ? formatPartialDate(first) : ''} to ${formatPartialDate(until)}.`}
      leftOut={null}
      note="The line is level until another date was said. It is due where it meets the dashed line. A date known only to its month, quarter or year stands at its last day; the day it was said at the first."
      source="the dates recorded for this milestone, each with its source in the table above."
      asAt={dates.asAt}
      csvHref={to.figureCsv('dates-promised', { milestone: dates.code })}
      table={{ caption: `Dates promised for ${dates.code}`, ...datesPromisedRows(dates) }}
      wide={<DatesPromisedChart id="figure-4" dates={dates} width={WIDE} />}
      narrow={<DatesPromisedChart id="figure-4" dates={dates} width={NARROW} />}
    />
  );
}
