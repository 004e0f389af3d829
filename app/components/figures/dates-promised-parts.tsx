import { type DatesPromised, saidInWords } from '#app/domain/dates-promised.ts';
import { firstDay, formatPartialDate, lastDay } from '#app/domain/partial-date.ts';
import type { PromiseFrame } from './dates-promised-geometry.ts';
import { asAtPlace, endingOf } from './dates-promised-labels.ts';
import { INK } from './ink.ts';
import type { PlacedLabel } from './label-places.ts';
import { MarkShape } from './timeline-shapes.tsx';

/** The place that Recharts gives to the label of a tick. */
interface TickPlace {
  frame: PromiseFrame;
  x?: number;
  y?: number;
  index?: number;
}

/** A year or a month at the foot, right of the line where it begins. */
export function SaidLabel({ frame, x = 0, index = 0 }: TickPlace) {
  const foot = frame.top + frame.plotHeight;
  return (
    <g>
      <line x1={x} x2={x} y1={foot} y2={foot + 18} stroke={INK.line} />
      <text x={x + 4} y={foot + 17} fontSize={frame.font} fill={INK.text}>
        {frame.said.ticks[index]?.text}
      </text>
    </g>
  );
}

/** A year or a month at the side, above the line where it begins. */
export function LevelLabel({ frame, y = 0, index = 0 }: TickPlace) {
  return (
    <text x={frame.left - 6} y={y - 4} textAnchor="end" fontSize={frame.font} fill={INK.text}>
      {frame.promised.ticks[index]?.text}
    </text>
  );
}

/** What the two axes are. */
export function AxisNames({ frame }: { frame: PromiseFrame }) {
  return (
    <g>
      <text x={0} y={14} fontSize={frame.font} fill={INK.text}>
        ↑ date promised
      </text>
      <text x={frame.width - 4} y={frame.height - 6} textAnchor="end" fontSize={frame.font} fill={INK.text}>
        when it was said →
      </text>
    </g>
  );
}

/** The as-at day as an upright line, where the drawing reaches it. */
export function AsAtMark({ asAt, frame }: { asAt: string; frame: PromiseFrame }) {
  const place = asAtPlace(asAt, frame);
  if (!place) return <g />;
  return (
    <g className="figure__as-at-line">
      <path
        d={`M${place.x} ${frame.top - 4}V${frame.top + frame.plotHeight}`}
        stroke={INK.text}
        strokeDasharray="2 3"
      />
      <text x={place.x} y={place.y} textAnchor={place.anchor} fontSize={frame.font} fill={INK.text}>
        {place.text}
      </text>
    </g>
  );
}

/** A ring at the first date, a dot at each later one, and the mark of how it ended. */
export function PromiseMarks({ dates, frame }: { dates: DatesPromised; frame: PromiseFrame }) {
  const ending = endingOf(dates, frame);
  return (
    <g>
      {ending && ending.y !== ending.lineY ? (
        <path d={`M${ending.x} ${ending.lineY}V${ending.y}`} stroke={INK.line} strokeWidth={2} strokeDasharray="2 3" />
      ) : null}
      {points(dates, frame).map(({ x, y }, place) =>
        place === 0 ? (
          <circle key={place} className="figure__point" {...at(x, y)} r={6} fill={INK.paper} {...RING} />
        ) : (
          <circle key={place} className="figure__point" {...at(x, y)} r={4.5} fill={INK.text} />
        ),
      )}
      {ending ? (
        <g className="figure__ending" data-kind={ending.kind}>
          <MarkShape kind={ending.kind} group={dates.outcome?.group ?? 'open'} x={ending.x} y={ending.y} />
        </g>
      ) : null}
    </g>
  );
}

const RING = { stroke: INK.text, strokeWidth: 2 };
const at = (cx: number, cy: number) => ({ cx, cy });

function points({ dates }: DatesPromised, frame: PromiseFrame) {
  return dates.flatMap(({ saidOn, value }) =>
    value ? [{ x: frame.x(firstDay(saidOn)), y: frame.y(lastDay(value)), tip: saidInWords({ saidOn, value }) }] : [],
  );
}

/** The words of the drawing where they found room. */
export function Words({ labels, frame }: { labels: PlacedLabel[]; frame: Pick<PromiseFrame, 'font'> }) {
  return (
    <g>
      {labels.map(({ key, text, anchor, x, y, width }) => (
        <text
          key={key}
          className="figure__halo"
          x={anchor === 'end' ? x + width : x}
          y={y + frame.font - 1}
          textAnchor={anchor}
          fontSize={frame.font}
          fill={INK.text}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** A clear area around each date and the ending, with its words for the tooltip script. */
export function PromiseHits({ dates, frame }: { dates: DatesPromised; frame: PromiseFrame }) {
  const ending = endingOf(dates, frame);
  const marks = [...points(dates, frame), ...(ending ? [{ ...ending, tip: endingTip(dates, ending.word) }] : [])];
  return (
    <g>
      {marks.map(({ x, y, tip }, place) => (
        <circle key={place} className="figure__hit" data-tip={tip} cx={x} cy={y} r={12} fill="transparent" />
      ))}
    </g>
  );
}

function endingTip({ outcome, dates }: DatesPromised, word: string): string {
  if (outcome) return `${outcome.word}: ${formatPartialDate(outcome.date)}`;
  const last = dates.at(-1);
  if (last && last.value === null) return saidInWords(last);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
