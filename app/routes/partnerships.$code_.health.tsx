import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { HealthFields } from '#app/components/editing/health-fields.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { Button, ButtonLink } from '#app/components/govuk/button.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { HealthDimension, HealthTable } from '#app/components/record/partnership-health.tsx';
import { db } from '#app/db.server.ts';
import { healthForm } from '#app/domain/partnerships/health-form.server.ts';
import { readHealthPage } from '#app/domain/partnerships/health-page.server.ts';
import { noteHealth, readHealthChecks } from '#app/domain/partnerships/note-health.server.ts';
import { PARTNERSHIP_DONE_WORDS, partnershipDoneOf } from '#app/domain/partnerships/partnership-done.ts';
import { may } from '#app/domain/people/permissions.ts';
import { answerEdit } from '#app/editing.server.ts';
import { today } from '#app/env.server.ts';
import { found, requireAllowed } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, params }: LoaderFunctionArgs) {
  // After a form somebody whose session ended is shown what they typed, and nothing of what others noted.
  if (!request.headers.has('Content-Type')) await requireAllowed(request, 'read internal pages');
  const code = params.code ?? '';
  const page = found(await readHealthPage(db, code, today()), 'partnership', code);
  const person = await signedInPerson(request);
  return {
    title: `Health of ${page.partnership.name}`,
    page,
    checks: may(person, 'read internal pages') ? await readHealthChecks(db, code) : null,
    mayNote: may(person, 'note partnership health'),
    done: partnershipDoneOf(new URL(request.url).searchParams.get('done')),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const code = params.code ?? '';
  found(await readHealthPage(db, code, today()), 'partnership', code);
  return answerEdit(
    request,
    healthForm,
    async (noted, editor) => {
      await noteHealth(db, { partnership: code, ...noted }, editor);
      return addresses().partnershipHealth(code, '', 'noted');
    },
    'note partnership health',
  );
}

/** How a partnership does, in words and over time. For people who are signed in; nothing is scored. */
export default function PartnershipHealthRoute() {
  const { page, checks, mayNote, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { code, name } = page.partnership;
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Partnerships', href: to.partnerships() },
          { text: name, href: to.partnership(code) },
          { text: 'Health check' },
        ]}
      />
      <ErrorSummary errors={answer?.errors} />
      {done ? <NotificationBanner kind="success">{PARTNERSHIP_DONE_WORDS[done]}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Health check, for people who are signed in</span> {name}
      </h1>
      <p className="govuk-body app-measure">
        What reports found that makes partnerships last, asked of this one. Each answer is in words with what it rests
        on. There is no score and no sum: seven different things cannot be added up.
      </p>
      {mayNote && !answer ? <ButtonLink href="#note">Note a health check</ButtonLink> : null}
      {checks ? <HealthTable checks={checks} /> : null}
      {checks ? (
        <section aria-labelledby="dimensions">
          <h2 className="govuk-heading-l" id="dimensions">
            Dimension by dimension
          </h2>
          {page.dimensions.map((asked) => (
            <HealthDimension key={asked.dimension} asked={asked} checks={checks} />
          ))}
        </section>
      ) : null}
      {mayNote || answer ? <NoteForm /> : null}
    </>
  );
}

function NoteForm() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  const { code } = page.partnership;
  return (
    <section className="app-form" aria-labelledby="note">
      <h2 className="govuk-heading-l" id="note">
        Note a health check
      </h2>
      <p className="govuk-body">
        Fill in what was looked at, at least one of the seven. What is noted stays; a later check stands beside it.
        Signed-out readers see nothing of it.
      </p>
      <form method="post" action={to.partnershipHealth(code)} noValidate>
        <HealthFields dimensions={page.dimensions} errors={answer?.errors ?? {}} values={answer?.values ?? {}} />
        <div className="govuk-button-group">
          <Button>Note the health check</Button>
          <a className="govuk-link" href={to.partnership(code)}>
            Cancel
          </a>
        </div>
      </form>
    </section>
  );
}
