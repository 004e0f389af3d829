import { Table } from '#app/components/govuk/table.tsx';
import { type Fault, shortened } from '#app/domain/fault.ts';
import { capitalised, counted } from '#app/domain/sentences.ts';

interface PlanFaultsProps {
  faults: Fault[];
  /** Of them all: those shown are the first. */
  count: number;
}

/** Everything that is wrong with a file, each with its place, what was found and what to do. */
export function PlanFaults({ faults, count }: PlanFaultsProps) {
  if (count === 0) return null;
  return (
    <section aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        What to mend
      </h2>
      <p className="govuk-body">Rows are counted as the spreadsheet counts them.</p>
      <Table
        caption="What to mend"
        captionHidden
        stackOnMobile
        columns={['Sheet', 'Row', 'Column', 'Found', 'What to do'].map((heading) => ({ heading }))}
        rows={faults.map(({ file, row, column, found, mend }) => [
          file,
          row ?? 'All',
          column ?? 'All',
          <span key="found" className="app-break">
            {found === '' ? 'An empty cell' : shortened(found)}
          </span>,
          `${capitalised(mend)}.`,
        ])}
      />
      {count > faults.length ? (
        <p className="govuk-body">
          The first {faults.length} of {counted(count, 'fault')} are shown. Mend these and send the file again.
        </p>
      ) : null}
    </section>
  );
}
