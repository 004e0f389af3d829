import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/govuk/breadcrumbs.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { db } from '#app/db.server.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import {
  type PartnershipHistoryEntry,
  readPartnershipHistory,
} from '#app/domain/partnerships/partnership-history.server.ts';
import { readPartnershipText } from '#app/domain/partnerships/save-partnership.server.ts';
import { found, viewOf } from '#app/request.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params.code ?? '';
  const { name } = found(await readPartnershipText(db, code), 'partnership', code);
  const history = await readPartnershipHistory(db, code, await viewOf(request));
  return { title: `History of ${name}`, code, name, history };
}

/** Every revision of a partnership, and what each changed. Nothing is overwritten. */
export default function PartnershipHistoryRoute() {
  const { code, name, history } = useLoaderData<typeof loader>();
  const to = useAddresses();
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'Overview', href: to.overview() },
          { text: 'Partnerships', href: to.partnerships() },
          { text: name, href: to.partnership(code) },
          { text: 'History' },
        ]}
      />
      <h1 className="govuk-heading-xl app-title">
        <span className="govuk-caption-xl">History of a partnership</span> {name}
      </h1>
      <p className="govuk-body app-measure">
        Newest first. Nothing recorded is overwritten: a revision stands beside the one before it.
      </p>
      {history.map((entry) => (
        <Revision key={entry.number} code={code} entry={entry} />
      ))}
    </>
  );
}

function Revision({ code, entry }: { code: string; entry: PartnershipHistoryEntry }) {
  const { number, on, by, wasLoaded, differences } = entry;
  const isFirst = number === 1;
  return (
    <section aria-labelledby={`revision-${number}`}>
      <h2 className="govuk-heading-m" id={`revision-${number}`}>
        Revision {number}, {formatPartialDate(on)}
      </h2>
      <p className="govuk-body app-measure">
        {wasLoaded ? 'Came with the strategy' : `${isFirst ? 'Added' : 'Edited'} by ${by ?? 'the loader'}`}.{' '}
        <Why code={code} entry={entry} />
      </p>
      <Table
        caption={isFirst ? `What revision ${number} says` : `What revision ${number} changed`}
        captionHidden
        stackOnMobile
        firstCellIsHeader
        className="app-revision"
        columns={(isFirst ? ['Field', 'Text'] : ['Field', 'Before', 'After']).map((heading) => ({ heading }))}
        rows={differences.map(({ label, before, after }) => (isFirst ? [label, after] : [label, before, after]))}
      />
    </section>
  );
}

/** The reason, as a link to the change that wrote the revision. */
function Why({ code, entry: { change, reason, wasLoaded } }: { code: string; entry: PartnershipHistoryEntry }) {
  const to = useAddresses();
  const filter = wasLoaded ? { kind: 'strategy loaded' } : { subject: code };
  return (
    <>
      Why:{' '}
      <a className="govuk-link" href={to.changes(filter, `change-${change}`)}>
        {reason ?? `No reason given, change ${change}`}
      </a>
    </>
  );
}
