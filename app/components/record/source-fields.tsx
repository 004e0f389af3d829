import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { capitalised } from '#app/domain/sentences.ts';
import { SOURCE_TYPES } from '#db/tables/source.ts';

export interface SourceFieldsProps {
  sources: { code: string; title: string }[];
  errors: Record<string, string>;
  values: Record<string, string>;
  /** What rests on the source, in the hint. */
  what?: string;
}

/** Where it was seen: a source of the record, a new one, or none. */
export function SourceFields({ sources, errors, values, what = 'the fact' }: SourceFieldsProps) {
  const isNew = Object.keys(errors).some((name) => name.startsWith('newSource')) || Boolean(values['newSource.title']);
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Source (optional)</legend>
      <p className="govuk-hint">Without a source {what} is marked “From memory: check before use”.</p>
      <div className={`govuk-form-group${errors.source ? ' govuk-form-group--error' : ''}`}>
        <label className="govuk-label" htmlFor="source">
          Code of a source in the record
        </label>
        {errors.source ? (
          <p className="govuk-error-message" id="source-error">
            <span className="govuk-visually-hidden">Error:</span> {errors.source}
          </p>
        ) : null}
        <input
          className={`govuk-input govuk-input--width-20${errors.source ? ' govuk-input--error' : ''}`}
          id="source"
          name="source"
          list="sources"
          defaultValue={values.source}
          autoComplete="off"
          aria-describedby={errors.source ? 'source-error' : undefined}
        />
        <datalist id="sources">
          {sources.map(({ code, title }) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </datalist>
      </div>
      <Details summary="It is a new source" open={isNew}>
        <TextInput
          name="newSource.title"
          label="Title"
          value={values['newSource.title']}
          error={errors['newSource.title']}
        />
        <TextInput
          name="newSource.publisher"
          label="Publisher"
          value={values['newSource.publisher']}
          error={errors['newSource.publisher']}
        />
        <Select
          name="newSource.type"
          label="Type of publisher"
          value={values['newSource.type'] ?? 'official'}
          error={errors['newSource.type']}
          options={SOURCE_TYPES.map((type) => ({ value: type, text: capitalised(type) }))}
        />
        <TextInput
          name="newSource.url"
          label="Web address (optional)"
          type="url"
          value={values['newSource.url']}
          error={errors['newSource.url']}
        />
        <DateInput
          name="newSource.publishedOn"
          legend="When was it published? (optional)"
          hint="Leave day and month empty if not known. Without a date, what rests on it does not count as known on an earlier day."
          errors={errors}
          values={values}
        />
      </Details>
    </fieldset>
  );
}
