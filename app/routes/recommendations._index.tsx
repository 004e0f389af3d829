import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RecommendationItems } from '#app/components/record/recommendation-items.tsx';
import { RegisterCount, RegisterFilter } from '#app/components/record/register-filter.tsx';
import { StrategyFileLinks } from '#app/components/record/strategy-file-links.tsx';
import { organisationChoices, RECOMMENDATION_SORTS, recommendationRegister } from '#app/domain/registers/register.ts';
import { parseRecommendationQuery } from '#app/domain/registers/register-query.server.ts';
import { CONFIRMATION_WORDS, STAGE_ORDER, STAGE_WORDS } from '#app/domain/status-words.ts';
import { themeChoices } from '#app/domain/themes/nesting.ts';
import { queryOf, recordOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { record, asAt } = await recordOf(request);
  const query = queryOf(request, parseRecommendationQuery);
  return {
    title: 'Recommendations',
    asAt,
    query,
    register: recommendationRegister(record, query),
    themes: themeChoices(record.themes),
    organisations: organisationChoices(record).map(({ code, name }) => ({ value: code, text: name })),
  };
}

/** Everything the strategy asks for, with stage and reason: filtered, searched and sorted by the address. */
export default function RecommendationsPage() {
  const { asAt, register, query, themes, organisations } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Recommendations</h1>
      <RegisterFilter
        search={{ name: 'q', label: 'Words in code, title, text or reason' }}
        choices={[
          { name: 'theme', label: 'Theme', any: 'All themes', items: themes },
          {
            name: 'stage',
            label: 'Stage',
            any: 'Any stage',
            items: STAGE_ORDER.map((value) => ({ value, text: STAGE_WORDS[value].word })),
          },
          { name: 'organisation', label: 'Organisation', any: 'Any organisation', items: organisations },
          {
            name: 'confirmation',
            label: 'Confirmation',
            any: 'Any confirmation',
            items: Object.entries(CONFIRMATION_WORDS).map(([value, { word }]) => ({ value, text: word })),
          },
          {
            name: 'sort',
            label: 'Order',
            any: null,
            items: Object.entries(RECOMMENDATION_SORTS).map(([value, text]) => ({ value, text })),
          },
        ]}
      />
      <RegisterCount register={register} one="recommendation" />
      {register.rows.length > 0 ? (
        <>
          <h2 className="govuk-visually-hidden">Recommendations shown</h2>
          <RecommendationItems recommendations={register.rows} />
          <p className="govuk-body">
            <a className="govuk-link" href={to.recommendationsCsv(query)}>
              Download what is shown as CSV
            </a>
          </p>
        </>
      ) : null}
      {asAt.view === 'internal' && asAt.isToday ? <StrategyFileLinks /> : null}
    </>
  );
}
