import type { ReactNode } from 'react';
import { classNames } from '#app/components/govuk/class-names.ts';
import { Table } from '#app/components/govuk/table.tsx';
import { cellWords, columnsShown } from '#app/domain/summary/cell-words.ts';
import type { DocumentCell, DocumentColumn, DocumentTable } from '#app/domain/summary/document.ts';
import { useAddresses } from '#app/use-addresses.ts';
import { addressOf } from './reference-links.tsx';

interface TableProps {
  table: DocumentTable;
  /** The level of its own heading; null where the heading above says the same. */
  level: 3 | 4 | null;
}

/** A table of the summary under its title, with the columns that there is room for. */
export function TableOfDocument({ table, level }: TableProps) {
  const { id, title, note, rows, printed, emptyWords } = table;
  const Heading = `h${level ?? 3}` as const;
  if (!printed) return null;
  return (
    <div id={id}>
      {level === null ? null : <Heading className="govuk-heading-s">{title}</Heading>}
      {note ? <p className="govuk-body app-measure">{note}</p> : null}
      {rows.length > 0 ? <RowsOf table={table} /> : <p className="govuk-body">{emptyWords}</p>}
    </div>
  );
}

/** The rows alone, for places that have said already what they are. */
export function RowsOf({ table, stack = true }: { table: DocumentTable; stack?: boolean }) {
  const columns = columnsShown(table);
  return (
    <Table
      caption={table.title}
      captionHidden
      firstCellIsHeader={columns[0]?.place === table.keyColumn}
      stackOnMobile={stack}
      columns={columns.map(({ column }) => ({ heading: column.label, numeric: column.kind === 'number' }))}
      rows={table.rows.map((row) =>
        columns.map(({ column, place }) => <Cell key={place} cell={row[place] ?? null} column={column} />),
      )}
    />
  );
}

function Cell({ cell, column }: { cell: DocumentCell; column: DocumentColumn }): ReactNode {
  const to = useAddresses();
  const words = cellWords(cell, column);
  if (words === '') return null;
  if (typeof cell === 'object' && cell !== null)
    return (
      <a
        className={classNames('govuk-link', words === cell.reference.code && 'app-reference')}
        href={addressOf(to, cell.reference)}
      >
        {words}
        {words === cell.reference.code ? <span className="govuk-visually-hidden"> {cell.reference.title}</span> : null}
      </a>
    );
  // A stacked row leaves out a nought.
  if (cell === 0) return <span className="app-zero">0</span>;
  return words.includes('\n') ? <span className="app-lines">{words}</span> : words;
}
