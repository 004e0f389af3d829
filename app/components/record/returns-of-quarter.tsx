import { Table } from '#app/components/govuk/table.tsx';
import { returnInWords } from '#app/domain/ratings/rating-words.ts';
import type { ReturnOfQuarter } from '#app/domain/ratings/returns-of-quarter.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

const MOVES = { improved: 'Improved', worsened: 'Worsened', same: 'Same' };

/** The returns of a quarter with their ratings, beside the quarter before. Internal. */
export function ReturnsOfQuarter({ returns }: { returns: ReturnOfQuarter[] }) {
  const to = useAddresses();
  const [first] = returns;
  if (!first) return null;
  return (
    <section aria-labelledby="returns">
      <h2 className="govuk-heading-l" id="returns">
        Returns
      </h2>
      <p className="govuk-body app-measure">
        {counted(returns.length, 'return')} asked for. Ratings are the owners’ judgement. Not published.
      </p>
      <Table
        caption="Returns of the quarter"
        captionHidden
        firstCellIsHeader
        stackOnMobile
        columns={['Recommendation', 'Delivery confidence', 'The quarter before', 'Since then'].map((heading) => ({
          heading,
        }))}
        rows={returns.map(({ code, title, now, before, move }) => [
          <a key={code} className="govuk-link" href={to.return(now.quarter, code)}>
            {code} {title}
          </a>,
          returnInWords(now),
          returnInWords(before),
          move === null ? 'Cannot be compared' : MOVES[move],
        ])}
      />
    </section>
  );
}
