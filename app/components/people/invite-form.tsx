import { Button } from '#app/components/govuk/button.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import type { FieldErrors, FieldValues } from '#app/domain/form.server.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { RoleChoice } from './role-choice.tsx';

/** Full name, email address and role of somebody to invite. */
export function InviteForm({ errors, values }: { errors: FieldErrors; values: FieldValues }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="invite" className="app-measure">
      <h2 className="govuk-heading-m" id="invite">
        Invite somebody
      </h2>
      <p className="govuk-body">
        You get a one-time link to pass on to them: nothing is sent from here. It works for seven days. Inviting the
        same address again ends the earlier link.
      </p>
      <form method="post" action={to.people()} noValidate>
        <TextInput name="name" label="Full name" autoComplete="off" value={values['name']} error={errors['name']} />
        <TextInput
          name="email"
          label="Email address"
          hint="They will sign in with it."
          type="email"
          autoComplete="off"
          value={values['email']}
          error={errors['email']}
        />
        <RoleChoice value={values['role']} error={errors['role']} />
        <Button>Make the link</Button>
      </form>
    </section>
  );
}
