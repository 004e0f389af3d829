import { Button } from '#app/components/govuk/button.tsx';
import { PasswordInput } from '#app/components/govuk/password-input.tsx';
import type { FieldErrors } from '#app/domain/form.server.ts';
import { PASSWORD_LENGTH } from '#app/domain/people/password-rules.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The form for a new password. `email`, hidden, tells a password manager whose it is. */
export function PasswordForm({ email, errors }: { email: string; errors: FieldErrors }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="password" className="app-measure">
      <h2 className="govuk-heading-m" id="password">
        Change your password
      </h2>
      <p className="govuk-body">You stay signed in here, and are signed out everywhere else.</p>
      <form method="post" action={to.account()} noValidate>
        <input type="hidden" name="act" value="password" />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordInput
          name="currentPassword"
          label="Current password"
          autoComplete="current-password"
          error={errors['currentPassword']}
        />
        <PasswordInput
          name="newPassword"
          label="New password"
          hint={`At least ${PASSWORD_LENGTH.shortest} characters. Three random words make a good one; you can paste it from a password manager.`}
          autoComplete="new-password"
          error={errors['newPassword']}
        />
        <Button>Change the password</Button>
      </form>
    </section>
  );
}
