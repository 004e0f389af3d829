import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, fieldId } from './field-id.ts';
import { FieldError, FieldHint, Fieldset, GroupFrame } from './form-group.tsx';

const PARTS = ['day', 'month', 'year'] as const;
type Part = (typeof PARTS)[number];

interface DateInputProps {
  /** The boxes are named `${name}.day`, `${name}.month` and `${name}.year`. */
  name: string;
  legend: ReactNode;
  legendSize?: 's' | 'm' | 'l';
  hint?: ReactNode;
  /** The form's errors: under `name` for the whole date, under `${name}.day` and so on for one box. */
  errors?: Record<string, string>;
  /** What was typed, under the names of the boxes. */
  values?: Record<string, string>;
}

/** Day, month and year of a date that may be known only to the month or the year; say so in the hint. */
export function DateInput({ name, legend, legendSize, hint, errors = {}, values = {} }: DateInputProps) {
  const id = fieldId(name);
  const wrong = PARTS.filter((part) => errors[`${name}.${part}`]);
  const wholeDate = errors[name];
  const error = wholeDate ?? (wrong[0] && errors[`${name}.${wrong[0]}`]);
  return (
    <GroupFrame error={error}>
      <Fieldset legend={legend} legendSize={legendSize} role="group" describedBy={describedBy(id, hint, error)}>
        <FieldHint id={id}>{hint}</FieldHint>
        <FieldError id={id}>{error}</FieldError>
        <div className="govuk-date-input">
          {PARTS.map((part) => (
            <DateBox
              key={part}
              part={part}
              name={`${name}.${part}`}
              // The summary links to the field's name; a message about the whole date then lands in the first box.
              id={wholeDate && part === 'day' ? id : fieldId(`${name}.${part}`)}
              value={values[`${name}.${part}`]}
              wrong={wrong.includes(part) || (wholeDate !== undefined && wrong.length === 0)}
            />
          ))}
        </div>
      </Fieldset>
    </GroupFrame>
  );
}

type DateBoxProps = { part: Part; name: string; id: string; value?: string; wrong: boolean };

const LABELS: Record<Part, string> = { day: 'Day', month: 'Month', year: 'Year' };

function DateBox({ part, name, id, value, wrong }: DateBoxProps) {
  const width = part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2';
  return (
    <div className="govuk-date-input__item">
      <div className="govuk-form-group">
        <label className="govuk-label govuk-date-input__label" htmlFor={id}>
          {LABELS[part]}
        </label>
        <input
          className={classNames('govuk-input govuk-date-input__input', width, wrong && 'govuk-input--error')}
          id={id}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value}
        />
      </div>
    </div>
  );
}
