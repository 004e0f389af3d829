import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Button } from '#app/components/govuk/button.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { PasswordInput } from '#app/components/govuk/password-input.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { db } from '#app/db.server.ts';
import { londonTimeAfter } from '#app/domain/clock.ts';
import { type FieldErrors, type FieldValues, parseForm } from '#app/domain/form.server.ts';
import { localPath } from '#app/domain/people/local-path.ts';
import { SignInRefusedError, signIn } from '#app/domain/people/sign-in.server.ts';
import { NOT_RIGHT, signInForm } from '#app/domain/people/sign-in-form.server.ts';
import { SignInLockedError } from '#app/domain/people/sign-in-limit.server.ts';
import { now } from '#app/env.server.ts';
import { formOf } from '#app/request.server.ts';
import { signedInPerson, signInHeaders } from '#app/session.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('next'));
  if (await signedInPerson(request)) throw redirect(next);
  return { title: 'Sign in', next };
}

const refused = (errors: FieldErrors, values: FieldValues, status = 400) =>
  data({ errors, email: values.email ?? '', next: localPath(values.next) }, { status });

/** The same for an account that is there and one that is not. */
const locked = (until: Date): string =>
  `There were too many tries. Nobody can sign in with this email address, or from your network, until ${londonTimeAfter(until)}. Try again then`;

export async function action({ request, context }: ActionFunctionArgs) {
  const formData = await formOf(request);
  const values = { email: String(formData.get('email') ?? ''), next: String(formData.get('next') ?? '') };
  const form = parseForm(formData, signInForm);
  if (!form.ok) return refused(form.errors, values);
  try {
    const person = await signIn(db, form.value, { address: context.address, now: now() });
    return redirect(localPath(values.next), { headers: await signInHeaders(request, person) });
  } catch (error) {
    if (error instanceof SignInRefusedError) return refused({ email: NOT_RIGHT }, values);
    if (error instanceof SignInLockedError) return refused({ email: locked(error.until) }, values, 429);
    throw error;
  }
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary errors={answer?.errors} />
        <h1 className="govuk-heading-l">Sign in</h1>
        <p className="govuk-body">
          Sign in to read what is not published yet, to write and review returns, and to record dates and outcomes. An
          administrator of this tracker can invite you.
        </p>
        <form method="post" action={addresses().signIn()} noValidate>
          <input type="hidden" name="next" value={answer?.next ?? next} />
          <TextInput
            name="email"
            label="Email address"
            type="email"
            autoComplete="username"
            width="two-thirds"
            value={answer?.email}
            error={answer?.errors.email}
          />
          <PasswordInput
            name="password"
            label="Password"
            autoComplete="current-password"
            error={answer?.errors.password}
          />
          <Button>Sign in</Button>
        </form>
      </div>
    </div>
  );
}
