import type { ReactNode } from 'react';
import { fieldId } from '#app/components/govuk/field-id.ts';
import { Fieldset } from '#app/components/govuk/form-group.tsx';

const SPARE = 3;
/** The highest number that the form of a row may have is 99. */
const MOST_ROWS = 100;

/**
 * How many rows a form draws: those it was sent with, and at least three after the last one that holds something.
 * `values.more` names the rows that the person asked more of.
 */
export function rowsDrawn(name: string, values: Record<string, string>): number {
  const ofRows = Object.entries(values).flatMap(([field, value]) => {
    const row = new RegExp(`^${name}\\.(\\d{1,2})\\.`).exec(field)?.[1];
    return row === undefined ? [] : [{ count: Number(row) + 1, isFilled: value.trim() !== '' }];
  });
  const highest = (rows: typeof ofRows): number => Math.max(0, ...rows.map(({ count }) => count));
  const asked = values['more'] === name ? SPARE : 0;
  const filled = highest(ofRows.filter(({ isFilled }) => isFilled));
  return Math.min(MOST_ROWS, Math.max(highest(ofRows) + asked, filled + SPARE));
}

const isFilled = (row: string, values: Record<string, string>): boolean =>
  Object.entries(values).some(([name, value]) => name.startsWith(`${row}.`) && value.trim() !== '');

interface FormRowsProps {
  /** The boxes are named `${name}.0.…`, `${name}.1.…`. */
  name: string;
  heading: string;
  hint: string;
  /** What one row is, with its number: "Member 1". */
  one: string;
  /** What the button that draws more rows asks for. */
  more: string;
  /** Address of the form, which then shows the first of the new rows. */
  formAt: (anchor: string) => string;
  /** Name of the first box of a row. */
  first: string;
  values: Record<string, string>;
  children: (row: string) => ReactNode;
}

/** Any number of rows of boxes, without a script: some are empty, more can be asked for, an empty one counts for nothing. */
export function FormRows({ name, heading, hint, one, more, formAt, first, values, children }: FormRowsProps) {
  const count = rowsDrawn(name, values);
  return (
    <section className="app-rows" aria-labelledby={name}>
      <h2 className="govuk-heading-m" id={name}>
        {heading}
      </h2>
      <p className="govuk-hint">{hint}</p>
      {Array.from({ length: count }, (_, i) => `${name}.${i}`).map((row, i) => (
        <div className="app-rows__row" key={row}>
          <Fieldset legend={`${one} ${i + 1}`}>
            <div className="app-rows__boxes">{children(row)}</div>
            {isFilled(row, values) ? <TakeOut row={row} values={values} /> : null}
          </Fieldset>
        </div>
      ))}
      <button
        type="submit"
        className="govuk-button govuk-button--secondary"
        name="more"
        value={name}
        formAction={formAt(fieldId(`${name}.${count}.${first}`))}
      >
        {more}
      </button>
    </section>
  );
}

function TakeOut({ row, values }: { row: string; values: Record<string, string> }) {
  const id = fieldId(`${row}.out`);
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id={id}
          name={`${row}.out`}
          type="checkbox"
          value="yes"
          defaultChecked={values[`${row}.out`] === 'yes'}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          Take out this row
        </label>
      </div>
    </div>
  );
}
