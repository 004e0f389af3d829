import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { ActList } from '#app/components/people/act-list.tsx';
import { PasswordForm } from '#app/components/people/password-form.tsx';
import { PostList } from '#app/components/people/post-list.tsx';
import { SessionList } from '#app/components/people/session-list.tsx';
import { db } from '#app/db.server.ts';
import { type FieldErrors, parseForm } from '#app/domain/form.server.ts';
import { readSessions } from '#app/domain/people/account.server.ts';
import { changePassword } from '#app/domain/people/change-password.server.ts';
import { passwordForm, sessionForm } from '#app/domain/people/people-forms.server.ts';
import { actsOf, may } from '#app/domain/people/permissions.ts';
import { readPostsHeld } from '#app/domain/people/posts-held.server.ts';
import { roleInWords } from '#app/domain/people/role-words.ts';
import { endOtherSessions, endOwnSession } from '#app/domain/people/sessions.server.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import { RefusedError } from '#app/domain/refused.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, refuse } from '#app/request.server.ts';
import { requirePerson, sessionHashOf } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

/** What was just done, for the banner. */
const DONE: Record<string, string> = {
  end: 'That browser is signed out.',
  'end-others': 'Every other browser is signed out.',
  password: 'Your password is changed. Every other browser is signed out.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const { name, email, role } = person;
  return {
    title: 'Your account',
    person: { name, email, roleWords: roleInWords(role) },
    acts: actsOf(role),
    posts: await readPostsHeld(db, person, today()),
    seesPeople: may(person, 'see people'),
    sessions: await readSessions(db, person.id, { current: await sessionHashOf(request), now: now() }),
    done: DONE[new URL(request.url).searchParams.get('done') ?? ''] ?? null,
  };
}

const refused = (errors: FieldErrors) => data({ errors }, { status: 400 });
const done = (what: string) => redirect(addresses().account('', what));

export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const current = await sessionHashOf(request);
  const formData = await formOf(request);
  if (formData.get('act') === 'password') return newPassword(formData, person, current);
  const form = parseForm(formData, sessionForm);
  if (!form.ok) refuse(400, 'This form is not one of this page’s. Nothing was saved.');
  if (form.value.act === 'end') await endOwnSession(db, person.id, form.value.session);
  else await endOtherSessions(db, person.id, current);
  return done(form.value.act);
}

async function newPassword(formData: FormData, person: SignedIn, keep: string | null) {
  const form = parseForm(formData, passwordForm(person));
  if (!form.ok) return refused(form.errors);
  try {
    await changePassword(db, form.value, { person, keep });
    return done('password');
  } catch (error) {
    if (error instanceof RefusedError) return refused({ [error.field]: error.message });
    throw error;
  }
}

/** Who one is here, where one is signed in, and the form for a new password. */
export default function Account() {
  const { person, acts, posts, sessions, done: words, seesPeople } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      {words && !answer ? <NotificationBanner kind="success">{words}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl">Your account</h1>
      <SummaryList
        rows={[
          { key: 'Name', value: person.name },
          { key: 'Email address', value: <span className="app-break">{person.email}</span> },
          { key: 'Role', value: person.roleWords },
          { key: 'Posts that you hold', value: <PostList posts={posts} /> },
        ]}
      />
      <section aria-labelledby="may" className="app-measure">
        <h2 className="govuk-heading-m" id="may">
          What you may do
        </h2>
        <ActList intro="As that role, for the whole record:" acts={acts} />
        <p className="govuk-body">A post that you hold lets you do more for the recommendations that it answers for.</p>
        {seesPeople ? (
          <p className="govuk-body">
            <a className="govuk-link" href={to.people()}>
              See who can sign in, and as what
            </a>
          </p>
        ) : null}
      </section>
      <SessionList sessions={sessions} />
      <PasswordForm email={person.email} errors={answer?.errors ?? {}} />
    </>
  );
}
