import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Table } from '#app/components/govuk/table.tsx';
import { db } from '#app/db.server.ts';
import { type OrganisationEntry, readOrganisationRegister } from '#app/domain/organisations/organisations.server.ts';
import { sectorInWords } from '#app/domain/organisations/sector-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { listed } from '#app/domain/sentences.ts';
import { todayOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  return { title: 'Organisations', organisations: await readOrganisationRegister(db, await todayOf(request)) };
}

/** Who answers for what and takes part in what: bodies that ended first, with those that took over, then all others. */
export default function OrganisationsPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const ended = organisations.filter(({ organisation }) => organisation.until !== null);
  const present = organisations.filter(({ organisation }) => organisation.until === null);
  return (
    <>
      <h1 className="govuk-heading-xl">Organisations</h1>
      <p className="govuk-body app-measure">
        Where the strategy names no single owner for a recommendation, who leads or supports it is inferred by the
        compilers, and its page says so. The members of a partnership are those that its source names.
      </p>
      <h2 className="govuk-heading-l">Bodies that have ended</h2>
      <Organisations caption="Bodies that have ended" organisations={ended} ended />
      <h2 className="govuk-heading-l">Bodies that exist</h2>
      <Organisations caption="Bodies that exist" organisations={present} />
    </>
  );
}

interface OrganisationsProps {
  caption: string;
  organisations: OrganisationEntry[];
  ended?: boolean;
}

function Organisations({ caption, organisations, ended }: OrganisationsProps) {
  const to = useAddresses();
  const columns = [
    { heading: 'Organisation' },
    ...(ended ? [{ heading: 'Until' }, { heading: 'Now' }] : [{ heading: 'Sector' }]),
    { heading: 'Leads', numeric: true },
    { heading: 'Supports', numeric: true },
    { heading: 'Leads, still open', numeric: true },
    { heading: 'Partnerships', numeric: true },
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      firstCellIsHeader
      stackOnMobile
      columns={columns}
      rows={organisations.map(({ organisation, successors, leads, supports, openLeads, partnerships }) => [
        <a key="name" className="govuk-link" href={to.organisation(organisation.code)}>
          {organisation.name}
        </a>,
        ...(ended
          ? [
              organisation.until ? formatPartialDate(organisation.until) : '',
              successors.length > 0 ? listed(successors.map(({ name }) => name)) : 'No successor recorded',
            ]
          : [sectorInWords(organisation.sector)]),
        <Count key="leads" n={leads} href={to.organisation(organisation.code, 'leads')} />,
        supports,
        openLeads,
        <Count key="partnerships" n={partnerships} href={to.organisation(organisation.code, 'takes-part')} />,
      ])}
    />
  );
}

function Count({ n, href }: { n: number; href: string }) {
  if (n === 0) return <>0</>;
  return (
    <a className="govuk-link" href={href}>
      {n}
    </a>
  );
}
