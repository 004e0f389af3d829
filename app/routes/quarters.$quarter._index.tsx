import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { OfficeOnQuarter } from '#app/components/office/on-quarter.tsx';
import { Comparison } from '#app/components/record/comparison.tsx';
import { GroupTiles } from '#app/components/record/group-tiles.tsx';
import { MilestoneTable } from '#app/components/record/milestone-table.tsx';
import { ReturnsOfQuarter } from '#app/components/record/returns-of-quarter.tsx';
import { db } from '#app/db.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { quarterFinancialLabel, quarterLabel } from '#app/domain/quarter.ts';
import { readQuarterPage } from '#app/domain/quarters/quarter-page.server.ts';
import { QUARTER_STATE_WORDS } from '#app/domain/quarters/quarter-words.ts';
import { quarterIn, refuse } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { quarter, ...days } = await quarterIn(request, params.quarter);
  const since = new URL(request.url).searchParams.get('since') || null;
  try {
    const page = await readQuarterPage(db, quarter, { ...days, since });
    return { title: page.label, page };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse(400, `“${since}” is not a quarter before ${quarterLabel(quarter)}. Choose one from the list on the page.`);
  }
}

/** Where everything stood at the end of one quarter. */
export default function QuarterRoute() {
  const { page } = useLoaderData<typeof loader>();
  const { quarter, label, state, record } = page;
  const to = useAddresses();
  const neighbour = (other: string | null) => other && { text: quarterLabel(other), href: to.quarter(other) };
  return (
    <>
      <Breadcrumbs
        items={[{ text: 'Overview', href: to.overview() }, { text: 'Quarters', href: to.quarters() }, { text: label }]}
      />
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">{quarterFinancialLabel(quarter)}</span>{' '}
        {state === 'current' ? `Where it stands in ${label}` : `Where it stood at the end of ${label}`}
      </h1>
      <InsetText>
        {QUARTER_STATE_WORDS[state].word}. {QUARTER_STATE_WORDS[state].meaning} Shown as it stood on{' '}
        {formatPartialDate(record.day)}, using everything recorded since.
      </InsetText>
      {page.office ? <OfficeOnQuarter quarter={quarter} office={page.office} /> : null}
      <GroupTiles counts={page.counts} />
      <ReturnsOfQuarter returns={page.returns} />
      {page.since ? (
        <Comparison quarter={quarter} since={page.since} choices={page.comparable} differences={page.differences} />
      ) : (
        <p className="govuk-body">This is the strategy’s first quarter, so there is no earlier one to compare with.</p>
      )}
      {record.themes
        .map((theme) => ({
          theme,
          milestones: record.milestones.filter((milestone) => milestone.theme === theme.code),
        }))
        .filter(({ milestones }) => milestones.length > 0)
        .map(({ theme, milestones }) => (
          <section key={theme.code} aria-labelledby={`theme-${theme.code}`}>
            <h2 className="govuk-heading-m" id={`theme-${theme.code}`}>
              {theme.name}
            </h2>
            <MilestoneTable caption={`${theme.name}, ${label}`} captionHidden milestones={milestones} />
          </section>
        ))}
      {record.milestones.length === 0 ? (
        <p className="govuk-body">No milestone had been promised by this day.</p>
      ) : null}
      <section aria-labelledby="downloads">
        <h2 className="govuk-heading-m" id="downloads">
          Download this quarter
        </h2>
        <ul className="govuk-list app-downloads">
          <li>
            <a className="govuk-link" href={to.quarterCsv(quarter)}>
              Every milestone as CSV
            </a>{' '}
            (one row each, for a spreadsheet)
          </li>
          <li>
            <a className="govuk-link" href={to.quarterJson(quarter)}>
              Every milestone as JSON
            </a>{' '}
            (for another program)
          </li>
        </ul>
      </section>
      <Neighbours before={neighbour(page.before) || null} after={neighbour(page.after) || null} label="Quarters" />
    </>
  );
}
