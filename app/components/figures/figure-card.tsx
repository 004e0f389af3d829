import type { ReactNode } from 'react';
import { Details } from '#app/components/govuk/details.tsx';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import { FigureTable, type FigureTableData } from './figure-table.tsx';

export interface FigureCardProps {
  number: number;
  /** Unique on the page; other ids are built from it. */
  id: string;
  /** The message of the figure, in sentence case. */
  title: string;
  /** Measure, place and period. */
  subtitle: string;
  /** What the drawing leaves out, as a sentence; null when nothing is left out. */
  leftOut: ReactNode | null;
  source: ReactNode;
  asAt: Day;
  csvHref: string;
  table: FigureTableData;
  /** The drawing for 720 px and more; null when there is nothing to draw. */
  wide: ReactNode | null;
  /** The drawing, or a list, for narrower places. */
  narrow: ReactNode | null;
  /** What is said in place of a drawing. */
  empty?: string;
  note?: ReactNode;
  level?: 2 | 3 | 4;
}

/**
 * A figure with everything that belongs to it: title, measure, drawing, what is left out, the same rows as a table,
 * a download, source and as-at day. The drawing is given twice, for wide and for narrow places; style hides one.
 */
export function FigureCard(props: FigureCardProps) {
  const { number, id, title, subtitle, leftOut, note, level = 3 } = props;
  const Heading = `h${level}` as const;
  return (
    <figure className="figure" id={id} aria-labelledby={`${id}-title`}>
      <Heading className="govuk-heading-m figure__title" id={`${id}-title`}>
        <span className="figure__number">Figure {number}</span> {title}
      </Heading>
      <p className="govuk-body-s figure__subtitle">{subtitle}</p>
      <Drawings {...props} />
      {leftOut ? <p className="govuk-body-s figure__left-out">{leftOut}</p> : null}
      {note ? <div className="govuk-body-s figure__note">{note}</div> : null}
      <Rows {...props} />
      <Footing {...props} />
    </figure>
  );
}

function Drawings({ wide, narrow, empty = 'There is nothing to draw.' }: FigureCardProps) {
  if (wide === null) return <p className="govuk-inset-text figure__empty">{empty}</p>;
  return (
    <div className="figure__drawings">
      <div className="figure__chart figure__chart--wide">{wide}</div>
      <div className="figure__chart figure__chart--narrow">{narrow}</div>
    </div>
  );
}

function Rows({ number, table }: FigureCardProps) {
  if (table.rows.length === 0) return null;
  return (
    <div className="figure__details">
      <Details summary={`Figure ${number} as a table`}>
        <FigureTable {...table} />
      </Details>
    </div>
  );
}

function Footing({ number, csvHref, source, asAt, table }: FigureCardProps) {
  return (
    <div className="govuk-body-s figure__footing">
      {table.rows.length > 0 ? (
        <p className="figure__download">
          <a className="govuk-link" href={csvHref}>
            Download figure {number} as CSV
          </a>
        </p>
      ) : null}
      <p>
        Source: {source} <span className="figure__as-at">As it stood on {formatPartialDate(asAt)}.</span>
      </p>
    </div>
  );
}
