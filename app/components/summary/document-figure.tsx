import { classNames } from '#app/components/govuk/class-names.ts';
import { Details } from '#app/components/govuk/details.tsx';
import { type Day, formatPartialDate } from '#app/domain/partial-date.ts';
import type { DocumentFigure, Drawing } from '#app/domain/summary/document.ts';
import { RowsOf } from './document-table.tsx';

interface FigureProps {
  figure: DocumentFigure;
  level: 3 | 4;
  asAt: Day;
}

/** A figure as it is in the summary: the drawing that was made with it, and its rows. */
export function FigureOfDocument({ figure, level, asAt }: FigureProps) {
  const { id, number, title, subtitle, drawing, leftOut, note, table } = figure;
  const Heading = `h${level}` as const;
  return (
    <figure className="figure" id={id} aria-labelledby={`${id}-title`}>
      <Heading className="govuk-heading-m figure__title" id={`${id}-title`}>
        <span className="figure__number">Figure {number}</span> {title}
      </Heading>
      <p className="govuk-body-s figure__subtitle">{subtitle}</p>
      {drawing ? <Drawn drawing={drawing} /> : null}
      {leftOut ? <p className="govuk-body-s figure__left-out">{leftOut}</p> : null}
      {note ? <p className="govuk-body-s figure__note">{note}</p> : null}
      <Rows figure={figure} />
      <div className="govuk-body-s figure__footing">
        <p>
          Source: {figure.source}
          {/[.!?]$/.test(figure.source) ? '' : '.'}{' '}
          <span className="figure__as-at">As it stood on {formatPartialDate(asAt)}.</span>
        </p>
      </div>
      {table.rows.length === 0 && !drawing ? <p className="govuk-body">{table.emptyWords}</p> : null}
    </figure>
  );
}

/** Drawn by the program when the summary was made, and kept with it: style hides one of the two. */
function Drawn({ drawing: { wide, narrow } }: { drawing: Drawing }) {
  return (
    <div className="figure__drawings">
      <Markup width="wide" html={wide} />
      <Markup width="narrow" html={narrow} />
    </div>
  );
}

function Markup({ width, html }: { width: 'wide' | 'narrow'; html: string }) {
  return (
    <div
      className={`figure__chart figure__chart--${width}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that components/figures/draw.tsx made from the record
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** Open where there is no drawing: then the table is the figure. Paper leaves out what is too wide for it. */
function Rows({ figure: { number, table, drawing } }: { figure: DocumentFigure }) {
  if (table.rows.length === 0) return null;
  if (!drawing) return <RowsOf table={table} />;
  return (
    <div className={classNames('figure__details', !table.printed && 'app-no-print')}>
      <Details summary={`Figure ${number} as a table`}>
        <div className="figure__table">
          <RowsOf table={table} stack={false} />
        </div>
      </Details>
    </div>
  );
}
