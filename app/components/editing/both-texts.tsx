import { Table } from '#app/components/govuk/table.tsx';
import type { EditConflict } from '#app/domain/editing/editing-errors.ts';

/** Both texts, field by field, when somebody saved one while another was written. The form below holds the reader's own where they wrote. */
export function BothTexts({ conflict: { by, differences } }: { conflict: EditConflict }) {
  const who = by ?? 'Somebody else';
  return (
    <>
      <div className="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1}>
        <div role="alert">
          <h2 className="govuk-error-summary__title">Somebody else was faster</h2>
          <div className="govuk-error-summary__body">
            <p className="govuk-body">
              {who} saved this while you were writing. Both texts are below, and nothing is lost. Yours is not saved
              yet: make one out of both in the form and save it, or cancel to leave theirs. Fields that you had left
              alone hold their words.
            </p>
          </div>
        </div>
      </div>
      <Table
        caption="Where the two differ"
        stackOnMobile
        firstCellIsHeader
        columns={['Field', `Saved by ${who}`, 'Yours, not saved'].map((heading) => ({ heading }))}
        rows={differences.map(({ label, before, after }) => [label, before, after])}
      />
    </>
  );
}
