import type { Cut } from '#app/domain/overview/overview.server.ts';
import type { NamedAttention } from '#app/domain/ratings/read-ratings.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** What needs attention by the newest returns: Red, worsened, missing, disagreement, unchanged. Internal. */
export function RatingList({ items, all }: { items: Cut<NamedAttention>; all: string }) {
  const to = useAddresses();
  if (items.total === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">By the newest returns (not published)</h3>
      <ul className="govuk-list app-items">
        {items.shown.map(({ recommendation, title, words }) => (
          <li key={recommendation} className="app-items__item">
            <a className="govuk-link app-items__title" href={to.recommendation(recommendation)}>
              {recommendation} {title}
            </a>
            <span className="app-items__words">{words}</span>
          </li>
        ))}
      </ul>
      {items.total > items.shown.length ? (
        <p className="govuk-body">
          <a className="govuk-link" href={all}>
            See all {items.total}
          </a>
        </p>
      ) : null}
    </>
  );
}
