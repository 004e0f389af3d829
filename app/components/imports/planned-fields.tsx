import type { ReactNode } from 'react';
import { fieldId } from '#app/components/govuk/field-id.ts';
import { Lines } from '#app/components/returns/answer-list.tsx';
import { Words } from '#app/components/review/marked-answer.tsx';
import type { PlannedConflict } from '#app/domain/imports/import-plan.ts';
import type { ShownField, ShownRow } from '#app/domain/imports/import-view.ts';

interface PlannedFieldsProps {
  row: ShownRow;
  isDone: boolean;
  /** Names of the conflicts that the form on the page asks about. */
  asked: readonly string[];
}

/** The fields of a row: short values before and after, long texts compared by word, and what is asked about. */
export function PlannedFields({ row, isDone, asked }: PlannedFieldsProps) {
  if (row.fields.length === 0 && row.conflicts.length === 0) return null;
  return (
    <dl className="app-import__fields">
      {row.fields.filter(isToldOnce(row)).map((field, at) => (
        <div className="app-import__field" key={`${at} ${field.label}`}>
          <dt className="app-import__label">{field.label}</dt>
          <Values field={field} isNew={row.outcome === 'added'} isDone={isDone} />
        </div>
      ))}
      {row.conflicts.map((conflict) => (
        <div className="app-import__field" key={conflict.name}>
          <dt className="app-import__label">{conflict.label}</dt>
          <BothSides before={conflict.inRecord} after={conflict.inFile} isDone={isDone}>
            <span className="app-note">
              <Choice conflict={conflict} isAsked={asked.includes(conflict.name)} />
            </span>
          </BothSides>
        </div>
      ))}
    </dl>
  );
}

/** The heading of an added row has its code and its title already. */
const isToldOnce =
  ({ outcome, code, title }: ShownRow) =>
  ({ label, after }: ShownField): boolean =>
    outcome !== 'added' || !((label === 'Code' && after === code) || (label === 'Title' && after === title));

function Values({ field, isNew, isDone }: { field: ShownField; isNew: boolean; isDone: boolean }) {
  const note = noteOf(field);
  if (field.by === 'record' || isNew || field.words)
    return (
      <dd className="app-import__value app-import__value--wide">
        {field.words ? <Words words={field.words} /> : <Text text={field.after} />}
        {note}
      </dd>
    );
  if (field.before === '')
    return (
      <dd className="app-import__value app-import__value--wide">
        <span className="app-import__side">
          {isDone ? 'Put in where there was nothing' : 'In the file; nothing in the record now'}
        </span>{' '}
        <Text text={field.after} />
        {note}
      </dd>
    );
  return (
    <BothSides before={field.before} after={field.after} isDone={isDone}>
      {note}
    </BothSides>
  );
}

interface BothSidesProps {
  before: string;
  after: string;
  isDone: boolean;
  children: ReactNode;
}

function BothSides({ before, after, isDone, children }: BothSidesProps) {
  return (
    <>
      <dd className="app-import__value">
        <span className="app-import__side">{isDone ? 'Before' : 'In the record now'}</span> <Text text={before} />
      </dd>
      <dd className="app-import__value">
        <span className="app-import__side">{isDone ? 'Since' : 'In the file'}</span> <Text text={after} />
        {children}
      </dd>
    </>
  );
}

function noteOf({ by, understood }: ShownField) {
  const words = [
    ...(by === 'record' ? ['Changed in the record since the workbook was made; stays.'] : []),
    ...(understood === null ? [] : [`${understood}.`]),
  ];
  return words.length === 0 ? null : <span className="app-note">{words.join(' ')}</span>;
}

function Text({ text }: { text: string }) {
  return text === '' ? <span className="app-import__none">Nothing</span> : <Lines text={text} />;
}

function Choice({ conflict: { name, choice }, isAsked }: { conflict: PlannedConflict; isAsked: boolean }) {
  if (choice !== null)
    return choice === 'file' ? 'The text in the file was chosen' : 'The text in the record was chosen';
  return (
    <>
      Changed in the file and in the record since the workbook was made.{' '}
      {isAsked ? (
        <a className="govuk-link" href={`#${fieldId(name)}`}>
          Choose which stands
        </a>
      ) : (
        'Whoever accepts the file chooses which stands.'
      )}
    </>
  );
}
