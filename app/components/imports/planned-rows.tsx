import { Neighbours } from '#app/components/frame/neighbours.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { faultInWords } from '#app/domain/fault.ts';
import type { RowOutcome } from '#app/domain/imports/import-plan.ts';
import { type ImportShow, type ImportView, OUTCOMES, type ShownRow } from '#app/domain/imports/import-view.ts';
import { NOUNS } from '#app/domain/imports/import-words.ts';
import { counted } from '#app/domain/sentences.ts';
import type { TagColour } from '#app/domain/status-words.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { PlannedFields } from './planned-fields.tsx';

interface PlannedRowsProps {
  id: number;
  view: ImportView;
  /** They were accepted: what they did, and no more what they would do. */
  isDone?: boolean;
  /** Names of the conflicts that the form on the page asks about. */
  asked?: readonly string[];
}

/** One page of the rows of a plan, sheet by sheet. */
export function PlannedRows({ id, view, isDone = false, asked = [] }: PlannedRowsProps) {
  const to = useAddresses();
  const neighbour = (page: number) =>
    page >= 1 && page <= view.pages
      ? { text: `Page ${page} of ${view.pages}`, href: to.import(id, { show: view.show, page }, 'rows') }
      : null;
  return (
    <section aria-labelledby="rows">
      <h2 className="govuk-heading-m" id="rows">
        {headingOf(view.show, isDone)}
      </h2>
      {view.show === null ? null : (
        <p className="govuk-body">
          <a className="govuk-link" href={to.import(id, {}, 'rows')}>
            {isDone ? 'Show everything that the file did' : 'Show everything that the file would do'}
          </a>
        </p>
      )}
      <p className="govuk-body">
        {view.total === 0 ? 'There are none.' : `${counted(view.total, NOUNS[view.kind])}.`}
        {view.pages > 1 ? ` This is page ${view.page} of ${view.pages}.` : ''}
      </p>
      {view.shown.map(({ place, sheet, rows }) => (
        <section key={place} aria-labelledby={`sheet-${place}`}>
          <h3 className="govuk-heading-s app-import__sheet" id={`sheet-${place}`}>
            {sheet}
          </h3>
          {rows.map((row, at) =>
            isPlain(row) ? <PlainRow key={at} row={row} /> : <Row key={at} row={row} isDone={isDone} asked={asked} />,
          )}
        </section>
      ))}
      <Neighbours before={neighbour(view.page - 1)} after={neighbour(view.page + 1)} label="Pages of rows" />
    </section>
  );
}

function headingOf(show: ImportShow | null, isDone: boolean): string {
  if (show === null) return isDone ? 'What the file did' : 'What the file would do';
  if (show === 'conflicts') return 'Rows: to choose';
  const { word } = Object.values(OUTCOMES).find((each) => each.show === show) ?? OUTCOMES.added;
  return `Rows: ${word.toLowerCase()}`;
}

const TAGS: Record<RowOutcome, TagColour> = {
  added: 'green',
  changed: 'blue',
  unchanged: 'grey',
  'not in the file': 'grey',
  refused: 'red',
};

/** A row of which there is nothing more to tell takes one line. */
const isPlain = ({ outcome, fields, conflicts }: ShownRow): boolean =>
  (outcome === 'unchanged' || outcome === 'not in the file') && fields.length + conflicts.length === 0;

function PlainRow({ row: { row, code, title } }: { row: ShownRow }) {
  return (
    <p className="govuk-body app-import__plain">
      <strong>{code}</strong> {title}
      {row === null ? null : <span className="app-import__side">Row {row} of the sheet</span>}
    </p>
  );
}

function Row({ row, isDone, asked }: { row: ShownRow; isDone: boolean; asked: readonly string[] }) {
  return (
    <div className="app-import__row">
      <h4 className="govuk-heading-s app-import__code">
        {row.code} {row.title}
      </h4>
      <p className="govuk-body-s app-import__place">
        {row.conflicts.some(({ choice }) => choice === null) ? <Tag colour="yellow">To choose</Tag> : null}{' '}
        {row.conflicts.length > 0 && row.outcome === 'unchanged' ? null : (
          <Tag colour={TAGS[row.outcome]}>{OUTCOMES[row.outcome].word}</Tag>
        )}{' '}
        {row.outcome === 'not in the file' ? 'Stays as it is' : row.row === null ? null : `Row ${row.row} of the sheet`}
      </p>
      {row.faults.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {row.faults.map((fault, at) => (
            <li key={at}>{faultInWords(fault)}</li>
          ))}
        </ul>
      ) : null}
      <PlannedFields row={row} isDone={isDone} asked={asked} />
    </div>
  );
}
