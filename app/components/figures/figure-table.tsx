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

/** A figure's rows as a table in a region that scrolls sideways and can be reached by keyboard. */
export function FigureTable({ caption, columns, rows }: FigureTableData) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolling region inside a figure is not a section of the page.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop a wide table cannot be scrolled by keyboard.
    <div className="figure__table" role="region" aria-label={caption} tabIndex={0}>
      <table className="govuk-table govuk-table--small-text-until-tablet">
        <caption className="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass('header', column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row, index) => (
            <tr key={index} className="govuk-table__row">
              {columns.map((column, place) => (
                <Cell key={column.key} column={column} heading={place === 0} value={row[column.key] ?? ''} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, heading, value }: { column: FigureColumn; heading: boolean; value: FigureCell }) {
  const content = cellContent(value);
  if (!heading) return <td className={cellClass('cell', column)}>{content}</td>;
  return (
    <th scope="row" className={cellClass('header', column)}>
      {content}
    </th>
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

function cellClass(part: 'header' | 'cell', column: FigureColumn): string {
  const base = `govuk-table__${part}`;
  return column.numeric ? `${base} ${base}--numeric` : base;
}
