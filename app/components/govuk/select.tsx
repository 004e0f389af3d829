import { classNames } from './class-names.ts';
import { describedBy, fieldId } from './field-id.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

type SelectProps = FieldProps & { value?: string; options: { value: string; text: string }[] };

/** One choice out of a list. Give an option with value "" first when nothing is chosen to begin with. */
export function Select({ name, label, hint, error, labelSize, value, options }: SelectProps) {
  const id = fieldId(name);
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelSize={labelSize}>
      <select
        className={classNames('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, error)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
