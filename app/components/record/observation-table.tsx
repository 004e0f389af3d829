import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import type { IndicatorView, ObservationView } from '#app/domain/indicators/indicator.ts';
import { formatValue, OBSERVATION_STATUS_WORDS, valueAndPeriod } from '#app/domain/indicators/value-words.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ProvenanceLine } from './provenance-line.tsx';

interface ObservationTableProps {
  caption: string;
  unit: string;
  values: ObservationView[];
  /** Adds a column that says which value stands in place of each. */
  replacedBy?: Map<number, ObservationView>;
  /** Adds the links with which a value is restated: the code of the indicator. */
  restate?: string;
  /** Number of the value that was just recorded. */
  recorded?: number | null;
}

/** Values with period, series, status, note and where each was seen. */
export function ObservationTable({ caption, unit, values, replacedBy, restate, recorded }: ObservationTableProps) {
  const further = [...(replacedBy ? ['Restated as'] : []), ...(restate ? ['Change'] : [])];
  const columns = ['Period', 'Value', 'Series', 'Status', 'Where seen', ...further];
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
          {observation.number === recorded ? <JustRecorded number={observation.number} /> : null}
          {observation.note ? <span className="app-note">{observation.note}</span> : null}
        </>,
        observation.series,
        replacedBy ? 'Restated' : OBSERVATION_STATUS_WORDS[observation.status],
        <ProvenanceLine key="source" confirmation={observation.confirmation} source={observation.source} />,
        ...(replacedBy ? [restatedAs(replacedBy.get(observation.number), unit)] : []),
        ...(restate ? [<RestateLink key="restate" code={restate} observation={observation} />] : []),
      ])}
    />
  );
}

/** Marks the value that was just recorded; the banner links here. */
function JustRecorded({ number }: { number: number }) {
  return (
    <span id={`value-${number}`} className="app-just-recorded">
      {' '}
      <Tag colour="green">Just recorded</Tag>
    </span>
  );
}

function RestateLink({
  code,
  observation: { number, period, series },
}: {
  code: string;
  observation: ObservationView;
}) {
  const to = useAddresses();
  return (
    <a className="govuk-link" href={to.indicatorRecord(code, number)}>
      Restate
      <span className="govuk-visually-hidden">
        {' '}
        the value of {formatPeriod(period)}, {series}
      </span>
    </a>
  );
}

const restatedAs = (value: ObservationView | undefined, unit: string): string =>
  value ? valueAndPeriod(value, unit) : 'None';

interface AllValuesProps {
  indicator: IndicatorView;
  mayRecord: boolean;
  /** Number of the value that was just recorded. */
  recorded: number | null;
}

/** The values that stand, and below them those that were restated, if any. */
export function AllValues({ indicator, mayRecord, recorded }: AllValuesProps) {
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
          <ObservationTable
            caption="All values"
            unit={unit}
            values={values}
            restate={mayRecord ? indicator.code : undefined}
            recorded={recorded}
          />
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
