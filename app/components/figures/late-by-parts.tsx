import { type LateByRow, lateByInWords } from '#app/domain/late-by.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { MILESTONE_STATUS_WORDS } from '#app/domain/status-words.ts';
import { groupEdge, groupFill } from './group-fills.tsx';
import { INK } from './ink.ts';
import { BAR_ROW, type LateByFrame, monthsDrawn } from './late-by-geometry.ts';
import { wrapped } from './timeline-geometry.ts';

const LINE_LENGTH = 45;
const LINE = 13.5;

interface BarTitleProps {
  rows: readonly LateByRow[];
  /** Given by Recharts: the middle of the row and its place in the list. */
  y?: number;
  index?: number;
}

/** A milestone's code and title before its bar, in two lines at most. */
export function BarTitle({ rows, y = 0, index = 0 }: BarTitleProps) {
  const row = rows[index];
  if (!row) return <g />;
  const lines = wrapped(`${row.code} ${row.title}`, LINE_LENGTH, 2);
  return (
    <text y={y + 4 - ((lines.length - 1) * LINE) / 2} fontSize={12} fill={INK.text}>
      {lines.map((line, place) => (
        <tspan key={place} x={0} dy={place === 0 ? 0 : LINE}>
          {place === 0 ? <tspan fontWeight="bold">{row.code}</tspan> : null}
          {place === 0 ? line.slice(row.code.length) : line}
        </tspan>
      ))}
    </text>
  );
}

interface LateBarProps {
  drawing: string;
  frame: LateByFrame;
  /** Given by Recharts: the top of the bar and its row. */
  y: number;
  payload: LateByRow;
}

const BAR_HEIGHT = 14;

/** A bar from zero with its length in words at its end; what was early has its words on the free side of zero. */
export function LateBar({ drawing, frame, y, payload: row }: LateBarProps) {
  const [zero, end] = [frame.x(0), frame.x(monthsDrawn(row))];
  return (
    <g>
      <rect
        className="figure__late-bar"
        x={Math.min(zero, end)}
        y={y}
        width={Math.abs(end - zero)}
        height={BAR_HEIGHT}
        fill={groupFill(drawing, row.group)}
        stroke={groupEdge(row.group)}
        strokeWidth={row.group === 'open' ? 1 : 0}
        data-group={row.group}
      />
      <text
        className="figure__halo"
        x={Math.max(zero, end) + 5}
        y={y + BAR_HEIGHT / 2 + 4.5}
        fontSize={13}
        fill={INK.text}
      >
        {lateByInWords(row.span)}
      </text>
    </g>
  );
}

/** Which way is late, and which is early where something was. */
export function Directions({ frame }: { frame: LateByFrame }) {
  const zero = frame.x(0);
  return (
    <g fontSize={13} fill={INK.text}>
      {frame.from < 0 ? (
        <text x={zero - 6} y={14} textAnchor="end" fontSize={13}>
          ← months early
        </text>
      ) : null}
      <text x={zero + 6} y={14} fontSize={13}>
        months late →
      </text>
    </g>
  );
}

/** One area a row that holds its story for the tooltip script, with a thin line between rows. */
export function BarHits({ rows, frame }: { rows: readonly LateByRow[]; frame: LateByFrame }) {
  return (
    <g>
      {rows.map((row, index) => (
        <rect
          key={row.code}
          className="figure__hit"
          data-tip={lateByTip(row)}
          x={0}
          y={frame.top + index * BAR_ROW}
          width={frame.width}
          height={BAR_ROW}
          fill="transparent"
        />
      ))}
    </g>
  );
}

/** The words for the tooltip of a row. */
export function lateByTip({ code, title, status, firstDate, comparedWith, date, span }: LateByRow): string {
  return [
    `${code} ${title}`,
    MILESTONE_STATUS_WORDS[status].word,
    `First date: ${formatPartialDate(firstDate)}`,
    `${comparedWith === 'outcome' ? 'Done' : 'Latest date'}: ${formatPartialDate(date)}`,
    span.days > 0 ? `Late by ${lateByInWords(span)}` : `${lateByInWords(span)}`.replace(/^./, (c) => c.toUpperCase()),
  ].join('|');
}
