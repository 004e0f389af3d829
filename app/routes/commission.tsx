import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Commissions } from '#app/components/commission/commissions.tsx';
import { Progress } from '#app/components/commission/progress.tsx';
import { ProposalForm } from '#app/components/commission/proposal-form.tsx';
import { PunctualityFigure } from '#app/components/figures/punctuality-figure.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { db } from '#app/db.server.ts';
import { carryOut } from '#app/domain/commission/carry-out.server.ts';
import { COMMISSION_ACTS, COMMISSION_DONE_WORDS } from '#app/domain/commission/commission-acts.ts';
import { commissionForm } from '#app/domain/commission/commission-form.server.ts';
import { readCommissionPage } from '#app/domain/commission/commission-page.server.ts';
import { parseForm } from '#app/domain/form.server.ts';
import { readPunctuality } from '#app/domain/ratings/read-punctuality.server.ts';
import { refusalOf } from '#app/domain/refused.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, found, requireAllowed } from '#app/request.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAllowed(request, 'commission');
  const search = new URL(request.url).searchParams;
  const quarter = search.get('quarter') || null;
  const page = found(await readCommissionPage(db, { quarter, today: today() }), 'commission', quarter ?? '');
  const done = COMMISSION_ACTS.find((act) => act === search.get('done')) ?? null;
  const of = page.progress ?? page.proposal;
  return {
    title: of ? `Commission for ${of.label}` : 'Commission',
    ...page,
    punctuality: await readPunctuality(db, today()),
    done,
    today: today(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireAllowed(request, 'commission');
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const form = parseForm(formData, commissionForm);
  if (!form.ok) return data({ errors: form.errors, values }, { status: 400 });
  try {
    await carryOut(db, form.value, { person, now: now(), today: today() });
    return redirect(addresses().commission(form.value.quarter, form.value.act));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return data({ errors: refusal.errors, values }, { status: refusal.status });
  }
}

/** The office's page of one commission: what is proposed for a quarter, or how a commissioned one stands. */
export default function Commission() {
  const { progress, proposal, commissions, punctuality, done, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const of = progress ?? proposal;
  const form = { errors: answer?.errors ?? {}, values: answer?.values ?? {} };
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? <NotificationBanner kind="success">{COMMISSION_DONE_WORDS[done]}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Commission</span> {of ? of.label : 'Nothing to commission'}
      </h1>
      {progress ? <Progress page={progress} today={today} {...form} /> : null}
      {proposal ? <ProposalForm page={proposal} {...form} /> : null}
      {of ? null : (
        <p className="govuk-body app-measure">
          The quarter under way and the one that ended last have been commissioned already.
        </p>
      )}
      <Commissions commissions={commissions} shown={progress?.quarter ?? null} />
      <PunctualityFigure rows={punctuality} asAt={today} />
      {progress ? (
        <p className="govuk-body">
          <a className="govuk-link" href={addresses().quarterHeld(progress.quarter)}>
            Download all that is held on this quarter as JSON
          </a>
          , drafts and comments too: what may be asked for under the Freedom of Information Act.
        </p>
      ) : null}
    </>
  );
}
