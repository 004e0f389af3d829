import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EditLinks } from '#app/components/editing/edit-links.tsx';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { MemberName, startInWords, ThemeLinks } from '#app/components/record/partnership-parts.tsx';
import { ProvenanceLine } from '#app/components/record/provenance-line.tsx';
import { db } from '#app/db.server.ts';
import { sectorInWords } from '#app/domain/organisations/sector-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { readNewestHealthDay } from '#app/domain/partnerships/health-page.server.ts';
import type { PartnershipView } from '#app/domain/partnerships/partnership.ts';
import { PARTNERSHIP_DONE_WORDS, partnershipDoneOf } from '#app/domain/partnerships/partnership-done.ts';
import { readPartnershipPage } from '#app/domain/partnerships/partnerships.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { capitalised } from '#app/domain/sentences.ts';
import { today } from '#app/env.server.ts';
import { found } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params.code ?? '';
  const page = found(await readPartnershipPage(db, code, today()), 'partnership', code);
  const person = await signedInPerson(request);
  return {
    title: page.partnership.name,
    page,
    health: may(person, 'read internal pages') ? { newest: await readNewestHealthDay(db, code) } : null,
    mayEdit: may(person, 'edit the strategy'),
    done: partnershipDoneOf(new URL(request.url).searchParams.get('done')),
  };
}

/** One partnership: what it is for, who takes part in it, and the parts of what it does. */
export default function PartnershipRoute() {
  const { page, mayEdit, done } = useLoaderData<typeof loader>();
  const { partnership, before, after } = page;
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
      {done ? <NotificationBanner kind="success">{PARTNERSHIP_DONE_WORDS[done]}</NotificationBanner> : null}
      <h1 className="govuk-heading-xl app-title">{partnership.name}</h1>
      <p className="govuk-body-l app-measure">{partnership.purpose}</p>
      <Facts partnership={partnership} />
      <Members partnership={partnership} />
      <Strands partnership={partnership} />
      <Health />
      <p className="govuk-body">
        <a className="govuk-link" href={to.partnershipHistory(partnership.code)}>
          History of what was recorded here
        </a>
      </p>
      {mayEdit ? (
        <EditLinks links={[{ href: to.partnershipEdit(partnership.code), text: 'Edit the partnership' }]} />
      ) : null}
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

/** When the partnership was last looked at, for people who are signed in. */
function Health() {
  const { page, health } = useLoaderData<typeof loader>();
  const to = useAddresses();
  if (!health) return null;
  return (
    <section aria-labelledby="health">
      <h2 className="govuk-heading-l" id="health">
        Health check
      </h2>
      <p className="govuk-body app-measure">
        For people who are signed in.{' '}
        {health.newest ? `Last looked at on ${formatPartialDate(health.newest)}.` : 'Nobody has noted one.'}{' '}
        <a className="govuk-link" href={to.partnershipHealth(page.partnership.code)}>
          How this partnership does
        </a>
      </p>
    </section>
  );
}
