import type { DoneAgainstPromised } from '#app/domain/done-against-promised.ts';
import { GROUP_MARKS } from '#app/domain/status-words.ts';
import { INK } from './ink.ts';
import { type Frame, movedApart } from './status-by-quarter-geometry.ts';

interface StepLine {
  key: 'promised' | 'done';
  word: string;
  colour: string;
  width: number;
  dashes: string | undefined;
}

/** The two lines differ by colour, dash and thickness, and each has its word at its end. */
export const PROMISED_LINE: StepLine = {
  key: 'promised',
  word: 'Promised by then',
  colour: GROUP_MARKS['done by first date'].colour,
  width: 2,
  dashes: undefined,
};
export const DONE_LINE: StepLine = {
  key: 'done',
  word: 'Done by then',
  colour: GROUP_MARKS['done late'].colour,
  width: 3,
  dashes: '7 4',
};

interface LineLabelsProps {
  rows: readonly DoneAgainstPromised[];
  last: DoneAgainstPromised;
  frame: Frame;
}

/** The length of "Done by then: 999" in the narrow drawing. */
const WORDS = 118;

/** The words at the ends of the two lines: to the right of them, or above and below where the drawing is narrow. */
export function LineLabels({ rows, last, frame }: LineLabelsProps) {
  const right = frame.left + frame.plotWidth;
  const foot = frame.top + frame.plotHeight;
  const heightOf = (count: number) => frame.top + frame.plotHeight * (1 - count / (frame.ticks.at(-1) ?? 1));
  const [done, promised] = [heightOf(last.done), heightOf(last.promised)];
  const beside = movedApart([done, promised], 22, foot, frame.top);
  // Below the lower line there is room, unless it lies near the foot: then between the lines, or over a step.
  const under = rows.slice(-Math.ceil(WORDS / frame.band));
  const lowest = heightOf(Math.min(...under.map((row) => row.done)));
  const between = done - promised > 44 ? done - 10 : done + 18;
  const within = [lowest + 20 < foot ? lowest + 18 : between, promised - 10];
  const ends = frame.wide ? beside : within;
  return (
    <g className="figure__line-labels">
      {[DONE_LINE, PROMISED_LINE].map((line, place) => {
        const y = ends[place] ?? 0;
        const words = `${line.word}: ${last[line.key]}`;
        if (frame.wide)
          return <Beside key={line.key} {...{ line, words, y, right }} end={[done, promised][place] ?? y} />;
        return (
          <text key={line.key} className="figure__halo" x={right} y={y} textAnchor="end" fontSize={14} fill={INK.text}>
            {words}
          </text>
        );
      })}
    </g>
  );
}

interface BesideProps {
  line: StepLine;
  words: string;
  right: number;
  y: number;
  /** The height at which the line ends. */
  end: number;
}

/** A short piece of the line, its word and its number, joined to the line's end. */
function Beside({ line, words, right, y, end }: BesideProps) {
  return (
    <>
      <path d={`M${right + 3} ${end}L${right + 10} ${y}`} fill="none" stroke={INK.line} />
      <path
        d={`M${right + 12} ${y}H${right + 36}`}
        stroke={line.colour}
        strokeWidth={line.width}
        strokeDasharray={line.dashes}
      />
      <text x={right + 42} y={y + 5} fontSize={14} fill={INK.text}>
        {words}
      </text>
    </>
  );
}

/** One clear area over the full height of each quarter, with the words that the tooltip script shows. */
export function QuarterHits({ rows, frame }: { rows: readonly DoneAgainstPromised[]; frame: Frame }) {
  return (
    <g>
      {rows.map(({ quarter, label, soFar, promised, done }, index) => (
        <rect
          key={quarter}
          className="figure__hit"
          data-tip={`${soFar ? `${label}, so far` : label}|Promised by then: ${promised}|Done by then: ${done}`}
          x={frame.left + index * frame.band}
          y={frame.top}
          width={frame.band}
          height={frame.plotHeight}
          fill="transparent"
        />
      ))}
    </g>
  );
}
