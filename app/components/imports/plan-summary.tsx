import type { ReactNode } from 'react';
import type { ImportQuery } from '#app/addresses.ts';
import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RowOutcome } from '#app/domain/imports/import-plan.ts';
import { type ImportView, OUTCOMES, type SheetCounts } from '#app/domain/imports/import-view.ts';
import { listed } from '#app/domain/sentences.ts';
import { useAddresses } from '#app/use-addresses.ts';

const ORDER = Object.keys(OUTCOMES) as RowOutcome[];

/** How many rows of each sheet are added, changed and so on; each number leads to them. */
export function PlanSummary({ id, view }: { id: number; view: ImportView }) {
  const to = useAddresses();
  const shown = ORDER.filter((outcome) => view.counts[outcome] > 0);
  const heading = view.kind === 'returns' ? 'Returns in the file' : 'Rows by sheet';
  const asked = view.sheets.reduce((sum, sheet) => sum + sheet.asked, 0);
  const cell = (n: number, words: string, query: ImportQuery, anchor = 'rows') =>
    n === 0 ? (
      <span className="app-zero">0</span>
    ) : (
      <a className="govuk-link" href={to.import(id, query, anchor)}>
        {n.toLocaleString('en-GB')}
        <span className="govuk-visually-hidden"> {words}</span>
      </a>
    );
  const outcomeCell = (outcome: RowOutcome, n: number, sheet: string, page = 1, anchor?: string) => {
    const { show, word } = OUTCOMES[outcome];
    return cell(n, `${word.toLowerCase()}, ${sheet}`, { show, page: page === 1 ? null : page }, anchor);
  };
  const askedCell = (n: number, sheet: string) =>
    asked === 0 ? [] : [cell(n, `to choose, ${sheet}`, { show: 'conflicts' })];
  const row = (each: SheetCounts, place: number): ReactNode[] => [
    each.sheet,
    ...shown.map((outcome) =>
      outcomeCell(outcome, each.counts[outcome], each.sheet, each.pages[outcome], `sheet-${place}`),
    ),
    ...askedCell(each.asked, each.sheet),
  ];
  const total = [
    'All sheets',
    ...shown.map((outcome) => outcomeCell(outcome, view.counts[outcome], 'all sheets')),
    ...askedCell(asked, 'all sheets'),
  ];
  const headings = [...shown.map((each) => OUTCOMES[each].word), ...(asked > 0 ? ['To choose'] : [])];
  return (
    <section aria-labelledby="summary">
      <h2 className="govuk-heading-m" id="summary">
        {heading}
      </h2>
      <Table
        caption={heading}
        captionHidden
        stackOnMobile
        firstCellIsHeader
        columns={[{ heading: 'Sheet' }, ...headings.map((heading) => ({ heading, numeric: true }))]}
        rows={view.sheets.length > 1 ? [...view.sheets.map(row), total] : view.sheets.map(row)}
      />
      {view.counts['not in the file'] > 0 ? (
        <p className="govuk-body">Nothing is deleted: what is not in the file stays as it is.</p>
      ) : null}
    </section>
  );
}

/** What a reader should know of how the file was read. */
export function HowItWasRead({ view: { said, ignored } }: { view: Pick<ImportView, 'said' | 'ignored'> }) {
  if (said.length === 0 && ignored.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <h2 className="govuk-heading-m" id="said">
        How it was read
      </h2>
      <ul className="govuk-list govuk-list--bullet app-measure">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {ignored.map(({ sheet, columns }) => (
          <li key={`sheet ${sheet}`}>
            {columns.length === 1 ? 'One column' : `${columns.length} columns`} of {sheet}{' '}
            {columns.length === 1 ? 'means' : 'mean'} nothing here and {columns.length === 1 ? 'was' : 'were'} passed
            over: {listed(columns.map((column) => `“${column}”`))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What names the file and nobody else’s: kept with the change when it is accepted. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <div className="govuk-!-margin-top-6">
      <Details summary="Fingerprint of the file">
        <p className="govuk-body">
          SHA-256: <code className="app-break">{sha256}</code>
        </p>
        <p className="govuk-body">
          It is kept with the change, so that anybody who has the file can check that it is the one.
        </p>
      </Details>
    </div>
  );
}
