import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { CheckAnswers } from '#app/components/returns/check-answers.tsx';
import { db } from '#app/db.server.ts';
import { NotAllowedError } from '#app/domain/people/permissions.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { checkReturn } from '#app/domain/returns/check-return.server.ts';
import { ReturnNotOpenError } from '#app/domain/returns/open-return.server.ts';
import { readReturnPage } from '#app/domain/returns/return-page.server.ts';
import { DraftMovedError, submitReturn } from '#app/domain/returns/submit-return.server.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, quarterIn, refuse } from '#app/request.server.ts';
import { requirePerson } from '#app/session.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, form, ...key } = await readForm(request, params, await requirePerson(request));
  // After a refused submission this runs once more, when the return may have left its owner.
  const checked = form && checkReturn(page, form.fields, today());
  if (!checked && !request.headers.has('Content-Type')) throw redirect(addresses().return(key.quarter, key.code));
  return {
    title: `Check your answers: ${key.code}, ${quarterLabel(key.quarter)}`,
    ...key,
    page,
    seen: form?.seen ?? '',
    checked,
  };
}

/** The return in the address, with its form for those who may write it. 404 or 403 in words for others. */
async function readForm(request: Request, params: LoaderFunctionArgs['params'], person: SignedIn) {
  const { quarter } = await quarterIn(request, params.quarter);
  const code = params.code ?? '';
  const page = await readReturnPage(db, { quarter, code, person, today: today() });
  if (page === undefined) refuse(404, `No return is asked for of “${code}” for ${quarterLabel(quarter)}.`);
  if (page === null || page.posts.length === 0)
    refuse(403, `You may not write this return: it belongs to the posts that answer for ${code}.`);
  return { quarter, code, page, form: page.form };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const seen = String((await formOf(request)).get('seen') ?? '');
  const { quarter, code, page, form } = await readForm(request, params, person);
  if (!form) return refused(409, page.closed ?? 'This return is not open.');
  const { content } = checkReturn(page, form.fields, today());
  if (!content) return refused(400, 'Some answers are missing or do not fit: they are listed below');
  try {
    await submitReturn(db, { quarter, recommendation: code, content, seen }, { person, now: now(), today: today() });
  } catch (error) {
    if (error instanceof NotAllowedError)
      return refused(403, `${error.message} Ask the owner or the deputy to submit.`);
    if (error instanceof ReturnNotOpenError) return refused(409, error.message);
    if (error instanceof DraftMovedError)
      return refused(409, `${error.message} Nothing was submitted. Look at the answers as they are now, then submit.`);
    throw error;
  }
  return redirect(`${addresses().return(quarter, code)}?submitted=yes`);
}

const refused = (status: number, message: string) => data({ errors: { form: message } }, { status });

/** Every answer in words, what keeps the return from being submitted, and the button that submits it. */
export default function CheckRoute() {
  const { page, checked, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      <CheckAnswers page={page} checked={checked} seen={seen} />
    </>
  );
}
