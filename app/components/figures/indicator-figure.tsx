import { indicatorTitle } from '#app/domain/figure-titles.ts';
import { indicatorRows } from '#app/domain/figures.ts';
import type { IndicatorView } from '#app/domain/indicators/indicator.ts';
import { leftOutInWords } from '#app/domain/indicators/left-out-words.ts';
import { seriesOf } from '#app/domain/indicators/observations.ts';
import { withCommas } from '#app/domain/indicators/value-words.ts';
import type { Day } from '#app/domain/partial-date.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { FigureCard } from './figure-card.tsx';
import { IndicatorChart } from './indicator.tsx';
import { hasDrawing } from './indicator-geometry.ts';
import { NARROW, WIDE } from './ink.ts';

/** Figure 7: the values of an indicator over time; a sentence in place of a drawing when there are fewer than two. */
export function IndicatorFigure({ indicator, asAt }: { indicator: IndicatorView; asAt: Day }) {
  const to = useAddresses();
  const { code, name, unit, values } = indicator;
  const drawn = hasDrawing(indicator);
  const { columns, rows } = indicatorRows(indicator);
  return (
    <FigureCard
      number={7}
      id="figure-7"
      level={2}
      title={indicatorTitle(indicator)}
      subtitle={`${name}: ${unit}${periodsOf(indicator)}.`}
      leftOut={leftOutInWords(indicator)}
      note={drawn ? noteOf(indicator) : undefined}
      source="the sources named beside each value in the table of all values."
      asAt={asAt}
      csvHref={to.figureCsv('indicator', { indicator: code })}
      table={{
        caption: name,
        columns,
        rows: rows.map((row) => ({ ...row, value: withCommas(String(row['value'])) })),
      }}
      wide={drawn ? <IndicatorChart id="figure-7" indicator={indicator} width={WIDE} /> : null}
      narrow={drawn ? <IndicatorChart id="figure-7" indicator={indicator} width={NARROW} /> : null}
      empty={
        values.length > 0
          ? 'One value is recorded, so there is no line to draw.'
          : 'No value is known to have been published by this day.'
      }
    />
  );
}

function periodsOf({ values }: IndicatorView): string {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return '';
  return first === last
    ? `, ${formatPeriod(first.period)}`
    : `, from ${formatPeriod(first.period)} until ${formatPeriod(last.period)}`;
}

function noteOf({ values, target }: IndicatorView): string {
  const has = {
    provisional: values.some(({ status }) => status === 'provisional'),
    memory: values.some(({ confirmation }) => confirmation === 'memory'),
  };
  return [
    'A value stands at the middle of its period.',
    ...(seriesOf(values).length > 1 ? ['Values of different series cannot be compared and are never joined.'] : []),
    ...(has.memory ? ['A diamond is a value from memory.'] : []),
    ...(has.provisional ? ['A ring is a provisional value.'] : []),
    ...(target === null ? [] : ['The dashed line is the target.']),
  ].join(' ');
}
