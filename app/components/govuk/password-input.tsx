import { classNames } from './class-names.ts';
import { describedBy, fieldId } from './field-id.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

type PasswordInputProps = FieldProps & { autoComplete: 'current-password' | 'new-password' };

/** A password. It takes no value: a password is never sent back to the page. Pasting and password managers work. */
export function PasswordInput({ name, label, hint, error, labelSize, autoComplete }: PasswordInputProps) {
  const id = fieldId(name);
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelSize={labelSize} className="govuk-password-input">
      <input
        className={classNames('govuk-input govuk-password-input__input', error && 'govuk-input--error')}
        id={id}
        name={name}
        type="password"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FormGroup>
  );
}
