import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EditLinks } from '#app/components/editing/edit-links.tsx';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { AnswersFor } from '#app/components/posts/answers-for.tsx';
import { EventList } from '#app/components/record/event-list.tsx';
import { MilestoneTable } from '#app/components/record/milestone-table.tsx';
import { OrganisationList } from '#app/components/record/organisation-list.tsx';
import { ProvenanceLine } from '#app/components/record/provenance-line.tsx';
import { StageWithReason } from '#app/components/record/recommendation-items.tsx';
import { db } from '#app/db.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { may } from '#app/domain/people/permissions.ts';
import { RECOMMENDATION_DONE_WORDS, recommendationDoneOf } from '#app/domain/recommendations/recommendation-done.ts';
import { readRecommendationPage } from '#app/domain/recommendations/recommendation-page.server.ts';
import type { RecommendationView } from '#app/domain/record/record.ts';
import { asAtOf, found } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asAt = await asAtOf(request);
  const page = found(await readRecommendationPage(db, params.code ?? '', asAt), 'recommendation', params.code);
  const person = await signedInPerson(request);
  return {
    title: `${page.recommendation.code}: ${page.recommendation.title}`,
    asAt,
    page,
    mayManage: may(person, 'manage posts'),
    mayEdit: may(person, 'edit the strategy') && asAt.isToday,
    done: recommendationDoneOf(new URL(request.url).searchParams.get('done')),
  };
}

/** One thing the strategy asks for: stage and reason, who answers for it, its milestones and its events. */
export default function RecommendationRoute() {
  const { page, mayEdit, done } = useLoaderData<typeof loader>();
  const { recommendation, theme } = page;
  const to = useAddresses();
  const neighbour = (other: RecommendationView | null) =>
    other && { text: `${other.code}: ${other.title}`, href: to.recommendation(other.code) };
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          ...[...page.above, theme].map(({ code, name }) => ({ text: name, href: to.theme(code) })),
          { text: recommendation.code },
        ]}
      />
      {done ? <NotificationBanner kind="success">{RECOMMENDATION_DONE_WORDS[done]}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Recommendation {recommendation.code}</span> {recommendation.title}
      </h1>
      <StageWithReason recommendation={recommendation} />
      {recommendation.stage ? (
        <p className="govuk-body-s app-hint">
          Judged by {recommendation.stage.judgedBy}, {formatPartialDate(recommendation.stage.judgedOn)}.{' '}
          <a className="govuk-link" href={to.about('stages')}>
            What the stages mean
          </a>
        </p>
      ) : null}
      <Facts />
      <section aria-labelledby="milestones">
        <h2 className="govuk-heading-l" id="milestones">
          Milestones
        </h2>
        {page.milestones.length > 0 ? (
          <MilestoneTable caption={`Milestones of ${recommendation.code}`} captionHidden milestones={page.milestones} />
        ) : (
          <p className="govuk-body">No promise with a date is recorded for this recommendation by this day.</p>
        )}
      </section>
      <section aria-labelledby="events">
        <h2 className="govuk-heading-l" id="events">
          Events
        </h2>
        <EventList events={page.events} />
      </section>
      <p className="govuk-body">
        <a className="govuk-link" href={to.recommendationHistory(recommendation.code)}>
          History of what was recorded here
        </a>
      </p>
      {mayEdit ? (
        <EditLinks
          links={[
            { href: to.recommendationEdit(recommendation.code), text: 'Edit the text, and how often it reports' },
            { href: to.recommendationStage(recommendation.code), text: 'Judge the stage' },
            { href: to.recommendationAddMilestone(recommendation.code), text: 'Add a milestone' },
          ]}
        />
      ) : null}
      <Neighbours before={neighbour(page.before)} after={neighbour(page.after)} label="Recommendations" />
    </>
  );
}

function Facts() {
  const { page, asAt, mayManage } = useLoaderData<typeof loader>();
  const { recommendation, answering } = page;
  const { target, targetDue, doneWhen, summary, note, placeInSource } = recommendation;
  const due = targetDue ? `by ${formatPartialDate(targetDue)}` : '';
  return (
    <SummaryList
      rows={[
        { key: 'What it asks', value: summary },
        { key: 'Target', value: target ? `${target}${due ? `, ${due}` : ''}` : due || 'None given' },
        { key: 'What done looks like', value: doneWhen ?? 'Not agreed yet' },
        {
          key: 'Organisations',
          value: <OrganisationList organisations={recommendation.organisations} passed={page.passed} />,
        },
        {
          key: 'Answers for the return',
          value: <AnswersFor posts={answering} mayManage={mayManage} isToday={asAt.isToday} />,
        },
        { key: 'Seen in', value: <ProvenanceLine {...recommendation} place={placeInSource} /> },
        ...(note ? [{ key: 'Note', value: note }] : []),
      ]}
    />
  );
}
