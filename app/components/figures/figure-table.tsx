import { Table } from '#app/components/govuk/table.tsx';

/** One cell of a figure's table: text, a number, or a link. */
export type FigureCell = string | number | { text: string; href: string };

export interface FigureColumn {
  key: string;
  label: string;
  /** Set right-aligned, with figures of equal width. */
  numeric?: boolean;
}

/** The rows behind a figure. The first column names the row. */
export interface FigureTableData {
  caption: string;
  columns: FigureColumn[];
  rows: Record<string, FigureCell>[];
}

/** A figure's rows as a table. */
export function FigureTable({ caption, columns, rows }: FigureTableData) {
  return (
    <div className="figure__table">
      <Table
        caption={caption}
        firstCellIsHeader
        columns={columns.map(({ label, numeric }) => ({ heading: label, numeric }))}
        rows={rows.map((row) => columns.map(({ key }) => cellContent(row[key] ?? '')))}
      />
    </div>
  );
}

function cellContent(value: FigureCell) {
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (typeof value === 'string') return value;
  return (
    <a className="govuk-link" href={value.href}>
      {value.text}
    </a>
  );
}
