import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { PersonForms } from '#app/components/people/person-forms.tsx';
import { PersonHistory } from '#app/components/people/person-history.tsx';
import { PostList } from '#app/components/people/post-list.tsx';
import { db } from '#app/db.server.ts';
import { type FieldErrors, parseForm } from '#app/domain/form.server.ts';
import { actOnPerson } from '#app/domain/people/act-on-person.server.ts';
import { personForm } from '#app/domain/people/people-forms.server.ts';
import { readPerson } from '#app/domain/people/people-page.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { readPostsHeld } from '#app/domain/people/posts-held.server.ts';
import { ConflictError, RefusedError } from '#app/domain/refused.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, found, refuse, requireAllowed } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

/** What was just done, for the banner. */
const DONE: Record<string, string> = {
  role: 'The role is changed.',
  leave: 'They are noted as having left. They are signed out everywhere.',
  'remove-name': 'The name is taken off public pages.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const reader = await requireAllowed(request, 'see people');
  const { person, history } = await personIn(params.id);
  const done = DONE[new URL(request.url).searchParams.get('done') ?? ''] ?? null;
  const posts = await readPostsHeld(db, person, today());
  return { title: person.name, person, history, posts, done, mayManage: may(reader, 'manage people') };
}

async function personIn(id: string | undefined) {
  const person = /^\d{1,9}$/.test(id ?? '') ? await readPerson(db, Number(id)) : undefined;
  return found(person, 'person', id);
}

const refused = (status: number, errors: FieldErrors, role = '') => data({ errors, role }, { status });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAllowed(request, 'manage people');
  const { person } = await personIn(params.id);
  const formData = await formOf(request);
  const form = parseForm(formData, personForm);
  if (!form.ok && !form.errors['role']) refuse(400, 'This form is not one of this page’s. Nothing was saved.');
  if (!form.ok) return refused(400, form.errors);
  try {
    await actOnPerson(db, person.id, form.value, { person: actor, now: now() });
    return redirect(addresses().person(person.id, form.value.act));
  } catch (error) {
    const role = String(formData.get('role') ?? '');
    if (error instanceof RefusedError) return refused(400, { [error.field]: error.message }, role);
    if (error instanceof ConflictError) return refused(409, { form: error.message }, role);
    throw error;
  }
}

/** One person: what stands, what was recorded about them, and the forms to change it. */
export default function Person() {
  const { person, history, posts, done, mayManage } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs items={[{ text: 'People', href: to.people() }, { text: person.name }]} />
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? <NotificationBanner kind="success">{done}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl app-title">{person.name}</h1>
      <SummaryList
        rows={[
          { key: 'Role', value: person.roleWords },
          { key: 'Since', value: person.since },
          { key: 'Posts held', value: <PostList posts={posts} /> },
          { key: 'Email address', value: <span className="app-break">{person.email}</span> },
          {
            key: 'On public pages',
            value: person.nameRemoved
              ? 'The name is not shown to signed-out readers'
              : 'Named beside what they recorded',
          },
        ]}
      />
      <PersonHistory history={history} />
      {mayManage ? (
        <PersonForms person={person} posts={posts} errors={answer?.errors ?? {}} role={answer?.role ?? ''} />
      ) : null}
    </>
  );
}
