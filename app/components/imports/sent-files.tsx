import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { STATE_WORDS } from '#app/domain/imports/import-words.ts';
import type { SentImport } from '#app/domain/imports/imports.server.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** As many as the list gives (db/queries/list-imports.ts). */
const MOST_SHOWN = 50;

/** The files that were sent, newest first. */
export function SentFiles({ files, ofEverybody }: { files: SentImport[]; ofEverybody: boolean }) {
  const to = useAddresses();
  return (
    <section aria-labelledby="files">
      <h2 className="govuk-heading-m" id="files">
        {ofEverybody ? 'Files that were sent' : 'Files that you sent'}
      </h2>
      {files.length === 0 ? (
        <p className="govuk-body">
          {ofEverybody ? 'Nobody has sent a file yet.' : 'You have not sent a file yet.'} Each will stand here, with
          what became of it.
        </p>
      ) : (
        <>
          {files.length >= MOST_SHOWN ? <p className="govuk-body">The newest {MOST_SHOWN} are shown.</p> : null}
          <Table
            caption="Files that were sent"
            captionHidden
            stackOnMobile
            firstCellIsHeader
            columns={['File', 'Sent by', 'Sent', 'State'].map((heading) => ({ heading }))}
            rows={files.map((file) => [
              <a key="file" className="govuk-link app-break" href={to.import(file.id)}>
                {file.fileName}
              </a>,
              file.sentBy,
              file.sentAt,
              <State key="state" file={file} />,
            ])}
          />
        </>
      )}
    </section>
  );
}

function State({ file: { state, settledAt, change } }: { file: SentImport }) {
  const to = useAddresses();
  const { word, tag } = STATE_WORDS[state];
  return (
    <>
      <Tag colour={tag}>{word}</Tag>{' '}
      {settledAt === null ? null : (
        <span className="app-note">
          {settledAt}
          {change === null ? null : (
            <>
              , as{' '}
              <a className="govuk-link" href={to.changes({}, `change-${change}`)}>
                change {change}
              </a>
            </>
          )}
        </span>
      )}
    </>
  );
}
