import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { MemberName, startInWords, ThemeLinks } from '#app/components/record/partnership-parts.tsx';
import { ProvenanceLine } from '#app/components/record/provenance-line.tsx';
import { db } from '#app/db.server.ts';
import { sectorInWords } from '#app/domain/organisations/sector-words.ts';
import type { PartnershipView } from '#app/domain/partnerships/partnership.ts';
import { readPartnershipPage } from '#app/domain/partnerships/partnerships.server.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { today } from '#app/env.server.ts';
import { found } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const page = found(await readPartnershipPage(db, params.code ?? '', today()), 'partnership', params.code);
  return { title: page.partnership.name, page };
}

/** One partnership: what it is for, who takes part in it, and the parts of what it does. */
export default function PartnershipRoute() {
  const { partnership, before, after } = useLoaderData<typeof loader>().page;
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Partnerships', href: to.partnerships() },
          { text: partnership.name },
        ]}
      />
      <h1 className="govuk-heading-xl app-title">{partnership.name}</h1>
      <p className="govuk-body-l app-measure">{partnership.purpose}</p>
      <Facts partnership={partnership} />
      <Members partnership={partnership} />
      <Strands partnership={partnership} />
      <Neighbours
        before={before && { text: before.name, href: to.partnership(before.code) }}
        after={after && { text: after.name, href: to.partnership(after.code) }}
        label="Partnerships"
      />
    </>
  );
}

function Facts({ partnership }: { partnership: PartnershipView }) {
  const { startedOn, funding, themes, members, note, confirmation, source } = partnership;
  const overseas = members.filter(({ sector }) => sector === 'overseas');
  return (
    <SummaryList
      rows={[
        { key: 'Started', value: startInWords(startedOn) },
        { key: 'Funding', value: funding ? capitalised(funding) : 'Not recorded' },
        { key: 'Themes', value: <ThemeLinks themes={themes} /> },
        ...(overseas.length > 0
          ? [
              {
                key: 'Overseas partners',
                value: (
                  <ul className="govuk-list">
                    {overseas.map((member) => (
                      <li key={member.code}>
                        <MemberName member={member} />
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        { key: 'Seen in', value: <ProvenanceLine confirmation={confirmation} source={source} /> },
        ...(note ? [{ key: 'Note', value: note }] : []),
      ]}
    />
  );
}

function Members({ partnership: { members } }: { partnership: PartnershipView }) {
  return (
    <section aria-labelledby="members">
      <h2 className="govuk-heading-l" id="members">
        Members
      </h2>
      {members.length === 0 ? (
        <p className="govuk-body">No member is recorded.</p>
      ) : (
        <Table
          caption="Members"
          captionHidden
          firstCellIsHeader
          stackOnMobile
          columns={['Organisation', 'Sector', 'Role'].map((heading) => ({ heading }))}
          rows={members.map((member) => [
            <MemberName key="name" member={member} />,
            sectorInWords(member.sector),
            capitalised(member.role),
          ])}
        />
      )}
    </section>
  );
}

function Strands({ partnership: { strands } }: { partnership: PartnershipView }) {
  return (
    <section aria-labelledby="strands">
      <h2 className="govuk-heading-l" id="strands">
        Strands of work
      </h2>
      {strands.length === 0 ? (
        <p className="govuk-body">No strand of work is recorded.</p>
      ) : (
        <ol className="govuk-list govuk-list--number govuk-list--spaced app-measure">
          {strands.map(({ name, detail }) => (
            <li key={name}>
              <strong>{name}</strong>
              {detail ? `: ${detail}` : ''}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
