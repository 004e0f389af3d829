import type { ReactNode } from 'react';
import { describedBy, fieldId } from './field-id.ts';
import { FieldError, FieldHint, Fieldset, GroupFrame } from './form-group.tsx';

export interface CheckboxItem {
  /** The name of the box alone: an empty box sends nothing. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
}

interface CheckboxesProps {
  /** What the boxes belong to: an error under this name links to the first of them. */
  name: string;
  legend: ReactNode;
  legendSize?: 's' | 'm' | 'l';
  hint?: ReactNode;
  error?: string;
  items: CheckboxItem[];
  small?: boolean;
}

/** Any number of answers. Each box has a name of its own and sends "yes" when it is ticked. */
export function Checkboxes({ name, legend, legendSize, hint, error, items, small }: CheckboxesProps) {
  const id = fieldId(name);
  return (
    <GroupFrame error={error}>
      <Fieldset legend={legend} legendSize={legendSize} describedBy={describedBy(id, hint, error)}>
        <FieldHint id={id}>{hint}</FieldHint>
        <FieldError id={id}>{error}</FieldError>
        <div className={`govuk-checkboxes${small ? ' govuk-checkboxes--small' : ''}`}>
          {items.map((item, index) => (
            <Checkbox key={item.name} id={index === 0 ? id : fieldId(item.name)} item={item} />
          ))}
        </div>
      </Fieldset>
    </GroupFrame>
  );
}

function Checkbox({ id, item }: { id: string; item: CheckboxItem }) {
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={id}
        name={item.name}
        type="checkbox"
        value="yes"
        defaultChecked={item.checked}
        aria-describedby={item.hint ? `${id}-item-hint` : undefined}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {item.label}
      </label>
      {item.hint && (
        <div id={`${id}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
          {item.hint}
        </div>
      )}
    </div>
  );
}
