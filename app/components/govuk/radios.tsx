import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, fieldId } from './field-id.ts';
import { FieldError, FieldHint, Fieldset, GroupFrame } from './form-group.tsx';

export interface RadioItem {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What belongs to this answer. Always in view, so that it can be filled in without a script. */
  conditional?: ReactNode;
}

interface RadiosProps {
  name: string;
  legend: ReactNode;
  legendSize?: 's' | 'm' | 'l';
  hint?: ReactNode;
  error?: string;
  value?: string;
  items: RadioItem[];
  inline?: boolean;
  small?: boolean;
}

/** One answer out of a few. The first radio has the field's own id, so that the error summary links to it. */
export function Radios({ name, legend, legendSize, hint, error, value, items, inline, small }: RadiosProps) {
  const id = fieldId(name);
  return (
    <GroupFrame error={error}>
      <Fieldset legend={legend} legendSize={legendSize} describedBy={describedBy(id, hint, error)}>
        <FieldHint id={id}>{hint}</FieldHint>
        <FieldError id={id}>{error}</FieldError>
        <div className={classNames('govuk-radios', inline && 'govuk-radios--inline', small && 'govuk-radios--small')}>
          {items.map((item, index) => (
            <Radio
              key={item.value}
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              checked={item.value === value}
              item={item}
            />
          ))}
        </div>
      </Fieldset>
    </GroupFrame>
  );
}

function Radio({ id, name, checked, item }: { id: string; name: string; checked: boolean; item: RadioItem }) {
  return (
    <>
      <div className="govuk-radios__item">
        <input
          className="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={item.value}
          defaultChecked={checked}
          aria-describedby={item.hint ? `${id}-item-hint` : undefined}
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {item.label}
        </label>
        {item.hint && (
          <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
            {item.hint}
          </div>
        )}
      </div>
      {item.conditional && <div className="govuk-radios__conditional">{item.conditional}</div>}
    </>
  );
}
