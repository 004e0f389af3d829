import { Button } from '#app/components/govuk/button.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { ValuesPreview as Preview } from '#app/domain/indicators/import-values.server.ts';
import { isToRecord, type PlannedValue, type RowFault } from '#app/domain/indicators/plan-values.ts';
import { planInWords } from '#app/domain/indicators/plan-words.ts';
import { formatValue, OBSERVATION_STATUS_WORDS } from '#app/domain/indicators/value-words.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { capitalised, counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { ConfirmationMark } from './status-tags.tsx';

/** How many faults a page shows: a file of the wrong kind has thousands. */
const MOST_FAULTS = 200;

/** Everything that is wrong with the rows, each with its place, what was found and what to do. */
export function RowFaults({ faults }: { faults: RowFault[] }) {
  return (
    <section aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        What to mend
      </h2>
      <p className="govuk-body">Rows count as in a spreadsheet: the header is row 1.</p>
      <Table
        caption="What to mend"
        captionHidden
        stackOnMobile
        columns={['Row', 'Column', 'Found', 'What to do'].map((heading) => ({ heading }))}
        rows={faults
          .slice(0, MOST_FAULTS)
          .map(({ row, column, found, mend }) => [
            row ?? 'All',
            column ?? 'All',
            found === '' ? 'An empty cell' : shortened(found),
            `${capitalised(mend)}.`,
          ])}
      />
      {faults.length > MOST_FAULTS ? (
        <p className="govuk-body">
          The first {MOST_FAULTS} of {counted(faults.length, 'fault')} are shown. Mend these and check the rows again.
        </p>
      ) : null}
    </section>
  );
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

interface ValuesPreviewProps {
  preview: Preview;
  text: string;
  reason: string;
  errors: Record<string, string>;
}

/** What the rows would do, and the form that lets them. */
export function ValuesPreview({ preview: { planned, seen }, text, reason, errors }: ValuesPreviewProps) {
  const to = useAddresses();
  const added = planned.filter(isToRecord);
  return (
    <section aria-labelledby="preview">
      <h2 className="govuk-heading-m" id="preview">
        What would be recorded
      </h2>
      <p className="govuk-body">{planInWords(planned)}</p>
      {added.length > 0 ? (
        <Added values={added} />
      ) : (
        <InsetText>There is nothing to record. Nothing was changed.</InsetText>
      )}
      <LeftAlone values={planned.filter((value) => !isToRecord(value))} />
      {added.length > 0 ? (
        <form
          id="form"
          className="app-measure"
          method="post"
          action={to.indicatorValues()}
          encType="multipart/form-data"
          noValidate
        >
          <input type="hidden" name="act" value="record" />
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="text" value={text} />
          <Textarea
            name="reason"
            label="Why they are recorded"
            hint="For example which edition came out. Everybody can read it in the list of changes."
            rows={3}
            value={reason}
            error={errors['reason']}
          />
          <div className="govuk-button-group">
            <Button>Record {counted(added.length, 'value')}</Button>
            <a className="govuk-link" href={to.indicatorValues()}>
              Cancel
            </a>
          </div>
        </form>
      ) : (
        <p className="govuk-body">
          <a className="govuk-link" href={to.indicatorValues()}>
            Check other rows
          </a>
        </p>
      )}
    </section>
  );
}

function Added({ values }: { values: PlannedValue[] }) {
  const to = useAddresses();
  return (
    <Table
      caption="Values to record"
      captionHidden
      stackOnMobile
      columns={['Row', 'Indicator', 'Period', 'Value', 'Series', 'Where seen', 'What it does'].map((heading) => ({
        heading,
      }))}
      rows={values.map((value) => [
        value.row,
        <a key="indicator" className="govuk-link" href={to.indicator(value.indicator)}>
          {value.indicator}
        </a>,
        formatPeriod(value.period),
        <>
          {formatValue(value.value, value.unit)}, {OBSERVATION_STATUS_WORDS[value.status].toLowerCase()}
          {value.note ? <span className="app-note">{value.note}</span> : null}
        </>,
        <>
          {value.series} {value.isNewSeries ? <Tag colour="yellow">New series</Tag> : null}
        </>,
        value.source ? (
          <a key="source" className="govuk-link" href={to.source(value.source)}>
            {value.source}
          </a>
        ) : (
          <ConfirmationMark key="source" confirmation={value.confirmation} />
        ),
        whatItDoes(value),
      ])}
    />
  );
}

function whatItDoes({ other, unit, value }: PlannedValue): string {
  if (!other) return 'Adds a value';
  const before = `${formatValue(other.value, unit)}, ${OBSERVATION_STATUS_WORDS[other.status].toLowerCase()}`;
  return other.value === value ? `Restates ${before}: the number is the same` : `Restates ${before}`;
}

function LeftAlone({ values }: { values: PlannedValue[] }) {
  if (values.length === 0) return null;
  return (
    <Details summary={`${counted(values.length, 'row')} left alone`}>
      <ul className="govuk-list govuk-list--bullet">
        {values.map(({ row, indicator, period, series, value, unit, other }) => (
          <li key={row}>
            Row {row}: {indicator}, {formatPeriod(period)}, {series}: {formatValue(value, unit)}.{' '}
            {other
              ? `In the record, and restated since as ${formatValue(other.value, unit)}. To go back to it, restate it by hand.`
              : 'Stands already.'}
          </li>
        ))}
      </ul>
    </Details>
  );
}
