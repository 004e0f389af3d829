import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { AddPostForm } from '#app/components/posts/add-post-form.tsx';
import { PostTable, WithoutOwner } from '#app/components/posts/post-list.tsx';
import { db } from '#app/db.server.ts';
import { parseForm } from '#app/domain/form.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { addPost } from '#app/domain/posts/add-post.server.ts';
import { addPostForm } from '#app/domain/posts/add-post-form.server.ts';
import { postRefusalOf } from '#app/domain/posts/post-errors.ts';
import { readOrganisationChoices, readPeopleChoices, readPostsPage } from '#app/domain/posts/posts-page.server.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, requireAllowed, todayOf } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const asAt = await todayOf(request);
  const mayManage = may(await signedInPerson(request), 'manage posts');
  return {
    title: 'Posts',
    posts: await readPostsPage(db, asAt),
    named: asAt.view === 'internal',
    form: mayManage
      ? { organisations: await readOrganisationChoices(db, asAt.day), people: await readPeopleChoices(db) }
      : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireAllowed(request, 'manage posts');
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const form = parseForm(formData, addPostForm);
  if (!form.ok) return data({ errors: form.errors, values }, { status: 400 });
  try {
    const id = await addPost(db, form.value, { person, now: now(), today: today() });
    return redirect(addresses().post(id));
  } catch (error) {
    const refusal = postRefusalOf(error);
    if (!refusal) throw error;
    return data({ errors: refusal.errors, values }, { status: refusal.status });
  }
}

/** Which post answers for what: posts by organisation, what nobody answers for, and the form that adds a post. */
export default function PostsPage() {
  const { posts, named, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={answer?.errors} />
      <h1 className="govuk-heading-xl">Posts</h1>
      <p className="govuk-body app-measure">
        A post answers for the return on its recommendations each quarter, and stays when its holder changes. Posts are
        recorded by the strategy office; the organisations that a recommendation’s page names come from published
        sources.
      </p>
      <Position />
      {posts.posts.length > 0 ? <PostTable posts={posts.posts} named={named} /> : <NoPosts mayAdd={form !== null} />}
      {form ? <AddPostForm {...form} errors={answer?.errors ?? {}} values={answer?.values ?? {}} /> : null}
      <WithoutOwner themes={posts.withoutOwner} />
    </>
  );
}

function Position() {
  const { posts, named } = useLoaderData<typeof loader>();
  const without = posts.withoutOwner.flatMap(({ recommendations }) => recommendations).length;
  return (
    <p className="govuk-body app-measure">
      {posts.recommendations - without} of {posts.recommendations} recommendations have an owner.{' '}
      {without > 0 ? (
        <a className="govuk-link" href={addresses().posts('without-owner')}>
          {without === 1 ? '1 has none' : `${without} have none`}
        </a>
      ) : (
        'None is without'
      )}
      .{named ? '' : ' Who holds a post is shown to people who are signed in.'}
    </p>
  );
}

function NoPosts({ mayAdd }: { mayAdd: boolean }) {
  return (
    <p className="govuk-body app-measure">
      No post has been added yet.{' '}
      {mayAdd
        ? 'Add the first one below. Its page then lets you give it the recommendations that it answers for.'
        : 'The strategy office adds posts and says which recommendations they answer for.'}
    </p>
  );
}
