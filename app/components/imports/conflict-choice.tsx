import { Radios } from '#app/components/govuk/radios.tsx';
import { Lines } from '#app/components/returns/answer-list.tsx';
import type { PlannedConflict } from '#app/domain/imports/import-plan.ts';

interface ConflictChoiceProps {
  conflict: PlannedConflict;
  choice: PlannedConflict['choice'];
  error: string | undefined;
}

/** Two texts of one field, both whole, and which of them stands. */
export function ConflictChoice({ conflict: { name, label, inRecord, inFile }, choice, error }: ConflictChoiceProps) {
  return (
    <Radios
      name={name}
      legend={`${label}: which text stands?`}
      error={error}
      value={choice ?? undefined}
      items={[
        { value: 'record', label: 'The text in the record', hint: <Whole text={inRecord} /> },
        { value: 'file', label: 'The text in the file', hint: <Whole text={inFile} /> },
      ]}
    />
  );
}

function Whole({ text }: { text: string }) {
  return <span className="app-import__whole">{text === '' ? 'Nothing' : <Lines text={text} />}</span>;
}
