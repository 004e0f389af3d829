import { Table } from '#app/components/govuk/table.tsx';
import { capitalised } from '#app/domain/sentences.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { FORMAT_WORDS, SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import { useAddresses } from '#app/use-addresses.ts';

/** The files of the summary that is shown, with what each is for. */
export function SummaryDownloads({ document: { quarter, audience, version } }: { document: SummaryDocument }) {
  const to = useAddresses();
  const asked = { audience, version: version?.number };
  return (
    <section aria-labelledby="downloads" className="app-no-print">
      <h2 className="govuk-heading-l" id="downloads">
        Download this summary
      </h2>
      <Table
        caption="Files of this summary"
        captionHidden
        firstCellIsHeader
        columns={[{ heading: 'Format' }, { heading: 'What for' }]}
        rows={SUMMARY_FORMATS.map((format) => [
          <a key={format} className="govuk-link" href={to.quarterFile(quarter, format, asked)}>
            {FORMAT_WORDS[format].word} (.{format})
          </a>,
          capitalised(FORMAT_WORDS[format].use),
        ])}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={to.quarterManifest(quarter, version?.number)}>
          List of the files with their sizes and SHA-256 sums, as JSON
        </a>
        , to check that a file is the one that was sent.
      </p>
    </section>
  );
}
