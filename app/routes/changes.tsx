import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { RegisterFilter } from '#app/components/record/register-filter.tsx';
import { db } from '#app/db.server.ts';
import { ABOUT_PEOPLE, CHANGE_WORDS, kindsFor } from '#app/domain/changes/change-words.ts';
import { readChanges } from '#app/domain/changes/changes.server.ts';
import type { ImportedFile } from '#app/domain/changes/import-of-change.server.ts';
import { may } from '#app/domain/people/permissions.ts';
import { quarterLabel } from '#app/domain/quarter.ts';
import { parseChangeQuery } from '#app/domain/registers/register-query.server.ts';
import { counted } from '#app/domain/sentences.ts';
import { queryOf, viewOf } from '#app/request.server.ts';
import { signedInPerson } from '#app/session.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const query = queryOf(request, parseChangeQuery);
  const view = await viewOf(request);
  const person = await signedInPerson(request);
  const changes = await readChanges(db, query, view, person);
  const mayRedact = may(person, 'redact');
  return { title: 'Changes', query, kinds: kindsFor(view), view, changes, mayRedact };
}

/** The audit trail: who recorded what and when, with what stood before. */
export default function ChangesPage() {
  const { changes, query, kinds, view, mayRedact } = useLoaderData<typeof loader>();
  const to = useAddresses();
  const neighbour = (page: number) =>
    page >= 1 && page <= changes.pages
      ? { text: `Page ${page} of ${changes.pages}`, href: to.changes({ ...query, page }) }
      : null;
  return (
    <>
      <h1 className="govuk-heading-xl">Changes</h1>
      <p className="govuk-body app-measure">
        Every act by a person, newest first. Nothing recorded is overwritten. What came with the strategy is one change.
        {view === 'publication'
          ? ' Changes about people, to the strategy office’s own words and to what it notes of partnerships are shown to signed-in readers only.'
          : null}
      </p>
      <RegisterFilter
        choices={[
          {
            name: 'kind',
            label: 'Kind',
            any: 'Any kind',
            items: kinds.map((value) => ({ value, text: CHANGE_WORDS[value] })),
          },
        ]}
        search={{ name: 'subject', label: 'Code of a milestone, recommendation, indicator or partnership' }}
      />
      <p className="govuk-body">{counted(changes.total, 'change')}.</p>
      {changes.entries.length > 0 ? (
        <Table
          caption="Changes"
          captionHidden
          stackOnMobile
          columns={['Change', 'When', 'Who', 'What', 'About', 'Before', 'After', 'Why'].map((heading) => ({ heading }))}
          rows={changes.entries.map((entry, i) => [
            // A change that recorded several facts has several rows; a link to it leads to the first.
            <span
              key="number"
              id={changes.entries[i - 1]?.number === entry.number ? undefined : `change-${entry.number}`}
            >
              {entry.number}
            </span>,
            entry.when,
            entry.who ?? 'The loader',
            <>
              {CHANGE_WORDS[entry.kind]}
              {entry.file ? <File file={entry.file} /> : null}
            </>,
            entry.milestone ? (
              <a key="about" className="govuk-link" href={to.milestone(entry.milestone, 'history')}>
                {entry.milestone}
              </a>
            ) : entry.recommendation ? (
              <a key="about" className="govuk-link" href={to.recommendation(entry.recommendation)}>
                {entry.recommendation}
              </a>
            ) : entry.partnership ? (
              <a key="about" className="govuk-link" href={to.partnership(entry.partnership)}>
                {entry.partnership}
              </a>
            ) : entry.quarter ? (
              <a key="about" className="govuk-link" href={to.quarter(entry.quarter)}>
                {quarterLabel(entry.quarter)}
              </a>
            ) : entry.indicators.length > 0 ? (
              <Indicators key="about" codes={entry.indicators} />
            ) : ABOUT_PEOPLE.includes(entry.kind) ? (
              'People'
            ) : entry.kind === 'responsibility passed' ? (
              <a key="about" className="govuk-link" href={to.organisations()}>
                Organisations
              </a>
            ) : (
              'The whole record'
            ),
            entry.before ?? 'Nothing',
            entry.after ?? 'See the record',
            entry.reason ?? 'None given',
          ])}
        />
      ) : null}
      {mayRedact ? (
        <p className="govuk-body">
          Does the record hold personal data or text that is too sensitive?{' '}
          <a className="govuk-link" href={to.redact()}>
            Remove a text from the record
          </a>
        </p>
      ) : null}
      <Neighbours before={neighbour(changes.page - 1)} after={neighbour(changes.page + 1)} label="Pages of changes" />
    </>
  );
}

/** The file that a change took in, and what names it and no other. */
function File({ file: { id, name, sha256, mayLook } }: { file: ImportedFile }) {
  const to = useAddresses();
  return (
    <span className="app-note app-break">
      {mayLook ? (
        <a className="govuk-link" href={to.import(id)}>
          {name}
        </a>
      ) : (
        name
      )}
      <br />
      SHA-256: {sha256}
    </span>
  );
}

/** Links to a few indicators; of many, how many they are. */
function Indicators({ codes }: { codes: string[] }) {
  const to = useAddresses();
  if (codes.length > 5)
    return (
      <a className="govuk-link" href={to.indicators()}>
        {codes.length} indicators
      </a>
    );
  return codes.map((code, index) => (
    <span key={code}>
      {index > 0 ? ', ' : ''}
      <a className="govuk-link" href={to.indicator(code)}>
        {code}
      </a>
    </span>
  ));
}
