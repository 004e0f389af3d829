import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { PartnershipLink, startInWords } from '#app/components/record/partnership-parts.tsx';
import { ProvenanceLine } from '#app/components/record/provenance-line.tsx';
import { RecommendationItems } from '#app/components/record/recommendation-items.tsx';
import { db } from '#app/db.server.ts';
import {
  type OrganisationPage,
  readOrganisationPage,
  type Succession,
  type TakesPart,
} from '#app/domain/organisations/organisations.server.ts';
import { sectorInWords } from '#app/domain/organisations/sector-words.ts';
import { formatPartialDate, onOrIn } from '#app/domain/partial-date.ts';
import { capitalised, counted, listed } from '#app/domain/sentences.ts';
import { isOpenStage } from '#app/domain/stage.ts';
import { found, todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = found(
    await readOrganisationPage(db, params.code ?? '', await todayOf(request)),
    'organisation',
    params.code,
  );
  return { title: page.organisation.name, page };
}

/** One body: what it leads, supports and takes part in, what became of it, and what it took over. */
export default function OrganisationRoute() {
  const { page } = useLoaderData<typeof loader>();
  const { organisation, successors, predecessors, answers, inherited } = page;
  const to = useAddresses();
  const leads = answers.filter(({ role }) => role === 'lead').map(({ recommendation }) => recommendation);
  const supports = answers.filter(({ role }) => role === 'supporting').map(({ recommendation }) => recommendation);
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Organisations', href: to.organisations() },
          { text: organisation.shortName ?? organisation.name },
        ]}
      />
      <h1 className="govuk-heading-xl app-title">{organisation.name}</h1>
      <Standing page={page} />
      <SummaryList
        rows={[
          { key: 'Sector', value: sectorInWords(organisation.sector) },
          { key: 'Exists', value: organisation.until ? `Until ${formatPartialDate(organisation.until)}` : 'Yes' },
          ...(successors.length > 0 ? [{ key: 'Taken over by', value: <Successions successions={successors} /> }] : []),
          ...(predecessors.length > 0
            ? [{ key: 'Took over from', value: <Successions successions={predecessors} /> }]
            : []),
        ]}
      />
      <Group id="leads" title="Leads" recommendations={leads} />
      <Group title="Supports" recommendations={supports} />
      <TakesPartIn partnerships={page.partnerships} />
      {inherited.length > 0 ? (
        <Group
          title={`Led or supported by ${listed([...new Set(inherited.map(({ from }) => from.name))])}, which it took over from`}
          recommendations={inherited.map(({ recommendation }) => recommendation)}
        />
      ) : null}
      {answers.some(({ basis }) => basis === 'inferred') ? (
        <p className="govuk-body app-hint">
          That it leads or supports is our inference; the report names no single owner.
        </p>
      ) : null}
    </>
  );
}

function TakesPartIn({ partnerships }: { partnerships: TakesPart[] }) {
  return (
    <section aria-labelledby="takes-part">
      <h2 className="govuk-heading-l" id="takes-part">
        Takes part in
      </h2>
      {partnerships.length === 0 ? (
        <p className="govuk-body">No partnership.</p>
      ) : (
        <ul className="govuk-list app-items">
          {partnerships.map((partnership) => (
            <li key={partnership.code} className="app-items__item">
              <PartnershipLink partnership={partnership} />
              <span className="app-items__words">
                {capitalised(partnership.role)}. Started: {startInWords(partnership.startedOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a reader of an ended body's page asks first: what it was to do, and who answers for it now. */
function Standing({ page: { organisation, successors, answers } }: { page: OrganisationPage }) {
  if (!organisation.until) return null;
  const open = answers.filter(
    ({ role, recommendation }) => role === 'lead' && isOpenStage(recommendation.stage?.stage ?? null),
  );
  const now = listed(successors.map(({ other }) => other.name));
  return (
    <p className="govuk-body-l app-measure">
      It ended {onOrIn(organisation.until)}
      {now ? `; ${now} took over` : ', and no successor is recorded'}. {counted(open.length, 'recommendation')} that it
      led {open.length === 1 ? 'is' : 'are'} still open.
    </p>
  );
}

function Successions({ successions }: { successions: Succession[] }) {
  const to = useAddresses();
  return (
    <ul className="govuk-list">
      {successions.map((succession) => (
        <li key={succession.other.code}>
          <a className="govuk-link" href={to.organisation(succession.other.code)}>
            {succession.other.name}
          </a>{' '}
          ({succession.kind} {formatPartialDate(succession.happenedOn)}){' '}
          <ProvenanceLine confirmation={succession.confirmation} source={succession.source} />
        </li>
      ))}
    </ul>
  );
}

function Group({
  id,
  title,
  recommendations,
}: {
  id?: string;
  title: string;
  recommendations: OrganisationPage['answers'][number]['recommendation'][];
}) {
  return (
    <section>
      <h2 className="govuk-heading-l" id={id}>
        {title}
      </h2>
      {recommendations.length > 0 ? (
        <RecommendationItems recommendations={recommendations} />
      ) : (
        <p className="govuk-body">No recommendation.</p>
      )}
    </section>
  );
}
