import { Table } from '#app/components/govuk/table.tsx';
import type { IndicatorView, ObservationView } from '#app/domain/indicators/indicator.ts';
import { formatValue, OBSERVATION_STATUS_WORDS, valueAndPeriod } from '#app/domain/indicators/value-words.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { ProvenanceLine } from './provenance-line.tsx';

interface ObservationTableProps {
  caption: string;
  unit: string;
  values: ObservationView[];
  /** Adds a column that says which value stands in place of each. */
  replacedBy?: Map<number, ObservationView>;
}

/** Values with period, series, status, note and where each was seen. */
export function ObservationTable({ caption, unit, values, replacedBy }: ObservationTableProps) {
  const columns = ['Period', 'Value', 'Series', 'Status', 'Where seen', ...(replacedBy ? ['Restated as'] : [])];
  return (
    <Table
      caption={caption}
      captionHidden
      firstCellIsHeader
      stackOnMobile
      className="app-observations"
      columns={columns.map((heading) => ({ heading }))}
      rows={values.map((observation) => [
        formatPeriod(observation.period),
        <>
          {formatValue(observation.value, unit)}
          {observation.note ? <span className="app-note">{observation.note}</span> : null}
        </>,
        observation.series,
        replacedBy ? 'Restated' : OBSERVATION_STATUS_WORDS[observation.status],
        <ProvenanceLine key="source" confirmation={observation.confirmation} source={observation.source} />,
        ...(replacedBy ? [restatedAs(replacedBy.get(observation.number), unit)] : []),
      ])}
    />
  );
}

const restatedAs = (value: ObservationView | undefined, unit: string): string =>
  value ? valueAndPeriod(value, unit) : 'None';

/** The values that stand, and below them those that were restated, if any. */
export function AllValues({ indicator }: { indicator: IndicatorView }) {
  const { unit, values, earlierValues } = indicator;
  const replacedBy = new Map(earlierValues.map(({ value, replacedBy }) => [value.number, replacedBy]));
  return (
    <>
      <section aria-labelledby="values">
        <h2 className="govuk-heading-l" id="values">
          All values
        </h2>
        {values.length === 0 ? (
          <p className="govuk-body">No value is known to have been published by this day.</p>
        ) : (
          <ObservationTable caption="All values" unit={unit} values={values} />
        )}
      </section>
      {earlierValues.length > 0 ? (
        <section aria-labelledby="earlier-values">
          <h2 className="govuk-heading-l" id="earlier-values">
            Earlier values
          </h2>
          <p className="govuk-body">Restated since. They stay in the record and are not drawn.</p>
          <ObservationTable
            caption="Earlier values"
            unit={unit}
            values={earlierValues.map(({ value }) => value)}
            replacedBy={replacedBy}
          />
        </section>
      ) : null}
    </>
  );
}
