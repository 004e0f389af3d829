import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { Invitations } from '#app/components/people/invitations.tsx';
import { InviteForm } from '#app/components/people/invite-form.tsx';
import { OneTimeLink } from '#app/components/people/one-time-link.tsx';
import { PeopleTable } from '#app/components/people/people-table.tsx';
import { db } from '#app/db.server.ts';
import { type FieldErrors, type FieldValues, parseForm } from '#app/domain/form.server.ts';
import { type Invitation, invite } from '#app/domain/people/invite.server.ts';
import { inviteForm } from '#app/domain/people/people-forms.server.ts';
import { readPeople } from '#app/domain/people/people-page.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { RefusedError } from '#app/domain/refused.ts';
import { now } from '#app/env.server.ts';
import { formOf, requireAllowed } from '#app/request.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireAllowed(request, 'see people');
  return { title: 'People', people: await readPeople(db, now()), mayManage: may(person, 'manage people') };
}

const refused = (errors: FieldErrors, values: FieldValues) =>
  data({ link: null, invited: null, errors, values }, { status: 400 });

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireAllowed(request, 'manage people');
  const formData = await formOf(request);
  const form = parseForm(formData, inviteForm);
  if (!form.ok) return refused(form.errors, form.values);
  try {
    const token = await invite(db, form.value, { person, now: now() });
    const link = new URL(addresses().welcome(token), request.url).href;
    return data({ link, invited: form.value, errors: {}, values: {} }, { status: 200 });
  } catch (error) {
    if (error instanceof RefusedError) return refused({ [error.field]: error.message }, valuesOf(form.value));
    throw error;
  }
}

const valuesOf = ({ name, email, role }: Invitation): FieldValues => ({ name, email, role });

/** Everybody who is or was here, who was invited, and the form to invite somebody. */
export default function People() {
  const { people, mayManage } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      {answer?.invited ? <OneTimeLink link={answer.link} invited={answer.invited} /> : null}
      <h1 className="govuk-heading-xl">People</h1>
      <p className="govuk-body app-measure">
        Who can sign in, and as what. Nobody is deleted: what somebody recorded stays theirs when they leave.
      </p>
      <PeopleTable caption="Here" people={people.here} />
      {people.left.length > 0 ? <PeopleTable caption="Left" people={people.left} /> : null}
      <Invitations invitations={people.invitations} />
      {mayManage ? <InviteForm errors={answer?.errors ?? {}} values={answer?.values ?? {}} /> : null}
    </>
  );
}
