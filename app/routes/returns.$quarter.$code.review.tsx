import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { ReturnHistory } from '#app/components/returns/return-history.tsx';
import { MissingForm } from '#app/components/review/missing-form.tsx';
import { ReviewDone } from '#app/components/review/review-done.tsx';
import { ReviewForm } from '#app/components/review/review-form.tsx';
import { ReviewHeading } from '#app/components/review/review-heading.tsx';
import { SubmittedSections } from '#app/components/review/submitted-sections.tsx';
import { db } from '#app/db.server.ts';
import { parseForm } from '#app/domain/form.server.ts';
import { refusalOf } from '#app/domain/refused.ts';
import { carryOut } from '#app/domain/review/carry-out.server.ts';
import { REVIEW_ACTS } from '#app/domain/review/review-acts.ts';
import { reviewForm } from '#app/domain/review/review-form.server.ts';
import { readReviewPage } from '#app/domain/review/review-page.server.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, found, quarterIn, requireAllowed } from '#app/request.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAllowed(request, 'review returns');
  const { quarter } = await quarterIn(request, params.quarter);
  const code = params.code ?? '';
  const page = found(await readReviewPage(db, { quarter, code, today: today() }), 'return for that quarter', code);
  const done = REVIEW_ACTS.find((act) => act === new URL(request.url).searchParams.get('done')) ?? null;
  return { title: `Review of ${page.code} for ${page.label}`, page, done, today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireAllowed(request, 'review returns');
  const { quarter } = await quarterIn(request, params.quarter);
  const recommendation = params.code ?? '';
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const form = parseForm(formData, reviewForm);
  if (!form.ok) return data({ errors: form.errors, values }, { status: 400 });
  try {
    await carryOut(db, { quarter, recommendation }, form.value, { person, now: now(), today: today() });
    return redirect(addresses().returnReview(quarter, recommendation, form.value.act));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return data({ errors: refusal.errors, values }, { status: refusal.status });
  }
}

/** The office's page of one return: what was submitted, what changed, and what to do with it. */
export default function Review() {
  const { page, done, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = { errors: answer?.errors ?? {}, values: answer?.values ?? {} };
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? <ReviewDone done={done} page={page} /> : null}
      <ReviewHeading page={page} today={today} />
      {page.isWaiting ? <ReviewForm page={page} {...form} /> : <SubmittedSections page={page} />}
      {page.mayBeMissing ? <MissingForm page={page} {...form} /> : null}
      <ReturnHistory revisions={page.revisions} />
    </>
  );
}
