import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { StagesFigure } from '#app/components/figures/stages-figure.tsx';
import { StatusOverTimeFigure } from '#app/components/figures/status-over-time-figure.tsx';
import { AssessmentOnOverview, SteersOnOverview } from '#app/components/office/on-overview.tsx';
import { AttentionList, DueNextList, RecentChanges } from '#app/components/record/milestone-lists.tsx';
import { RatingList } from '#app/components/record/rating-list.tsx';
import { StageTiles } from '#app/components/record/stage-tiles.tsx';
import { db } from '#app/db.server.ts';
import type { Overview } from '#app/domain/overview/overview.server.ts';
import { readOverview } from '#app/domain/overview/overview.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { asAtOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const asAt = await asAtOf(request);
  return { title: 'Overview', asAt, overview: await readOverview(db, asAt) };
}

/** Where delivery stands: the page a minister's office opens first. Its order is fixed: position, attention, changes, themes, time. */
export default function OverviewPage() {
  const { overview } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <Opening overview={overview} />
      <section aria-labelledby="where-we-are">
        <h2 className="govuk-heading-l" id="where-we-are">
          Where we are
        </h2>
        {overview.office ? <AssessmentOnOverview office={overview.office} /> : null}
        <p className="govuk-body app-measure">{overview.sentences.join(' ')}</p>
        {overview.ratings ? (
          <p className="govuk-body app-measure">
            {overview.ratings.sentences.join(' ')} <span className="app-hint">Not published.</span>
          </p>
        ) : null}
        <StageTiles stages={overview.stages} />
      </section>
      <div className="govuk-grid-row">
        <section className="govuk-grid-column-one-half" aria-labelledby="needs-attention">
          <h2 className="govuk-heading-m" id="needs-attention">
            Needs attention
          </h2>
          <AttentionList
            milestones={overview.attention}
            all={to.milestones({ status: 'date passed' })}
            day={overview.day}
          />
          {overview.ratings ? (
            <RatingList items={overview.ratings.attention} all={to.quarter(overview.ratings.newest, 'returns')} />
          ) : null}
          {overview.office ? <SteersOnOverview office={overview.office} /> : null}
        </section>
        <section className="govuk-grid-column-one-half" aria-labelledby="due-next">
          <h2 className="govuk-heading-m" id="due-next">
            Due next
          </h2>
          <DueNextList milestones={overview.dueNext} all={to.milestones({ sort: 'latest' })} />
        </section>
      </div>
      <section aria-labelledby="what-changed">
        <h2 className="govuk-heading-m" id="what-changed">
          What changed
        </h2>
        <RecentChanges recently={overview.recently} />
      </section>
      <section aria-labelledby="themes">
        <h2 className="govuk-heading-l" id="themes">
          Themes
        </h2>
        <StagesFigure
          themes={overview.themes}
          all={overview.stages}
          asAt={overview.day}
          assessedBy={overview.strategy.assessedBy}
        />
      </section>
      <section aria-labelledby="over-time">
        <h2 className="govuk-heading-l" id="over-time">
          Delivery over time
        </h2>
        <StatusOverTimeFigure
          quarters={overview.overTime}
          endedOtherwise={overview.endedOtherwise}
          asAt={overview.day}
          place="the whole strategy"
        />
      </section>
    </>
  );
}

function Opening({ overview: { strategy, day, recently } }: { overview: Overview }) {
  return (
    <>
      <h1 className="govuk-heading-xl app-title">{strategy.name}: where delivery stands</h1>
      <p className="govuk-body-l app-measure">
        {strategy.author}, published {formatPartialDate(strategy.publishedOn)}.
        {strategy.succeededBy ? ` Succeeded by the ${strategy.succeededBy}.` : ''}
      </p>
      <p className="govuk-body app-measure">
        As it stood on {formatPartialDate(day)}.{' '}
        {recently.latestFact
          ? `Latest dated fact: ${formatPartialDate(recently.latestFact.on)}, ${recently.latestFact.title}.`
          : 'No dated fact is recorded by this day.'}
      </p>
    </>
  );
}
