import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** What every field can show around its box. `hint` may hold more than text; `labelSize` makes a label a heading in looks. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  labelSize?: 's' | 'm' | 'l';
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${id}-hint`} className="govuk-hint">
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children?: string }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {children}
    </p>
  );
}

/** The coloured bar that marks a field with an error. */
export function GroupFrame({
  error,
  className,
  children,
}: {
  error?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={classNames('govuk-form-group', error && 'govuk-form-group--error', className)}>{children}</div>
  );
}

type FormGroupProps = Omit<FieldProps, 'name'> & { id: string; className?: string; children: ReactNode };

/** Label, hint and error around the box with that id. */
export function FormGroup({ id, label, hint, error, labelSize, className, children }: FormGroupProps) {
  return (
    <GroupFrame error={error} className={className}>
      <label className={classNames('govuk-label', labelSize && `govuk-label--${labelSize}`)} htmlFor={id}>
        {label}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id}>{error}</FieldError>
      {children}
    </GroupFrame>
  );
}

interface FieldsetProps {
  legend: ReactNode;
  legendSize?: 's' | 'm' | 'l';
  role?: 'group';
  describedBy?: string;
  children: ReactNode;
}

/** A group of boxes under one legend. */
export function Fieldset({ legend, legendSize = 's', role, describedBy, children }: FieldsetProps) {
  return (
    <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${legendSize}`}>{legend}</legend>
      {children}
    </fieldset>
  );
}
