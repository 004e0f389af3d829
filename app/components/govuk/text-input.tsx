import type { InputHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, fieldId } from './field-id.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

type TextInputProps = FieldProps &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'autoComplete' | 'inputMode' | 'autoCapitalize'> & {
    value?: string;
    type?: 'text' | 'email' | 'search' | 'tel' | 'url';
    /** A length in characters (2, 3, 4, 5, 10, 20) or a part of the column. */
    width?: '2' | '3' | '4' | '5' | '10' | '20' | 'one-third' | 'one-half' | 'two-thirds';
    spellCheck?: boolean;
  };

const widthClass = (width: string): string =>
  /^\d/.test(width) ? `govuk-input--width-${width}` : `govuk-!-width-${width}`;

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { name, label, hint, error, labelSize, value, type = 'text', width, spellCheck = false, ...rest } = props;
  const id = fieldId(name);
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelSize={labelSize}>
      <input
        {...rest}
        className={classNames('govuk-input', width && widthClass(width), error && 'govuk-input--error')}
        id={id}
        name={name}
        type={type}
        spellCheck={spellCheck}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FormGroup>
  );
}
