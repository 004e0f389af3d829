import { classNames } from './class-names.ts';
import { describedBy, fieldId } from './field-id.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

type TextareaProps = FieldProps & {
  value?: string;
  rows?: number;
  spellCheck?: boolean;
  /** A text to copy. */
  readOnly?: boolean;
};

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const { name, label, hint, error, labelSize, value, rows = 5, spellCheck = true, readOnly } = props;
  const id = fieldId(name);
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelSize={labelSize}>
      <textarea
        className={classNames('govuk-textarea', error && 'govuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        spellCheck={spellCheck}
        readOnly={readOnly}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FormGroup>
  );
}
