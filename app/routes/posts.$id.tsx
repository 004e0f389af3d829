import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/govuk/error-summary.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { EndsOthers } from '#app/components/posts/ends-others.tsx';
import { PostForm } from '#app/components/posts/post-form.tsx';
import { HoldingTable, OwnershipTable } from '#app/components/posts/post-tables.tsx';
import { db } from '#app/db.server.ts';
import { parseForm } from '#app/domain/form.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { giveRecommendations, passOn } from '#app/domain/posts/change-ownership.server.ts';
import { handOver } from '#app/domain/posts/hand-over.server.ts';
import { POST_ACT_WORDS, POST_ACTS, POST_DONE_WORDS, type PostAct } from '#app/domain/posts/post-acts.ts';
import { postRefusalOf } from '#app/domain/posts/post-errors.ts';
import { type AskedOfPost, postForm } from '#app/domain/posts/post-form.server.ts';
import { readGivable, readOtherPosts, readPostPage } from '#app/domain/posts/post-page.server.ts';
import type { PostActor } from '#app/domain/posts/post-rules.server.ts';
import { readPeopleChoices } from '#app/domain/posts/posts-page.server.ts';
import { now, today } from '#app/env.server.ts';
import { formOf, found, refuse, requireAllowed, todayOf } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asAt = await todayOf(request);
  const id = idIn(params.id);
  const page = found(await readPostPage(db, id, asAt), 'post', params.id);
  const mayManage = may(await signedInPerson(request), 'manage posts');
  const search = new URL(request.url).searchParams;
  const act = mayManage ? actAsked(search.get('do')) : null;
  return {
    title: `${page.title}, ${page.organisation.name}`,
    page,
    mayManage,
    done: POST_ACTS.find((known) => known === search.get('done')) ?? null,
    form: act && {
      act,
      people: act === 'hand-over' ? await readPeopleChoices(db) : [],
      givable: act === 'give' ? await readGivable(db, id, asAt) : [],
      otherPosts: act === 'pass-on' ? await readOtherPosts(db, id) : [],
    },
  };
}

/** The id in the address; what is no number is the id of no post. */
const idIn = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0);

function actAsked(text: string | null): PostAct | null {
  if (text === null || text === '') return null;
  const act = POST_ACTS.find((known) => known === text);
  if (!act) refuse(400, `“${text}” is not something that can be done here. Choose from the links on the post’s page.`);
  return act;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireAllowed(request, 'manage posts');
  const { id: post } = found(await readPostPage(db, idIn(params.id), await todayOf(request)), 'post', params.id);
  const formData = await formOf(request);
  const values = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
  const form = parseForm(formData, postForm);
  if (!form.ok) return data({ errors: form.errors, values, endings: [] }, { status: 400 });
  try {
    await carryOut(post, form.value, { person, now: now(), today: today() });
    return redirect(addresses().post(post, { done: form.value.act }));
  } catch (error) {
    const refusal = postRefusalOf(error);
    if (!refusal) throw error;
    const { errors, endings, status } = refusal;
    return data({ errors, values, endings }, { status });
  }
}

function carryOut(post: number, asked: AskedOfPost, actor: PostActor): Promise<void> {
  if (asked.act === 'hand-over') return handOver(db, { post, ...asked.command }, actor);
  if (asked.act === 'give') return giveRecommendations(db, { post, ...asked.command }, actor);
  return passOn(db, { post, ...asked.command }, actor);
}

/** One post: who holds it, what it answers for since when, what it answered for before, and the forms to change that. */
export default function PostRoute() {
  const { page, mayManage, done, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs
        items={[{ text: 'Overview', href: to.overview() }, { text: 'Posts', href: to.posts() }, { text: page.title }]}
      />
      <ErrorSummary errors={answer?.errors} />
      {done ? <NotificationBanner kind="success">{POST_DONE_WORDS[done]}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Post</span> {page.title}
      </h1>
      <p className="govuk-body">
        <a className="govuk-link" href={to.organisation(page.organisation.code)}>
          {page.organisation.name}
        </a>
        . Recorded by the strategy office; see{' '}
        <a className="govuk-link" href={to.changes()}>
          Changes
        </a>
        .
      </p>
      <EndsOthers endings={answer?.endings ?? []} />
      {form ? (
        <PostForm
          {...form}
          page={page}
          errors={answer?.errors ?? {}}
          values={answer?.values ?? {}}
          endings={answer?.endings ?? []}
        />
      ) : null}
      {mayManage ? <Acts /> : null}
      <section aria-labelledby="holders">
        <h2 className="govuk-heading-l" id="holders">
          Who holds it
        </h2>
        {page.holdings ? (
          <HoldingTable holdings={page.holdings} />
        ) : (
          <p className="govuk-body">Who holds a post is shown to people who are signed in.</p>
        )}
      </section>
      <Ownerships />
    </>
  );
}

function Acts() {
  const { page, form } = useLoaderData<typeof loader>();
  const to = useAddresses();
  const acts = POST_ACTS.filter((act) => act !== form?.act && (act !== 'pass-on' || hasOpen(page)));
  return (
    <ul className="govuk-list app-actions">
      {acts.map((act) => (
        <li key={act}>
          <a className="govuk-button govuk-button--secondary" href={to.post(page.id, { do: act }, 'form')}>
            {POST_ACT_WORDS[act]}
          </a>
        </li>
      ))}
    </ul>
  );
}

const hasOpen = ({ ownerships }: { ownerships: { untilOn: string | null }[] }): boolean =>
  ownerships.some(({ untilOn }) => untilOn === null);

function Ownerships() {
  const { page } = useLoaderData<typeof loader>();
  const over = page.ownerships.filter(({ standing }) => standing === 'over');
  const rest = page.ownerships.filter(({ standing }) => standing !== 'over');
  return (
    <section aria-labelledby="recommendations-of-post">
      <h2 className="govuk-heading-l" id="recommendations-of-post">
        What it answers for
      </h2>
      {rest.length > 0 ? (
        <OwnershipTable caption="What it answers for" ownerships={rest} />
      ) : (
        <p className="govuk-body">This post answers for no recommendation.</p>
      )}
      {over.length > 0 ? (
        <>
          <h3 className="govuk-heading-m">Earlier</h3>
          <OwnershipTable caption="What it answered for earlier" ownerships={over} />
        </>
      ) : null}
    </section>
  );
}
