import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import { FIELD_CHOICES, PUBLIC_IN_ANY_CASE } from '#app/domain/closing/closing-words.ts';
import { fieldBox } from '#app/domain/closing/field-box.ts';
import { counted, listed } from '#app/domain/sentences.ts';
import type { PublishableField } from '#db/tables/quarter-version.ts';

interface FieldBoxesProps {
  ticked: readonly PublishableField[];
  /** Codes of what is rated Red. */
  red: string[];
}

/** What everybody will read of a quarter: what is public in any case, and a box for each field that can be chosen. */
export function FieldBoxes({ ticked, red }: FieldBoxesProps) {
  return (
    <>
      <h2 className="govuk-heading-m">What everybody can read in any case</h2>
      <ul className="govuk-list govuk-list--bullet app-measure">
        {PUBLIC_IN_ANY_CASE.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {red.length > 0 ? (
        <WarningText>
          {counted(red.length, 'recommendation is', 'recommendations are')} rated Red in this quarter: {listed(red)}.
          Tick “{FIELD_CHOICES.ratings.word}” only if everybody is to read that. Other fields may speak of it too.
        </WarningText>
      ) : null}
      <Checkboxes
        name="fields"
        legend="What else is published?"
        legendSize="m"
        hint="What is not ticked stays for people who are signed in."
        items={Object.entries(FIELD_CHOICES).map(([field, { word, hint }]) => ({
          name: fieldBox(field as PublishableField),
          label: word,
          hint,
          checked: ticked.includes(field as PublishableField),
        }))}
      />
    </>
  );
}
