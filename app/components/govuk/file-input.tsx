import { classNames } from './class-names.ts';
import { describedBy, fieldId } from './field-id.ts';
import { type FieldProps, FormGroup } from './form-group.tsx';

type FileInputProps = FieldProps & {
  /** The kinds of file that the browser offers first: ".csv,text/csv". */
  accept: string;
};

/** A file to send. The form around it needs `encType="multipart/form-data"`. */
export function FileInput({ name, label, hint, error, labelSize, accept }: FileInputProps) {
  const id = fieldId(name);
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelSize={labelSize}>
      <input
        className={classNames('govuk-file-upload', error && 'govuk-file-upload--error')}
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FormGroup>
  );
}
