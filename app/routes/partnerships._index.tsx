import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EditLinks } from '#app/components/editing/edit-links.tsx';
import { SectorsFigure } from '#app/components/figures/sectors-figure.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { Findings } from '#app/components/record/findings.tsx';
import { NotJoined, PartnershipsByTheme } from '#app/components/record/partnership-overview.tsx';
import {
  MembersBySector,
  PartnershipLink,
  startInWords,
  ThemeLinks,
} from '#app/components/record/partnership-parts.tsx';
import { RegisterCount } from '#app/components/record/register-filter.tsx';
import { db } from '#app/db.server.ts';
import { readPartnershipRegister } from '#app/domain/partnerships/partnership-register.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { parsePartnershipQuery } from '#app/domain/registers/register-query.server.ts';
import { today } from '#app/env.server.ts';
import { queryOf } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const query = queryOf(request, parsePartnershipQuery);
  const register = await readPartnershipRegister(db, query, today());
  const mayEdit = may(await signedInPerson(request), 'edit the strategy');
  return { title: 'Partnerships', day: today(), register, mayEdit };
}

/** Who works with whom on the strategy, which sectors meet, and what was found about how such work succeeds. */
export default function PartnershipsPage() {
  const { register, day, mayEdit } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <h1 className="govuk-heading-xl">Partnerships</h1>
      <p className="govuk-body-l app-measure">{register.sentences.join(' ')}</p>
      <Shown />
      {mayEdit ? <EditLinks links={[{ href: to.partnershipAdd(), text: 'Add a partnership' }]} /> : null}
      {register.total > 0 ? (
        <>
          <SectorsFigure across={register.across} asAt={day} />
          <NotJoined across={register.across} />
          <PartnershipsByTheme themes={register.themes} without={register.themesWithout} />
        </>
      ) : null}
      <Findings findings={register.findings} />
    </>
  );
}

/** The partnerships that the address asks for, and how to come back to all. */
function Shown() {
  const { register } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <section aria-label="List of partnerships">
      {register.filters.length > 0 ? (
        <>
          <RegisterCount register={register} one="partnership" />
          <p className="govuk-body">
            <a className="govuk-link" href={to.partnerships()}>
              Show all partnerships
            </a>
          </p>
        </>
      ) : null}
      {register.rows.length > 0 ? (
        <Table
          caption="Partnerships"
          captionHidden
          firstCellIsHeader
          stackOnMobile
          className="app-partnerships"
          columns={['Partnership', 'Started', 'Members', 'Themes'].map((heading) => ({ heading }))}
          rows={register.rows.map((partnership) => [
            <PartnershipLink key="name" partnership={partnership} />,
            startInWords(partnership.startedOn),
            <MembersBySector key="members" members={partnership.members} />,
            <ThemeLinks key="themes" themes={partnership.themes} />,
          ])}
        />
      ) : null}
    </section>
  );
}
