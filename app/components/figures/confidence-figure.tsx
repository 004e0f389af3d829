import { Table } from '#app/components/govuk/table.tsx';
import { ConfidenceTag } from '#app/components/record/confidence-tag.tsx';
import { confidenceTitle } from '#app/domain/figure-titles.ts';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import { type Quarter, quarterShortLabel } from '#app/domain/quarter.ts';
import { returnInWords } from '#app/domain/ratings/rating-words.ts';
import type { ConfidenceRow, RatedReturn } from '#app/domain/ratings/ratings.ts';
import { useAddresses } from '#app/use-addresses.ts';

interface ConfidenceFigureProps {
  quarters: Quarter[];
  rows: ConfidenceRow[];
  /** The theme that the rows are of; null for all. */
  theme: string | null;
  asAt: Day;
}

/** Figure 3: delivery confidence by recommendation and quarter, as a table, once anything was rated. Internal. */
export function ConfidenceFigure({ quarters, rows, theme, asAt }: ConfidenceFigureProps) {
  const to = useAddresses();
  if (rows.length === 0) return null;
  return (
    <figure className="figure app-confidence" id="figure-3" aria-labelledby="figure-3-title">
      <h3 className="govuk-heading-m figure__title" id="figure-3-title">
        <span className="figure__number">Figure 3</span> {confidenceTitle(rows, quarters)}
      </h3>
      <p className="govuk-body-s figure__subtitle">
        Delivery confidence as owners judged it, by recommendation, in the{' '}
        {quarters.length === 1 ? 'one quarter' : `last ${quarters.length} quarters`} that had returns. Not published.
      </p>
      <Table
        caption="Delivery confidence by recommendation and quarter"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={[
          { heading: 'Recommendation' },
          ...quarters.map((quarter) => ({ heading: quarterShortLabel(quarter) })),
        ]}
        rows={rows.map(({ code, title, returns }) => [
          <a key={code} className="govuk-link" href={to.recommendation(code)}>
            {code} {title}
          </a>,
          ...returns.map((one, place) => <Cell key={quarters[place]} one={one} />),
        ])}
      />
      <div className="govuk-body-s figure__footing">
        <p className="figure__download">
          <a className="govuk-link" href={to.figureCsv('delivery-confidence', { theme })}>
            Download figure 3 as CSV
          </a>
        </p>
        <p>
          Source: the returns of the posts that answer for each. A rating is a judgement, not a sum.{' '}
          <a className="govuk-link" href={to.about('delivery-confidence')}>
            What the ratings mean
          </a>
          . <span className="figure__as-at">As it stood on {formatPartialDate(asAt)}.</span>
        </p>
      </div>
    </figure>
  );
}

/** One return: its rating with what is to be said beside it, linked to the return where one came. */
function Cell({ one }: { one: RatedReturn | null }) {
  const to = useAddresses();
  if (one === null || one.confidence === null) return <span className="app-hint">{returnInWords(one)}</span>;
  const [, ...beside] = returnInWords(one).split(/(?= \()|(?=, )/);
  return (
    <a className="govuk-link" href={to.return(one.quarter, one.recommendation)}>
      <ConfidenceTag confidence={one.confidence} />
      {beside.join('')}
    </a>
  );
}
