import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { ImportPage } from '#app/domain/imports/import-page.server.ts';
import type { ImportView } from '#app/domain/imports/import-view.ts';
import { doneInWords } from '#app/domain/imports/import-words.ts';
import { counted } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { PlanSummary } from './plan-summary.tsx';
import { PlannedRows } from './planned-rows.tsx';

/** How many links to what a file changed stand on its page; the rows below name all. */
const MOST_LINKS = 30;

/** A file that is in the record: what it did, by whom, when, and where to see it. */
export function Accepted({ page, view, isNew }: { page: ImportPage; view: ImportView; isNew: boolean }) {
  const to = useAddresses();
  return (
    <>
      {isNew ? (
        <NotificationBanner kind="success">
          {`The file is in the record: ${doneInWords(view.kind, view.counts)}, as change ${page.change}.`}
        </NotificationBanner>
      ) : null}
      <SummaryList
        rows={[
          { key: 'Accepted', value: `${page.settledAt}${page.acceptedBy ? ` by ${page.acceptedBy}` : ''}` },
          { key: 'What it did', value: `${doneInWords(view.kind, view.counts)}.` },
          {
            key: 'Change',
            value: (
              <a className="govuk-link" href={to.changes({}, `change-${page.change}`)}>
                {page.change}
              </a>
            ),
          },
          { key: 'Why', value: page.reason ?? 'No reason was given' },
          { key: 'See it in', value: <WhatChanged page={page} /> },
        ]}
      />
      <PlanSummary id={page.id} view={view} />
      <PlannedRows id={page.id} view={view} isDone />
    </>
  );
}

function WhatChanged({ page: { touched } }: { page: ImportPage }) {
  const to = useAddresses();
  const hrefs = {
    recommendation: to.recommendation,
    milestone: to.milestone,
    theme: to.theme,
    indicator: to.indicator,
    partnership: to.partnership,
    organisation: to.organisation,
    source: to.source,
    event: to.event,
  };
  if (touched.length === 0)
    return (
      <a className="govuk-link" href={to.overview()}>
        The overview
      </a>
    );
  return (
    <>
      <ul className="app-import__links">
        {touched.slice(0, MOST_LINKS).map(({ what, code, quarter }) => (
          <li key={`${what} ${code}`}>
            <a
              className="govuk-link"
              href={
                what === 'return' && quarter
                  ? to.return(quarter, code)
                  : hrefs[what === 'return' ? 'recommendation' : what](code)
              }
            >
              {what === 'return' ? `Return of ${code}` : code}
            </a>
          </li>
        ))}
      </ul>
      {touched.length > MOST_LINKS ? `and ${counted(touched.length - MOST_LINKS, 'other')}, named below` : null}
    </>
  );
}
