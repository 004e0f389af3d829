import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Column {
  heading: string;
  /** Numbers line up on the right. */
  numeric?: boolean;
}

interface TableProps {
  caption: string;
  /** The caption is for screen readers only: a heading above says the same. */
  captionHidden?: boolean;
  columns: Column[];
  rows: ReactNode[][];
  firstCellIsHeader?: boolean;
  /** On a narrow screen each row becomes a small list, each value under its column's heading. */
  stackOnMobile?: boolean;
  /** A class for the widths of the columns. */
  className?: string;
}

/** Roles that a browser drops when the narrow layout turns rows and cells into blocks; then they are written out. */
const STACKED = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  column: 'columnheader',
  head: 'rowheader',
  cell: 'cell',
};
type Roles = Partial<typeof STACKED>;

/** A table in a box that scrolls sideways by itself, with the keyboard too, so that the page never does. */
export function Table({
  caption,
  captionHidden,
  columns,
  rows,
  firstCellIsHeader,
  stackOnMobile,
  className,
}: TableProps) {
  const roles: Roles = stackOnMobile ? STACKED : {};
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="app-table-scroll" aria-label={caption} tabIndex={0}>
      <table className={classNames('govuk-table', stackOnMobile && 'app-table--stack', className)} role={roles.table}>
        <caption className={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}>
          {caption}
        </caption>
        <TableHead columns={columns} roles={roles} />
        <tbody className="govuk-table__body" role={roles.group}>
          {rows.map((cells, index) => (
            <tr key={index} className="govuk-table__row" role={roles.row}>
              {cells.map((cell, place) => (
                <Cell key={place} column={columns[place]} header={firstCellIsHeader && place === 0} roles={roles}>
                  {cell}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableHead({ columns, roles }: { columns: Column[]; roles: Roles }) {
  return (
    <thead className="govuk-table__head" role={roles.group}>
      <tr className="govuk-table__row" role={roles.row}>
        {columns.map(({ heading, numeric }) => (
          <th
            key={heading}
            scope="col"
            role={roles.column}
            className={classNames('govuk-table__header', numeric && 'govuk-table__header--numeric')}
          >
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type CellProps = { column?: Column; header?: boolean; roles: Roles; children: ReactNode };

function Cell({ column, header, roles, children }: CellProps) {
  if (header) {
    return (
      <th scope="row" role={roles.head} className="govuk-table__header">
        {children}
      </th>
    );
  }
  return (
    <td role={roles.cell} className={classNames('govuk-table__cell', column?.numeric && 'govuk-table__cell--numeric')}>
      {roles.cell ? <LabelledValue label={column?.heading}>{children}</LabelledValue> : children}
    </td>
  );
}

/** The label is seen on a narrow screen only; a screen reader says the column's heading already. */
function LabelledValue({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <>
      <span className="app-table__label" aria-hidden="true">
        {label}
      </span>
      <span className="app-table__value">{children}</span>
    </>
  );
}
