import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Addresses } from '#app/addresses.ts';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { db } from '#app/db.server.ts';
import { FACT_WORDS } from '#app/domain/fact-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { readSourcePage } from '#app/domain/sources/source-page.server.ts';
import { found } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';
import type { FactKind } from '#db/tables/milestone-fact.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const page = found(await readSourcePage(db, params.code ?? ''), 'source', params.code);
  return { title: page.source.title, page };
}

const SUBJECTS = {
  recommendation: 'Recommendation',
  milestone: 'Milestone',
  indicator: 'Indicator',
  partnership: 'Partnership',
  finding: 'Finding',
  event: 'Event',
  organisation: 'Organisation',
} as const;

/** A source, and everything in the record that rests on it. */
export default function SourceRoute() {
  const { source, statements } = useLoaderData<typeof loader>().page;
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs items={[{ text: 'Overview', href: to.overview() }, { text: `Source ${source.code}` }]} />
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">Source {source.code}</span> {source.title}
      </h1>
      <SummaryList
        rows={[
          { key: 'Publisher', value: source.publisher },
          { key: 'Type of publisher', value: capitalised(source.type) },
          { key: 'Published', value: source.publishedOn ? formatPartialDate(source.publishedOn) : 'Not known' },
          {
            key: 'Web address',
            value: source.url ? (
              <a className="govuk-link app-provenance" href={source.url} rel="noreferrer">
                {source.url}
              </a>
            ) : (
              'None recorded'
            ),
          },
        ]}
      />
      <h2 className="govuk-heading-l">What rests on it</h2>
      {statements.length === 0 ? (
        <p className="govuk-body">Nothing in the record rests on this source.</p>
      ) : (
        <Table
          caption="Statements that rest on this source"
          captionHidden
          stackOnMobile
          columns={['About', 'Statement', 'Date'].map((heading) => ({ heading }))}
          rows={statements.map(({ subject, code, title, what, date }) => [
            `${SUBJECTS[subject]} ${code}`,
            <>
              <a className="govuk-link" href={addressOf(subject, code, to)}>
                {title}
              </a>
              {what ? ` (${what in FACT_WORDS ? FACT_WORDS[what as FactKind].word.toLowerCase() : what})` : ''}
            </>,
            date ? formatPeriod(date) : 'None',
          ])}
        />
      )}
    </>
  );
}

function addressOf(subject: keyof typeof SUBJECTS, code: string, to: Addresses): string {
  const pages: Record<keyof typeof SUBJECTS, (code: string) => string> = {
    recommendation: to.recommendation,
    milestone: to.milestone,
    indicator: to.indicator,
    partnership: to.partnership,
    finding: () => to.partnerships({}, 'findings'),
    event: to.event,
    organisation: to.organisation,
  };
  return pages[subject](code);
}
