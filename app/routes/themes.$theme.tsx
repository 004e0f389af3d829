import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { addresses } from '#app/addresses.ts';
import { EditLinks } from '#app/components/editing/edit-links.tsx';
import { StatusOverTimeFigure } from '#app/components/figures/status-over-time-figure.tsx';
import { TimelineFigure } from '#app/components/figures/timeline-figure.tsx';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { EventList } from '#app/components/record/event-list.tsx';
import { ThemeIndicators } from '#app/components/record/indicator-table.tsx';
import { AttentionList, DueNextList, RecentChanges } from '#app/components/record/milestone-lists.tsx';
import { MilestoneTable } from '#app/components/record/milestone-table.tsx';
import { RecommendationItems, StageWithReason } from '#app/components/record/recommendation-items.tsx';
import { StageTiles } from '#app/components/record/stage-tiles.tsx';
import { ThemePartnerships } from '#app/components/record/theme-partnerships.tsx';
import { ThemeRatings } from '#app/components/record/theme-ratings.tsx';
import { db } from '#app/db.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { counted } from '#app/domain/sentences.ts';
import type { ThemePage } from '#app/domain/themes/theme-page.server.ts';
import { readThemePage } from '#app/domain/themes/theme-page.server.ts';
import { asAtOf, found } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asAt = await asAtOf(request);
  const { milestone } = addresses(asAt.isToday ? null : asAt.day);
  const page = found(
    await readThemePage(db, params.theme ?? '', asAt, (code) => milestone(code)),
    'theme',
    params.theme,
  );
  const mayEdit = may(await signedInPerson(request), 'edit the strategy') && asAt.isToday;
  return { title: page.theme.name, asAt, page, mayEdit };
}

/** One theme: where it stands, its story, what needs attention, its recommendations, dates and events. */
export default function ThemeRoute() {
  const { page, asAt, mayEdit } = useLoaderData<typeof loader>();
  const { theme } = page;
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Themes', href: to.themes() },
          ...page.above.map(({ code, name }) => ({ text: name, href: to.theme(code) })),
          { text: theme.name },
        ]}
      />
      <h1 className="govuk-heading-xl app-title">{theme.name}</h1>
      <p className="govuk-body-l app-measure">{theme.aim}</p>
      <Goals page={page} />
      <p className="govuk-body app-measure">{page.sentences.join(' ')}</p>
      <StageTiles stages={page.stages} theme={theme.code} />
      <Parts page={page} />
      <Story page={page} />
      <Attention page={page} />
      <section aria-labelledby="recommendations">
        <h2 className="govuk-heading-l" id="recommendations">
          Recommendations
        </h2>
        {page.recommendations.length > 0 ? (
          <RecommendationItems recommendations={page.recommendations} />
        ) : (
          <p className="govuk-body">No recommendation is recorded for this theme.</p>
        )}
        {mayEdit ? (
          <EditLinks links={[{ href: to.themeAddRecommendation(theme.code), text: 'Add a recommendation' }]} />
        ) : null}
      </section>
      <ThemeRatings ratings={page.ratings} theme={theme.code} day={page.day} />
      <Dates page={page} />
      <ThemeIndicators indicators={page.indicators} theme={theme.name} earlier={!asAt.isToday} />
      <ThemePartnerships partnerships={page.partnerships} earlier={!asAt.isToday} />
      <section aria-labelledby="events">
        <h2 className="govuk-heading-l" id="events">
          Events
        </h2>
        <p className="govuk-body">Newest first. Events tell the story; they are never counted in a status or figure.</p>
        <EventList events={page.events} showRecommendation />
      </section>
      <section aria-labelledby="download">
        <h2 className="govuk-heading-m" id="download">
          Sources and download
        </h2>
        <p className="govuk-body app-measure">
          {theme.placeInReport ? `In the strategy: ${theme.placeInReport.replace(/\.$/, '')}. ` : ''}Each statement
          names its source beside it.{' '}
          <a className="govuk-link" href={to.milestonesCsv({ theme: theme.code })}>
            Download the milestones of this theme as CSV
          </a>{' '}
          or{' '}
          <a className="govuk-link" href={to.recommendationsCsv({ theme: theme.code })}>
            its recommendations
          </a>
          .
        </p>
      </section>
      <Neighbours
        before={page.before && { text: page.before.name, href: to.theme(page.before.code) }}
        after={page.after && { text: page.after.name, href: to.theme(page.after.code) }}
        label="Themes"
      />
    </>
  );
}

function Goals({ page: { theme } }: { page: ThemePage }) {
  if (theme.goals.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">{theme.goals.length === 1 ? 'Goal' : 'Goals'}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {theme.goals.map((goal) => (
          <li key={goal}>{goal}</li>
        ))}
      </ul>
    </>
  );
}

/** What the theme is divided into. Everything below on the page takes them in. */
function Parts({ page: { parts } }: { page: ThemePage }) {
  const to = useAddresses();
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 className="govuk-heading-m" id="parts">
        Parts of this theme
      </h2>
      <p className="govuk-hint">This page counts what they hold.</p>
      <ul className="govuk-list app-items">
        {parts.map(({ code, name, aim, total }) => (
          <li key={code} className="app-items__item">
            <a className="govuk-link app-items__title" href={to.theme(code)}>
              {name}
            </a>
            <span className="app-items__words">
              {aim} {total === 0 ? 'No recommendation.' : `${counted(total, 'recommendation')}.`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Story({ page }: { page: ThemePage }) {
  const to = useAddresses();
  if (page.story.length === 0) return null;
  return (
    <section aria-labelledby="story" className="app-story">
      <h2 className="govuk-heading-m" id="story">
        The story
      </h2>
      <p className="govuk-hint">
        The recommendations with the most recorded dates and events, chosen by that rule alone.
      </p>
      {page.story.map((recommendation) => (
        <div key={recommendation.code} className="app-story__part">
          <h3 className="govuk-heading-s app-story__title">
            <a className="govuk-link" href={to.recommendation(recommendation.code)}>
              {recommendation.title}
            </a>
          </h3>
          <StageWithReason recommendation={recommendation} />
        </div>
      ))}
    </section>
  );
}

function Attention({ page }: { page: ThemePage }) {
  const to = useAddresses();
  const { code } = page.theme;
  return (
    <>
      <div className="govuk-grid-row">
        <section className="govuk-grid-column-one-half" aria-labelledby="needs-attention">
          <h2 className="govuk-heading-m" id="needs-attention">
            Needs attention
          </h2>
          <AttentionList
            milestones={page.attention}
            all={to.milestones({ theme: code, status: 'date passed' })}
            day={page.day}
          />
        </section>
        <section className="govuk-grid-column-one-half" aria-labelledby="due-next">
          <h2 className="govuk-heading-m" id="due-next">
            Due next
          </h2>
          <DueNextList milestones={page.dueNext} all={to.milestones({ theme: code, sort: 'latest' })} />
        </section>
      </div>
      <section aria-labelledby="what-changed">
        <h2 className="govuk-heading-m" id="what-changed">
          What changed
        </h2>
        <RecentChanges recently={page.recently} />
      </section>
    </>
  );
}

function Dates({ page }: { page: ThemePage }) {
  const to = useAddresses();
  const { theme } = page;
  return (
    <section aria-labelledby="dates">
      <h2 className="govuk-heading-l" id="dates">
        Promises and dates
      </h2>
      <TimelineFigure timeline={page.timeline} place={theme.name} theme={theme.code} />
      <h3 className="govuk-heading-m">Dates that moved</h3>
      {page.moved.length === 0 ? (
        <p className="govuk-body">No date of this theme was moved by this day.</p>
      ) : (
        <ul className="govuk-list app-items">
          {page.moved.map(({ code, title, words }) => (
            <li key={code} className="app-items__item">
              <a className="govuk-link app-items__title" href={to.milestone(code)}>
                {title}
              </a>
              <span className="app-items__words">{words}</span>
            </li>
          ))}
        </ul>
      )}
      <StatusOverTimeFigure
        quarters={page.overTime}
        endedOtherwise={page.endedOtherwise}
        asAt={page.day}
        place={theme.name}
        theme={theme.code}
      />
      {page.milestones.length > 0 ? (
        <Details summary={`All milestones of ${theme.name}`}>
          <MilestoneTable caption={`Milestones of ${theme.name}`} captionHidden milestones={page.milestones} />
        </Details>
      ) : null}
    </section>
  );
}
