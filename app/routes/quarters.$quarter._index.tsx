import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { QuarterActs } from '#app/components/closing/quarter-acts.tsx';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Comparison } from '#app/components/record/comparison.tsx';
import { AudienceLinks } from '#app/components/summary/audience-links.tsx';
import { SummaryDownloads } from '#app/components/summary/downloads.tsx';
import { OfficeLinks } from '#app/components/summary/office-links.tsx';
import { SummaryPage } from '#app/components/summary/summary-page.tsx';
import { db } from '#app/db.server.ts';
import { readQuarterActs } from '#app/domain/closing/closing-page.server.ts';
import { QUARTER_DONE_WORDS } from '#app/domain/closing/closing-words.ts';
import { may } from '#app/domain/people/permissions.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { readQuarterPage } from '#app/domain/quarters/quarter-page.server.ts';
import { quarterActOf } from '#app/domain/summary/quarter-acts.ts';
import { refuse } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { type AskedSummary, askedSummary, documentOf } from '#app/summary.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await askedSummary(request, params.quarter);
  const search = new URL(request.url).searchParams;
  const page = await aroundSummary(asked, search.get('since') || null);
  const person = await signedInPerson(request);
  const { quarter, today, view, audience, versions, audiences, version } = asked;
  return {
    title: page.label,
    page,
    document: await documentOf(asked),
    ...{ audience, versions, audiences, isFrozen: version !== null },
    hasOffice: view === 'internal' && page.state !== 'reconstructed',
    seesHeld: may(person, 'review returns'),
    acts: await readQuarterActs(db, quarter, person, today),
    done: quarterActOf(search.get('done')),
  };
}

/** A publication is compared as everybody sees it. */
async function aroundSummary({ quarter, start, today, view, audience }: AskedSummary, since: string | null) {
  const shown = audience === 'publication' ? 'publication' : view;
  try {
    return await readQuarterPage(db, quarter, { start, today, view: shown, since });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse(400, `“${since}” is not a quarter before ${quarterLabel(quarter)}. Choose one from the list on the page.`);
  }
}

/** The summary of one quarter, and around it what can be had and done. */
export default function QuarterRoute() {
  const { page, document, versions, audience, audiences, isFrozen, done, ...links } = useLoaderData<typeof loader>();
  const { quarter, label, comparable } = page;
  const to = useAddresses();
  const neighbour = (other: string | null) => other && { text: quarterLabel(other), href: to.quarter(other) };
  const version = document.version?.number;
  return (
    <>
      <Breadcrumbs
        items={[{ text: 'Overview', href: to.overview() }, { text: 'Quarters', href: to.quarters() }, { text: label }]}
      />
      {done ? <NotificationBanner kind="success">{QUARTER_DONE_WORDS[done]}</NotificationBanner> : null}
      <SummaryPage document={document} state={page.state} versions={versions}>
        <AudienceLinks quarter={quarter} audience={audience} audiences={audiences} />
        <OfficeLinks quarter={quarter} hasOffice={links.hasOffice} seesHeld={links.seesHeld} />
        <div className="app-no-print">
          <QuarterActs quarter={quarter} acts={links.acts} />
        </div>
      </SummaryPage>
      <SummaryDownloads document={document} />
      {comparable.length > 0 ? (
        <Comparison
          quarter={quarter}
          choices={comparable}
          compared={page.compared}
          kept={{ audience, ...(version ? { version } : {}) }}
          isFrozen={isFrozen}
        />
      ) : (
        <p className="govuk-body">This is the strategy’s first quarter, so there is no earlier one to compare with.</p>
      )}
      <Neighbours before={neighbour(page.before) || null} after={neighbour(page.after) || null} label="Quarters" />
    </>
  );
}
