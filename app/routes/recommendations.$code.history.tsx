import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { db } from '#app/db.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { readRecommendationHistory } from '#app/domain/recommendations/recommendation-history.server.ts';
import { readRecommendationPage } from '#app/domain/recommendations/recommendation-page.server.ts';
import { found, todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params.code ?? '';
  const asAt = await todayOf(request);
  const { recommendation, theme } = found(await readRecommendationPage(db, code, asAt), 'recommendation', code);
  return {
    title: `History of ${recommendation.code}: ${recommendation.title}`,
    recommendation,
    theme,
    history: await readRecommendationHistory(db, code, asAt.view),
  };
}

/** What was recorded about a recommendation and its milestones: when, by whom, what and why. Nothing is overwritten. */
export default function RecommendationHistoryRoute() {
  const { recommendation, theme, history } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: theme.name, href: to.theme(theme.code) },
          { text: `Recommendation ${recommendation.code}`, href: to.recommendation(recommendation.code) },
          { text: 'History' },
        ]}
      />
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">History of recommendation {recommendation.code}</span> {recommendation.title}
      </h1>
      <p className="govuk-body app-measure">
        Newest first. Nothing recorded is overwritten: a correction replaces an earlier fact in view, and both stay here
        and on the milestone’s page.
      </p>
      <Table
        caption={`Changes to ${recommendation.code} and its milestones`}
        captionHidden
        stackOnMobile
        columns={['Change', 'Recorded', 'By', 'About', 'What', 'Why'].map((heading) => ({ heading }))}
        rows={history.map(({ number, on, by, milestone, words, reason, fileName }) => [
          number,
          formatPartialDate(on),
          by ?? 'The loader',
          milestone ? (
            <a key="milestone" className="govuk-link" href={to.milestone(milestone)}>
              {milestone}
            </a>
          ) : (
            recommendation.code
          ),
          words,
          <>
            {reason ?? 'None given'}
            {fileName === null ? null : <span className="app-note app-break">From the file {fileName}</span>}
          </>,
        ])}
      />
    </>
  );
}
