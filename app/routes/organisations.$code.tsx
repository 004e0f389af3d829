import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { PassOnForm } from '#app/components/organisations/pass-on-form.tsx';
import { PassedOnSections } from '#app/components/organisations/passed-on.tsx';
import { PartnershipLink, startInWords } from '#app/components/record/partnership-parts.tsx';
import { ProvenanceLine } from '#app/components/record/provenance-line.tsx';
import { RecommendationItems } from '#app/components/record/recommendation-items.tsx';
import { db } from '#app/db.server.ts';
import { parseForm } from '#app/domain/form.server.ts';
import { readPassedOn, readPassOnChoices } from '#app/domain/organisations/organisation-responsibilities.server.ts';
import {
  type OrganisationPage,
  readOrganisationPage,
  type Succession,
  type TakesPart,
} from '#app/domain/organisations/organisations.server.ts';
import { passResponsibility } from '#app/domain/organisations/pass-responsibility.server.ts';
import { passResponsibilityForm } from '#app/domain/organisations/pass-responsibility-form.server.ts';
import { sectorInWords } from '#app/domain/organisations/sector-words.ts';
import { formatPartialDate, onOrIn } from '#app/domain/partial-date.ts';
import { may } from '#app/domain/people/permissions.ts';
import { refusalOf } from '#app/domain/refused.ts';
import { capitalised, counted, listed } from '#app/domain/sentences.ts';
import { isOpenStage } from '#app/domain/stage.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, found, refuse, requireAllowed, todayOf } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

const PASS_ON = 'pass-on';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asAt = await todayOf(request);
  const code = params.code ?? '';
  const page = found(await readOrganisationPage(db, code, asAt), 'organisation', code);
  const mayPassOn = may(await signedInPerson(request), 'edit the strategy');
  const search = new URL(request.url).searchParams;
  const choices = mayPassOn ? await readPassOnChoices(db, code) : null;
  return {
    title: page.organisation.name,
    page,
    passed: await readPassedOn(db, code, asAt.day),
    mayPassOn: Boolean(choices?.open.length),
    isDone: search.get('done') === PASS_ON,
    choices: isAsked(search.get('do')) ? choices : null,
    tickAll: search.get('tick') === 'all',
  };
}

/** Whether the address asks for the form; anything else that it asks to be done is answered 400. */
function isAsked(text: string | null): boolean {
  if (text === PASS_ON) return true;
  if (!text) return false;
  refuse(400, `“${text}” is not something that can be done here. Choose from the links on the organisation’s page.`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireAllowed(request, 'edit the strategy');
  const page = await readOrganisationPage(db, params.code ?? '', await todayOf(request));
  const from = found(page, 'organisation', params.code).organisation.code;
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const form = parseForm(formData, passResponsibilityForm);
  if (!form.ok) return data({ errors: form.errors, values }, { status: 400 });
  try {
    await passResponsibility(db, { from, ...form.value }, { person, now: now(), today: today() });
    return redirect(addresses().organisation(from, '', { done: PASS_ON }));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return data({ errors: refusal.errors, values }, { status: refusal.status });
  }
}

/** One body: what it leads, supports and takes part in, what became of it, and what it took over. */
export default function OrganisationRoute() {
  const { page, passed, mayPassOn, isDone, choices, tickAll } = useLoaderData<typeof loader>();
  const { errors, values } = useActionData<typeof action>() ?? {};
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
      <ErrorSummary errors={errors} />
      {isDone ? (
        <NotificationBanner kind="success">
          The responsibility is passed on from the day that you gave.
        </NotificationBanner>
      ) : null}
      <h1 className="govuk-heading-xl app-title">{organisation.name}</h1>
      <Standing />
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
      {choices ? (
        <PassOnForm
          code={organisation.code}
          choices={choices}
          tickAll={tickAll}
          errors={errors ?? {}}
          values={values ?? {}}
        />
      ) : mayPassOn ? (
        <a
          className="govuk-button govuk-button--secondary"
          href={to.organisation(organisation.code, 'form', { do: PASS_ON })}
        >
          Pass responsibility on
        </a>
      ) : null}
      <Group id="leads" title="Leads" recommendations={leads} />
      <Group title="Supports" recommendations={supports} />
      <PassedOnSections {...passed} />
      <TakesPartIn partnerships={page.partnerships} />
      {inherited.length > 0 ? (
        <Group
          title={`Led or supported by ${listed([...new Set(inherited.map(({ from }) => from.name))])}, which it took over from`}
          recommendations={inherited.map(({ recommendation }) => recommendation)}
        />
      ) : null}
      {answers.some(({ basis }) => basis === 'inferred') ? (
        <p className="govuk-body app-hint">
          That it leads or supports is our inference; the strategy names no single owner.
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
function Standing() {
  const { page, passed } = useLoaderData<typeof loader>();
  const { organisation, successors, answers } = page;
  if (!organisation.until) return null;
  const open = answers.filter(
    ({ role, recommendation }) => role === 'lead' && isOpenStage(recommendation.stage?.stage ?? null),
  );
  const now = listed(successors.map(({ other }) => other.name));
  return (
    <p className="govuk-body-l app-measure">
      It ended {onOrIn(organisation.until)}
      {now ? `; ${now} took over` : ', and no successor is recorded'}. {counted(open.length, 'recommendation')} that it
      led {open.length === 1 ? 'is' : 'are'} still open{passed.away.length > 0 ? ' and not passed on' : ''}.
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
