import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Fieldset } from '#app/components/govuk/form-group.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { AskedDimension } from '#app/domain/partnerships/health-page.server.ts';
import { DIMENSION_WORDS, dimensionSlug } from '#app/domain/partnerships/partnership-health.ts';
import { describedBy } from '../govuk/field-id.ts';

interface HealthFieldsProps {
  dimensions: AskedDimension[];
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** The day, and words with evidence for each dimension. */
export function HealthFields({ dimensions, errors, values }: HealthFieldsProps) {
  return (
    <>
      <DateInput
        name="notedOn"
        legend="When was it looked at?"
        hint="For example 27 3 2026. Day, month and year."
        errors={errors}
        values={values}
      />
      {dimensions.map(({ dimension }) => {
        const slug = dimensionSlug(dimension);
        const box = (name: string) => ({
          name: `said.${slug}.${name}`,
          value: values[`said.${slug}.${name}`],
          error: errors[`said.${slug}.${name}`],
        });
        const { title, asks } = DIMENSION_WORDS[dimension];
        return (
          <div className="app-rows__row" key={dimension}>
            <Fieldset legend={title} legendSize="m" describedBy={describedBy(`asks-${slug}`, asks, undefined)}>
              <p className="govuk-hint" id={`asks-${slug}-hint`}>
                {asks}
              </p>
              <Textarea {...box('words')} label={<Label of={title}>In words</Label>} rows={3} />
              <Textarea
                {...box('evidence')}
                label={<Label of={title}>What this rests on</Label>}
                hint="Who said it, by role; which paper."
                rows={2}
              />
            </Fieldset>
          </div>
        );
      })}
    </>
  );
}

/** A label that says to a screen reader what it is about: each dimension has the same two boxes. */
function Label({ of, children }: { of: string; children: string }) {
  return (
    <>
      {children}
      <span className="govuk-visually-hidden">: {of}</span>
    </>
  );
}
