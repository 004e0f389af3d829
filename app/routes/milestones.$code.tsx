import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { DatesPromisedFigure } from '#app/components/figures/dates-promised-figure.tsx';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Conflict } from '#app/components/record/conflict.tsx';
import { EventList } from '#app/components/record/event-list.tsx';
import { FactHistory } from '#app/components/record/fact-history.tsx';
import { MilestoneSummary } from '#app/components/record/milestone-summary.tsx';
import { ACTS, type FormAct, RecordFactForm } from '#app/components/record/record-fact-form.tsx';
import { db } from '#app/db.server.ts';
import { datesPromised } from '#app/domain/dates-promised.ts';
import { parseForm } from '#app/domain/form.server.ts';
import { type MilestonePage, readMilestonePage } from '#app/domain/milestones/milestone-page.server.ts';
import { FactConflictError, recordFact } from '#app/domain/milestones/record-fact.server.ts';
import { recordFactForm } from '#app/domain/milestones/record-fact-form.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { may, PERMISSIONS } from '#app/domain/people/permissions.ts';
import { RefusedError } from '#app/domain/refused.ts';
import { readSourceChoices } from '#app/domain/sources/source-page.server.ts';
import { now, today } from '#app/env.server.ts';
import { asAtOf, formOf, found, refuse } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asAt = await asAtOf(request);
  const page = found(await readMilestonePage(db, params.code ?? '', asAt), 'milestone', params.code);
  const person = await signedInPerson(request);
  const mayRecord = may(person, 'record facts') && asAt.isToday;
  const form = mayRecord ? formAsked(new URL(request.url).searchParams, page) : null;
  return {
    title: `${page.code}: ${page.title}`,
    asAt,
    page,
    mayRecord,
    form,
    recorded: new URL(request.url).searchParams.get('recorded'),
    sources: form ? await readSourceChoices(db) : [],
  };
}

/** Which form the address asks for: `?record=outcome` or `?correct=2`. */
function formAsked(search: URLSearchParams, page: MilestonePage): { act: FormAct; fact: number | null } | null {
  const correct = search.get('correct');
  if (correct !== null) {
    const fact = page.history.find(({ number, replacedBy }) => String(number) === correct && replacedBy === null);
    if (!fact) refuse(400, `Fact “${correct}” of ${page.code} is not there or has been corrected already.`);
    return { act: 'correct', fact: fact.number };
  }
  const record = search.get('record');
  if (record === null) return null;
  const act = ACTS.find((known) => known === record && known !== 'correct');
  if (!act)
    refuse(400, `“${record}” is not something that can be recorded. Choose from the links on the milestone’s page.`);
  return { act, fact: null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const milestone = params.code ?? '';
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const person = await signedInPerson(request);
  if (!person || !may(person, 'record facts'))
    return data({ errors: { form: person ? NOT_ALLOWED : SIGNED_OUT }, values, newest: null }, { status: 403 });
  const form = parseForm(formData, recordFactForm);
  if (!form.ok) return data({ errors: form.errors, values, newest: null }, { status: 400 });
  try {
    const fact = await recordFact(db, { milestone, ...form.value }, { person, now: now(), today: today() });
    return redirect(addresses().milestoneRecorded(milestone, fact));
  } catch (error) {
    if (error instanceof RefusedError)
      return data({ errors: { [error.field]: error.message }, values, newest: null }, { status: 400 });
    if (error instanceof FactConflictError)
      return data({ errors: {}, values, newest: form.value.seen }, { status: 409 });
    throw error;
  }
}

const NOT_ALLOWED = `You may not ${PERMISSIONS['record facts'].words}, so nothing was recorded. If you should be able to, ask an administrator.`;
const SIGNED_OUT =
  'You are signed out, so nothing was recorded. What you typed is kept below: sign in in another tab, come back to this one and press Record again.';

/** One promise: its dates kept apart, its outcome, what was said when, and the forms to record what happened. */
export default function MilestoneRoute() {
  const { page, mayRecord, recorded, asAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const { recommendation, theme } = page;
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          ...[...page.above, theme].map(({ code, name }) => ({ text: name, href: to.theme(code) })),
          { text: `Recommendation ${recommendation.code}`, href: to.recommendation(recommendation.code) },
          { text: page.code },
        ]}
      />
      {answer?.newest === null ? <ErrorSummary errors={answer.errors} /> : null}
      {recorded ? (
        <NotificationBanner kind="success">
          {recorded === 'wording'
            ? 'The wording is saved. The earlier wording stays in the history.'
            : `Fact ${recorded} is recorded. Past quarters and every figure follow it.`}
        </NotificationBanner>
      ) : null}
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Milestone {page.code}</span> {page.title}
      </h1>
      {page.milestone ? (
        <MilestoneSummary milestone={page.milestone} recommendation={recommendation} day={asAt.day} />
      ) : (
        <p className="govuk-body">Nothing had been promised by {formatPartialDate(asAt.day)}.</p>
      )}
      <Form />
      <section aria-labelledby="history">
        <h2 className="govuk-heading-l" id="history">
          What was said, and when
        </h2>
        <FactHistory code={page.code} facts={page.history} mayCorrect={mayRecord} />
        {mayRecord ? <RecordLinks code={page.code} /> : null}
        {page.milestone ? <DatesPromisedFigure dates={datesPromised(page.milestone, asAt.day)} /> : null}
      </section>
      {page.events.length > 0 ? (
        <section aria-labelledby="events">
          <h2 className="govuk-heading-l" id="events">
            Events
          </h2>
          <EventList events={page.events} />
        </section>
      ) : null}
      <Neighbours
        before={
          page.before && { text: `${page.before.code}: ${page.before.title}`, href: to.milestone(page.before.code) }
        }
        after={page.after && { text: `${page.after.code}: ${page.after.title}`, href: to.milestone(page.after.code) }}
        label="Milestones"
      />
    </>
  );
}

/** The form asked for, filled with what was typed; also for somebody whose session ended while writing. */
function Form() {
  const { page, form, sources } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values: Record<string, string> = answer?.values ?? {};
  const act = form?.act ?? ACTS.find((known) => known === values.act);
  if (!act) return null;
  const number = form ? form.fact : Number(values.replaces);
  return (
    <>
      {answer && answer.newest !== null ? (
        <Conflict newer={page.history.filter((fact) => fact.number > (answer.newest ?? 0))} />
      ) : null}
      <RecordFactForm
        code={page.code}
        act={act}
        seen={page.newest}
        fact={page.history.find((fact) => fact.number === number) ?? null}
        errors={answer?.errors ?? {}}
        values={values}
        sources={sources}
      />
    </>
  );
}

function RecordLinks({ code }: { code: string }) {
  const to = useAddresses();
  const links = {
    'later-date': 'Record a later date',
    'agreed-date': 'Record a new agreed date',
    outcome: 'Record an outcome',
    'taken-back': 'Record that the date was taken back',
  };
  return (
    <ul className="govuk-list app-actions">
      {Object.entries(links).map(([act, text]) => (
        <li key={act}>
          <a className="govuk-button govuk-button--secondary" href={to.record(code, act)}>
            {text}
          </a>
        </li>
      ))}
      <li>
        <a className="govuk-button govuk-button--secondary" href={to.milestoneEdit(code)}>
          Edit the wording
        </a>
      </li>
    </ul>
  );
}
