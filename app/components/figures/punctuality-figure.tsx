import { Table } from '#app/components/govuk/table.tsx';
import { punctualityTitle } from '#app/domain/figure-titles.ts';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import type { Punctuality } from '#app/domain/ratings/punctuality.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** Figure 9: how many returns came in time, by quarter, as a table. For the office alone. */
export function PunctualityFigure({ rows, asAt }: { rows: Punctuality[]; asAt: Day }) {
  const to = useAddresses();
  if (rows.length === 0) return null;
  return (
    <figure className="figure" id="figure-9" aria-labelledby="figure-9-title">
      <h2 className="govuk-heading-m figure__title" id="figure-9-title">
        <span className="figure__number">Figure 9</span> {punctualityTitle(rows)}
      </h2>
      <p className="govuk-body-s figure__subtitle">
        Number of returns by quarter and by when each first came, against its deadline with any extension.
      </p>
      <Table
        caption="Punctuality of returns by quarter"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={[
          { heading: 'Quarter' },
          ...['Asked for', 'In time', 'Late', 'Missing', 'Not in yet'].map((heading) => ({ heading, numeric: true })),
        ]}
        rows={rows.map(({ quarter, asked, inTime, late, missing, outstanding }) => [
          quarterLabel(quarter),
          ...[asked, inTime, late, missing, outstanding],
        ])}
      />
      <p className="govuk-body-s figure__download">
        <a className="govuk-link" href={to.figureCsv('punctuality')}>
          Download figure 9 as CSV
        </a>
      </p>
      <p className="govuk-body-s figure__footing">
        Source: the returns themselves. “Missing” is what the office recorded as missing.{' '}
        <span className="figure__as-at">As it stood on {formatPartialDate(asAt)}.</span>
      </p>
    </figure>
  );
}
