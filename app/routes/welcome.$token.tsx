import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Button } from '#app/components/govuk/button.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { PasswordInput } from '#app/components/govuk/password-input.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { ActList } from '#app/components/people/act-list.tsx';
import { db } from '#app/db.server.ts';
import { type FieldErrors, type FieldValues, parseForm } from '#app/domain/form.server.ts';
import { join, WelcomeLinkRefusedError } from '#app/domain/people/join.server.ts';
import { PASSWORD_LENGTH } from '#app/domain/people/password-rules.ts';
import { actsOf } from '#app/domain/people/permissions.ts';
import { ROLE_WORDS } from '#app/domain/people/role-words.ts';
import { welcomeForm } from '#app/domain/people/welcome-form.server.ts';
import { findWelcomeLink } from '#app/domain/people/welcome-link.server.ts';
import { now } from '#app/env.server.ts';
import { formOf } from '#app/request.server.ts';
import { signInHeaders } from '#app/session.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

const STATUS = { open: 200, used: 410, expired: 410, unknown: 404 };
const TITLES = {
  open: 'Set up the first administrator',
  used: 'This link has been used',
  expired: 'This link has expired',
  unknown: 'This link is not known here',
};

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await findWelcomeLink(db, params.token ?? '', now());
  const state = link?.state ?? 'unknown';
  const isInvitation = link === null ? null : link.invited !== null;
  if (link?.state !== 'open')
    return data({ title: TITLES[state], state, isInvitation, form: null }, { status: STATUS[state] });
  const { one } = ROLE_WORDS[link.role];
  const title = link.invited ? `Join as ${one}` : TITLES.open;
  const form = { one, acts: actsOf(link.role), invited: link.invited };
  return data({ title, state, isInvitation, form }, { status: 200 });
}

const answered = (status: number, errors: FieldErrors, values: FieldValues) => data({ errors, values }, { status });

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const formData = await formOf(request);
  const link = await findWelcomeLink(db, token, now());
  if (link?.state !== 'open') return answered(STATUS[link?.state ?? 'unknown'], {}, {});
  const form = parseForm(formData, welcomeForm(link.invited));
  if (!form.ok) return answered(400, form.errors, form.values);
  try {
    const person = await join(db, { token, ...form.value }, now());
    return redirect(addresses().overview(), { headers: await signInHeaders(request, person) });
  } catch (error) {
    if (error instanceof WelcomeLinkRefusedError) return answered(STATUS[error.reason], {}, {});
    throw error;
  }
}

export default function Welcome() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary errors={answer?.errors} />
        <h1 className="govuk-heading-l">{page.title}</h1>
        {page.form ? (
          <WelcomeForm {...page.form} errors={answer?.errors ?? {}} values={answer?.values ?? {}} />
        ) : (
          <LinkRefused {...page} />
        )}
      </div>
    </div>
  );
}

interface WelcomeFormProps {
  one: string;
  acts: string[];
  invited: { name: string; email: string } | null;
  errors: FieldErrors;
  values: FieldValues;
}

function WelcomeForm({ one, acts, invited, errors, values }: WelcomeFormProps) {
  // Named, because an unnamed address keeps "#email" from the error summary, all the way to the next page.
  const { pathname } = useLocation();
  return (
    <form method="post" action={pathname} noValidate>
      <ActList
        intro={`${invited ? `You were invited as ${one}` : 'You will be an administrator'}. You may:`}
        acts={acts}
      />
      <p className="govuk-body">Your name is shown beside each change that you make.</p>
      <TextInput
        name="name"
        label="Full name"
        autoComplete="name"
        value={values.name ?? invited?.name}
        error={errors.name}
      />
      {invited ? (
        <InvitedEmail email={invited.email} />
      ) : (
        <TextInput
          name="email"
          label="Email address"
          hint="You will sign in with it."
          type="email"
          autoComplete="email"
          value={values.email}
          error={errors.email}
        />
      )}
      <PasswordInput
        name="password"
        label="Password"
        hint={`At least ${PASSWORD_LENGTH.shortest} characters. Three random words make a good one; you can paste it from a password manager.`}
        autoComplete="new-password"
        error={errors.password}
      />
      <Button>Create the account and sign in</Button>
    </form>
  );
}

/** The address that was invited, which nobody can change here; hidden as well, so that a password manager notes it. */
function InvitedEmail({ email }: { email: string }) {
  return (
    <p className="govuk-body">
      You will sign in with the email address <strong className="app-break">{email}</strong>.
      <input type="hidden" name="email" autoComplete="username" value={email} />
    </p>
  );
}

/** `isInvitation` is null for a link that is not known. */
function LinkRefused({ state, isInvitation }: { state: string; isInvitation: boolean | null }) {
  return (
    <>
      {state === 'used' && (
        <p className="govuk-body">
          If you used it yourself, your account is ready:{' '}
          <a className="govuk-link" href={addresses().signIn()}>
            sign in
          </a>
          .
        </p>
      )}
      <p className="govuk-body">A link works once, for seven days, and only the newest one works.</p>
      {isInvitation === false ? null : (
        <p className="govuk-body">If somebody invited you, ask an administrator of this tracker for a new one.</p>
      )}
      {isInvitation === true ? null : (
        <p className="govuk-body">
          While there is no administrator, the program prints a new link each time it starts: restart it and open the
          link that it prints.
        </p>
      )}
    </>
  );
}
