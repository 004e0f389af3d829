import { Fragment } from 'react';
import { Button } from '#app/components/govuk/button.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { FileInput } from '#app/components/govuk/file-input.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import { useAddresses } from '#app/use-addresses.ts';

/** The file or the rows to check, and what they must look like. Nothing is stored by it. */
export function ValuesForm({ text, errors }: { text: string; errors: Record<string, string> }) {
  const to = useAddresses();
  return (
    <div className="app-measure">
      <p className="govuk-body">
        Values of one indicator or of many. The rows are checked first; you see what they would do before anything is
        recorded. Then all of them are recorded, or none.
      </p>
      <Details summary="What the rows must hold" open={text === ''}>
        <WhatAFileHolds />
      </Details>
      <form id="form" method="post" action={to.indicatorValues()} encType="multipart/form-data" noValidate>
        <input type="hidden" name="act" value="check" />
        <FileInput
          name="file"
          label="CSV file"
          hint="In UTF-8, 300 kilobytes and 1,000 rows at most."
          accept=".csv,text/csv,text/plain"
          error={errors['file']}
        />
        <Textarea
          name="text"
          label="Or paste its rows, with the header"
          hint="Not read when a file is chosen."
          rows={8}
          spellCheck={false}
          value={text}
          error={errors['text']}
        />
        <div className="govuk-button-group">
          <Button>Check the rows</Button>
          <a className="govuk-link" href={to.indicators()}>
            Cancel
          </a>
        </div>
      </form>
    </div>
  );
}

const COLUMNS = ['indicator', 'period', 'series', 'value', 'status', 'confirmation', 'source', 'note'];

function WhatAFileHolds() {
  const to = useAddresses();
  return (
    <>
      <p className="govuk-body">
        The first row is the header:{' '}
        <code>
          {COLUMNS.map((column, index) => (
            <Fragment key={column}>
              {index > 0 ? ',' : ''}
              <wbr />
              {column}
            </Fragment>
          ))}
        </code>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          indicator: a code of the{' '}
          <a className="govuk-link" href={to.indicators()}>
            indicators
          </a>
        </li>
        <li>period: 2025, 2025-Q4, 2025-10, 2025-10-31 or, for a financial year, 2025/26</li>
        <li>series: as the indicator calls it; a name that it does not have begins a new series</li>
        <li>value: a plain number such as 240900 or 64.0, without its unit</li>
        <li>status: final, provisional or revised</li>
        <li>
          confirmation: published, with the code of a{' '}
          <a className="govuk-link" href={to.sources()}>
            source
          </a>
          ; or memory, with none
        </li>
        <li>source and note may be empty</li>
      </ul>
      <p className="govuk-body">
        A second value for the same period and series restates the one that stands. A source that the record does not
        have yet comes in with the first value that you record by hand.
      </p>
    </>
  );
}
