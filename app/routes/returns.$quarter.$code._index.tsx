import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { DraftConflictForm } from '#app/components/returns/draft-conflict.tsx';
import { type Kept, KeptFields } from '#app/components/returns/kept-fields.tsx';
import { ReturnForm } from '#app/components/returns/return-form.tsx';
import { ReturnHeading } from '#app/components/returns/return-heading.tsx';
import { ReturnHistory } from '#app/components/returns/return-history.tsx';
import { SubmittedReturn } from '#app/components/returns/submitted-return.tsx';
import { db } from '#app/db.server.ts';
import { may, NotAllowedError } from '#app/domain/people/permissions.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { checkReturn } from '#app/domain/returns/check-return.server.ts';
import { settledFields } from '#app/domain/returns/merge-drafts.ts';
import { ReturnNotOpenError } from '#app/domain/returns/open-return.server.ts';
import { questionWords, type ReturnFields, returnFields } from '#app/domain/returns/return-fields.ts';
import { readReturnPage, readSubmittedFields } from '#app/domain/returns/return-page.server.ts';
import { DraftConflictError, saveDraft } from '#app/domain/returns/save-draft.server.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, quarterIn, refuse } from '#app/request.server.ts';
import { requirePerson, signedInPerson } from '#app/session.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  const code = params.code ?? '';
  // After a form is answered this runs once more. What was typed is then shown, whoever is signed in by now.
  const answers = request.headers.has('Content-Type');
  const person = answers ? await signedInPerson(request) : await requirePerson(request);
  const page = person && (await readReturnPage(db, { quarter, code, person, today: today() }));
  if (!answers && page === undefined) refuse(404, `No return is asked for of “${code}” for ${quarterLabel(quarter)}.`);
  if (!answers && page === null) refuse(403, 'Only those who work on this return, and people inside, may read it.');
  const search = new URL(request.url).searchParams;
  return {
    title: `Return for ${code}, ${quarterLabel(quarter)}`,
    quarter,
    code,
    today: today(),
    page: page ?? null,
    saved: search.get('saved'),
    submitted: search.has('submitted'),
    taken: (search.get('taken') ?? '').split(' ').flatMap((question) => questionWords(question) ?? []),
  };
}

type Sent = { quarter: string; recommendation: string; act: string; fields: ReturnFields; seen: string; marks: string };

export async function action({ request, params }: ActionFunctionArgs) {
  const { quarter } = await quarterIn(request, params.quarter);
  const formData = await formOf(request);
  const act = String(formData.get('act') ?? '');
  const sent: Sent = {
    quarter,
    recommendation: params.code ?? '',
    act,
    fields: act === 'settle' ? settledFields(formData) : returnFields(formData),
    seen: String(formData.get('seen') ?? ''),
    marks: String(formData.get('marks') ?? ''),
  };
  const person = await signedInPerson(request);
  if (!person) return kept(403, { why: SIGNED_OUT, fields: sent.fields, submitted: null, again: sent });
  try {
    return await save(sent, person);
  } catch (error) {
    if (error instanceof DraftConflictError)
      return data(
        { errors: {}, kept: null, conflict: { merged: error.merged, theirs: error.theirs } },
        { status: 409 },
      );
    if (error instanceof NotAllowedError) {
      const why = `${error.message} This return may have been handed over. Copy what you need from below.`;
      return kept(403, { why, fields: sent.fields, submitted: null, again: null });
    }
    if (error instanceof ReturnNotOpenError) {
      const submitted = may(person, 'read internal pages') ? await readSubmittedFields(db, sent) : null;
      const why = `${error.message} Copy what you need from below. If it has to go in, ask the office to send the return back.`;
      return kept(409, { why, fields: sent.fields, submitted, again: null });
    }
    throw error;
  }
}

/** Keeps the draft, and then goes back to where the button was, or on to the answers when nothing is wrong with them. */
async function save(sent: Sent, person: SignedIn) {
  const { quarter, recommendation, act } = sent;
  const to = addresses();
  const draft = await saveDraft(db, { ...sent, byItself: false }, { person, now: now(), today: today() });
  if (act !== 'check') {
    const place = /^save ([a-z]+)$/.exec(act)?.[1] ?? 'top';
    const query = new URLSearchParams({ saved: place, taken: draft.taken.join(' ') });
    return redirect(`${to.return(quarter, recommendation)}?${query}#save-${place}`);
  }
  const page = await readReturnPage(db, { quarter, code: recommendation, person, today: today() });
  const { errors } = page ? checkReturn(page, draft.fields, today()) : { errors: {} };
  if (Object.keys(errors).length === 0) return redirect(to.returnCheck(quarter, recommendation));
  return data({ errors, kept: null, conflict: null }, { status: 400 });
}

const kept = (status: number, what: Kept) => data({ errors: {}, kept: what, conflict: null }, { status });

const SIGNED_OUT =
  'You are signed out. Sign in in another tab, come back to this one and press Save draft: what you typed is in this page.';

/** The return of one recommendation for one quarter: the form for its owner, what was submitted for others. */
export default function ReturnRoute() {
  const { quarter, code, page, today: day, saved, submitted, taken } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const key = { quarter, recommendation: code };
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      {saved !== null && page?.form ? (
        <NotificationBanner kind="success">
          {`Your draft is saved.${taken.length > 0 ? ` Taken over from what somebody else saved meanwhile: ${taken.join('; ')}.` : ''}`}
        </NotificationBanner>
      ) : null}
      {submitted && page?.state === 'submitted' ? (
        <NotificationBanner kind="success">
          The return is submitted. The strategy office looks at it next.
        </NotificationBanner>
      ) : null}
      <ReturnHeading {...key} page={page} today={day} />
      {answer?.kept ? <KeptFields {...key} kept={answer.kept} /> : null}
      {answer?.conflict ? <DraftConflictForm {...key} {...answer.conflict} /> : null}
      {page && !answer?.kept && !answer?.conflict ? (
        page.form ? (
          <ReturnForm page={page} form={page.form} errors={answer?.errors ?? {}} />
        ) : (
          <SubmittedReturn page={page} />
        )
      ) : null}
      {page ? <ReturnHistory revisions={page.revisions} /> : null}
    </>
  );
}
