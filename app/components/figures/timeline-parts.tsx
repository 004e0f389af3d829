import type { TimelineRow } from '#app/domain/timeline.ts';
import { INK } from './ink.ts';
import { isLong, ROW_HEIGHT, type TimelineFrame, type TimelineMark, wrapped } from './timeline-geometry.ts';
import { MarkShape } from './timeline-shapes.tsx';
import { timelineTip } from './timeline-words.ts';

/** The place that Recharts gives to the label of a tick. */
interface TickPlace {
  x?: number;
  y?: number;
  index?: number;
}

/** A year, just right of the line where it begins. */
export function YearLabel({ years, x = 0, y = 0, index = 0 }: TickPlace & { years: readonly number[] }) {
  return (
    <text x={x + 3} y={y - 4} fontSize={13} fill={INK.text}>
      {years[index]}
    </text>
  );
}

const LINE_LENGTH = 41;

/** A milestone's code and title, in two lines at most. */
export function RowLabel({ rows, y = 0, index = 0 }: TickPlace & { rows: readonly TimelineRow[] }) {
  const row = rows[index];
  if (!row) return <g />;
  const lines = wrapped(`${row.code} ${row.title}`, LINE_LENGTH, 2);
  const top = lines.length === 1 ? y + 4 : y - 4;
  return (
    <text y={top} fontSize={13} fill={INK.text}>
      {lines.map((line, place) => (
        <tspan key={line} x={0} dy={place === 0 ? 0 : 16}>
          {place === 0 ? <CodeFirst line={line} code={row.code} /> : line}
        </tspan>
      ))}
    </text>
  );
}

function CodeFirst({ line, code }: { line: string; code: string }) {
  return (
    <>
      <tspan fontWeight="bold">{code}</tspan>
      {line.slice(code.length)}
    </>
  );
}

/** The words at the foot of the as-at line, on the side where there is room. */
export function AsAtLabel({ x, text, frame }: { x: number; text: string; frame: TimelineFrame }) {
  const at = frame.left + x * frame.pxPerDay;
  const late = x > frame.days / 2;
  return (
    <text
      x={late ? at + 4 : at - 4}
      y={frame.top + frame.plotHeight + 18}
      textAnchor={late ? 'end' : 'start'}
      fontSize={13}
      fill={INK.text}
    >
      {text}
    </text>
  );
}

/** One area a row, with a thin line between rows, that holds the row's whole story for the tooltip script. */
export function RowHits({ rows, frame }: { rows: readonly TimelineRow[]; frame: TimelineFrame }) {
  return (
    <g>
      {rows.map((row, index) => (
        <rect
          key={row.code}
          className="figure__hit"
          data-tip={timelineTip(row)}
          x={0}
          y={frame.top + index * ROW_HEIGHT}
          width={frame.width}
          height={ROW_HEIGHT}
          fill="transparent"
        />
      ))}
      {rows.slice(1).map((row, index) => {
        const y = frame.top + (index + 1) * ROW_HEIGHT;
        return <line key={row.code} x1={0} x2={frame.width} y1={y} y2={y} stroke={INK.grid} />;
      })}
    </g>
  );
}

/** A band over the period of each date that is known only to a quarter or a year. */
export function Periods({ marks, frame }: { marks: readonly TimelineMark[]; frame: TimelineFrame }) {
  return (
    <g>
      {marks
        .filter((mark) => isLong(mark.period))
        .map((mark, index) => (
          <rect
            key={index}
            className="figure__period"
            x={frame.left + (mark.x + 1 - mark.period) * frame.pxPerDay}
            y={frame.top + (mark.y + 0.5) * ROW_HEIGHT - 3.5}
            width={mark.period * frame.pxPerDay}
            height={7}
            fill={INK.paper}
            stroke={INK.line}
          />
        ))}
    </g>
  );
}

interface DateMarkProps {
  mark: TimelineMark;
  /** The middle of the mark, in px. */
  cx: number;
  cy: number;
  /** No line runs on to the right of the mark. */
  clear: boolean;
  frame: TimelineFrame;
}

/** The mark of a date, with its words for a pointer and for readers without scripts. */
export function DateMark(props: DateMarkProps) {
  const { kind, group, tip, word } = props.mark;
  return (
    <>
      <title>{tip.replaceAll('|', ', ')}</title>
      <g className="figure__mark" data-tip={tip} data-kind={kind}>
        <MarkShape kind={kind} group={group} x={props.cx} y={props.cy} />
        {word ? <MarkWord {...props} word={word} /> : null}
      </g>
    </>
  );
}

const LETTER = 6.5;

/** A word to the right of its mark, or above it where a line runs on or the drawing ends. */
function MarkWord({ word, mark, cx, cy, clear, frame }: DateMarkProps & { word: string }) {
  const x = cx + (mark.kind === 'taken back' ? 38 : 12);
  const fits = x + word.length * LETTER <= frame.width;
  const beside = clear && fits;
  return (
    <text
      className="figure__mark-word"
      x={beside ? x : fits ? cx - 6 : cx + 8}
      y={beside ? cy + 4 : cy - 11}
      textAnchor={fits ? 'start' : 'end'}
      fontSize={13}
      fill={INK.text}
    >
      {word}
    </text>
  );
}
