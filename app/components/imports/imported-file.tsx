import type { ReactNode } from 'react';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import type { ImportAnswer } from '#app/domain/imports/accept-form.server.ts';
import type { ImportPage } from '#app/domain/imports/import-page.server.ts';
import { sizeInWords } from '#app/domain/imports/import-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { DiscardForm } from './accept-form.tsx';
import { Accepted } from './accepted.tsx';
import { FileName } from './file-name.tsx';
import { Fingerprint } from './plan-summary.tsx';
import { PlannedFile } from './planned-file.tsx';

interface ImportedFileProps {
  page: ImportPage;
  /** How a form came back that was refused. */
  answer: ImportAnswer | undefined;
  /** What was just done with it. */
  done: string | null;
}

/** A file that was sent, in whatever state it is. */
export function ImportedFile({ page, answer, done }: ImportedFileProps) {
  return (
    <>
      <h1 className="govuk-heading-xl app-title app-import__name">
        <FileName name={page.fileName} />
      </h1>
      <p className="govuk-caption-m app-import__sent">
        {sizeInWords(page.size)}, sent by {page.sentBy} on {page.sentAt}
      </p>
      {page.before && page.state === 'waiting' ? <AcceptedBefore before={page.before} /> : null}
      {stateOf(page, answer, done)}
      <Fingerprint sha256={page.sha256} />
    </>
  );
}

function stateOf(page: ImportPage, answer: ImportAnswer | undefined, done: string | null): ReactNode {
  if (page.state === 'discarded') return <Discarded page={page} isNew={done === 'discarded'} />;
  if (page.state === 'accepted' && page.view)
    return <Accepted page={page} view={page.view} isNew={done === 'accepted'} />;
  if (page.refused !== null) return <Refused id={page.id} why={page.refused} />;
  return page.view ? <PlannedFile page={page} view={page.view} answer={answer} /> : null;
}

function AcceptedBefore({ before: { id, change, when } }: { before: { id: number; change: number; when: string } }) {
  const to = useAddresses();
  return (
    <InsetText>
      The very same file was accepted before, as{' '}
      <a className="govuk-link" href={to.import(id)}>
        change {change}
      </a>{' '}
      on {when}.
    </InsetText>
  );
}

function Refused({ id, why }: { id: number; why: string }) {
  return (
    <>
      <div className="app-measure">
        <h2 className="govuk-heading-m">Why it cannot be read</h2>
        <p className="govuk-body">{why}</p>
        <SendAnother />
      </div>
      <DiscardForm id={id} />
    </>
  );
}

function Discarded({ page: { settledAt }, isNew }: { page: ImportPage; isNew: boolean }) {
  return (
    <>
      {isNew ? (
        <NotificationBanner kind="success">The file is discarded. Nothing in the record changed.</NotificationBanner>
      ) : null}
      <p className="govuk-body-l">This file was discarded on {settledAt}. Nothing of it is in the record.</p>
      <SendAnother />
    </>
  );
}

function SendAnother() {
  const to = useAddresses();
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={to.imports()}>
        Send another file
      </a>
    </p>
  );
}
