import { Table } from '#app/components/govuk/table.tsx';
import type { Clearance } from '#app/domain/office/office-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';

/** Who cleared the report of a quarter, in the order in which it was recorded. */
export function ClearanceTable({ clearances }: { clearances: Clearance[] }) {
  if (clearances.length === 0) return <p className="govuk-body">No clearance of this quarter is recorded.</p>;
  return (
    <Table
      caption="Clearance log"
      captionHidden
      firstCellIsHeader
      stackOnMobile
      columns={['Cleared by', 'On', 'Comment', 'Recorded by'].map((heading) => ({ heading }))}
      rows={clearances.map(({ role, clearedOn, comment, recordedBy }) => [
        role,
        formatPartialDate(clearedOn),
        <span key="comment" className="app-lines">
          {comment ?? 'None'}
        </span>,
        recordedBy,
      ])}
    />
  );
}
