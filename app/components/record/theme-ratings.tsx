import { ConfidenceFigure } from '#app/components/figures/confidence-figure.tsx';
import type { Day } from '#app/domain/partial-date.ts';
import type { Ratings } from '#app/domain/ratings/read-ratings.server.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { RatingList } from './rating-list.tsx';

interface ThemeRatingsProps {
  ratings: Ratings | null;
  theme: string;
  day: Day;
}

/** What the returns of a theme say: nothing until one was rated, and nothing to signed-out readers. */
export function ThemeRatings({ ratings, theme, day }: ThemeRatingsProps) {
  const to = useAddresses();
  const newest = ratings?.quarters.at(-1);
  if (!ratings || newest === undefined) return null;
  return (
    <section aria-labelledby="delivery-confidence">
      <h2 className="govuk-heading-l" id="delivery-confidence">
        Delivery confidence
      </h2>
      <p className="govuk-body app-measure">{ratings.sentences.join(' ')}</p>
      <RatingList
        items={{ shown: ratings.attention, total: ratings.attention.length }}
        all={to.quarter(newest, 'returns')}
      />
      <ConfidenceFigure quarters={ratings.quarters} rows={ratings.rows} theme={theme} asAt={day} />
    </section>
  );
}
