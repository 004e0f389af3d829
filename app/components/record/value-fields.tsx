import { type FormAnswer, filledWith } from '#app/components/editing/edit-form.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { IndicatorView, ObservationView } from '#app/domain/indicators/indicator.ts';
import { choiceOfSeries, NEW_SERIES } from '#app/domain/indicators/series-choice.ts';
import { OBSERVATION_STATUS_WORDS } from '#app/domain/indicators/value-words.ts';
import { OBSERVATION_STATUSES, type ObservationStatus } from '#db/tables/indicator.ts';

const STATUS_HINTS: Record<ObservationStatus, string> = {
  final: 'As published, with no word that it may change.',
  provisional: 'Its publisher says that it may change.',
  revised: 'Published anew: it takes the place of an earlier value.',
};

interface ValueFieldsProps {
  indicator: IndicatorView;
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** Period, series, value, how final it is and a note. */
export function ValueFields({ indicator, errors, values }: ValueFieldsProps) {
  return (
    <>
      <TextInput
        name="period"
        label="Which period is it of?"
        hint="For example 2025, 2025-Q4, 2025-10, 2025-10-31 or, for a financial year, 2025/26."
        width="10"
        value={values['period']}
        error={errors['period']}
      />
      <SeriesRadios series={seriesNames(indicator)} errors={errors} values={values} />
      <TextInput
        name="value"
        label="What is the value?"
        hint={`In ${indicator.unit}, without the unit, with the digits it was published with.`}
        width="10"
        value={values['value']}
        error={errors['value']}
      />
      <Radios
        name="status"
        legend="How final is it?"
        error={errors['status']}
        value={values['status']}
        items={OBSERVATION_STATUSES.map((status) => ({
          value: status,
          label: OBSERVATION_STATUS_WORDS[status],
          hint: STATUS_HINTS[status],
        }))}
      />
      <Textarea
        name="note"
        label="Note shown with the value (optional)"
        rows={3}
        value={values['note']}
        error={errors['note']}
      />
    </>
  );
}

function SeriesRadios({ series, errors, values }: Omit<ValueFieldsProps, 'indicator'> & { series: string[] }) {
  return (
    <Radios
      name="series"
      legend="Which series does it belong to?"
      hint="Values of one series were measured in the same way. Different series are never joined by a line or compared."
      error={errors['series']}
      value={values['series']}
      items={[
        ...series.map((name) => ({ value: choiceOfSeries(name), label: name })),
        {
          value: NEW_SERIES,
          label: 'A new series',
          hint: 'The method or the definition has changed.',
          conditional: (
            <TextInput
              name="newSeries"
              label="Name of the new series"
              hint="Such as “from 2025 method”."
              value={values['newSeries']}
              error={errors['newSeries']}
            />
          ),
        },
      ]}
    />
  );
}

const seriesNames = ({ values, earlierValues }: IndicatorView): string[] => [
  ...new Set([...values, ...earlierValues.map(({ value }) => value)].map(({ series }) => series)),
];

/**
 * What the form is filled with: the value that it restates, or, for a new one, the series of the latest; and what was typed.
 * After a conflict fields that were left alone hold what somebody else recorded.
 */
export function valuesToFill(
  indicator: IndicatorView,
  asked: ObservationView | null,
  replaces: ObservationView | null,
  answer: FormAnswer | undefined,
): Record<string, string> {
  const latest = indicator.values.at(-1);
  if (!asked) {
    const start = { series: latest ? choiceOfSeries(latest.series) : NEW_SERIES, status: 'final' };
    const typed = answer?.values ?? start;
    // A series that two people named at once is there now.
    return replaces ? { ...typed, series: choiceOfSeries(replaces.series), newSeries: '' } : typed;
  }
  return filledWith(answer, {
    period: asked.period,
    series: choiceOfSeries(asked.series),
    value: asked.value,
    status: 'revised',
    note: '',
    source: '',
  });
}
