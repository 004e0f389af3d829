import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { dateParts } from '#app/domain/partial-date-input.ts';
import type { RecommendationText } from '#app/domain/recommendations/recommendation-text.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { REPORTINGS } from '#db/tables/recommendation.ts';
import { DATE_HINT } from './edit-form.tsx';

interface FieldsProps {
  errors: Record<string, string>;
  values: Record<string, string>;
}

const BY_STAGE = 'by stage';

/** The fields of a recommendation's text as they stand, under their names in the form. */
export function recommendationValues({ targetDue, reporting, ...text }: RecommendationText): Record<string, string> {
  return Object.fromEntries([
    ...Object.entries(text).map(([name, value]) => [name, value ?? '']),
    ...Object.entries(dateParts(targetDue)).map(([part, value]) => [`targetDue.${part}`, value]),
    ['reporting', reporting ?? BY_STAGE],
  ]);
}

/** Title and what it asks: what every recommendation has. */
export function RecommendationWords({ errors, values }: FieldsProps) {
  return (
    <>
      <TextInput name="title" label="Title" value={values['title']} error={errors['title']} spellCheck />
      <Textarea name="summary" label="What it asks" rows={4} value={values['summary']} error={errors['summary']} />
    </>
  );
}

/** Everything of a recommendation's text that the office can change. */
export function RecommendationFields(props: FieldsProps) {
  const { errors, values } = props;
  const text = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <RecommendationWords {...props} />
      <TextInput {...text('target')} label="Target (optional)" spellCheck />
      <DateInput
        name="targetDue"
        legend="When is the target due? (optional)"
        hint={DATE_HINT}
        errors={errors}
        values={values}
      />
      <Textarea
        {...text('doneWhen')}
        label="What done looks like (optional)"
        hint="Left empty, pages say that it is not agreed yet."
        rows={3}
      />
      <Radios
        {...text('reporting')}
        legend="How often does it report?"
        hint="Says what a commission proposes. The reviewer can always tick more or fewer."
        items={[
          ...REPORTINGS.map((often) => ({ value: often, label: capitalised(often) })),
          { value: BY_STAGE, label: 'By its stage', hint: 'Every quarter while the stage is open.' },
        ]}
      />
      <TextInput {...text('placeInSource')} label="Place in the source (optional)" spellCheck />
      <Textarea {...text('note')} label="Note (optional)" rows={3} />
    </>
  );
}
