import type { IndicatorView, ObservationView } from '#app/domain/indicators/indicator.ts';
import { formatValue, OBSERVATION_STATUS_WORDS } from '#app/domain/indicators/value-words.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { CONFIRMATION_WORDS } from '#app/domain/status-words.ts';
import {
  breakPlaces,
  type IndicatorFrame,
  placeOf,
  type SeriesLine,
  targetLine,
  tickText,
} from './indicator-geometry.ts';
import { INK } from './ink.ts';

/** Lines of series differ in dash as well as in colour (Analysis Function palette). */
export const SERIES_STROKES = [
  { stroke: '#12436D' },
  { stroke: '#801650', strokeDasharray: '7 3' },
  { stroke: '#3D3D3D', strokeDasharray: '2 3' },
  { stroke: '#28A197', strokeDasharray: '9 3 2 3' },
];
const strokeOf = (place: number) => SERIES_STROKES[place % SERIES_STROKES.length]?.stroke ?? INK.text;

/** The place that Recharts gives to the label of a tick. */
interface TickPlace {
  frame: IndicatorFrame;
  x?: number;
  y?: number;
  index?: number;
}

/** A year or a month at the foot, right of the line where it begins. */
export function TimeLabel({ frame, x = 0, index = 0 }: TickPlace) {
  const foot = frame.top + frame.plotHeight;
  return (
    <g>
      <line x1={x} x2={x} y1={foot} y2={foot + 18} stroke={INK.line} />
      <text x={x + 4} y={foot + 17} fontSize={frame.font} fill={INK.text}>
        {frame.time.ticks[index]?.text}
      </text>
    </g>
  );
}

/** A value at the side, beside its line. */
export function ValueLabel({ frame, unit, y = 0, index = 0 }: TickPlace & { unit: string }) {
  return (
    <text x={frame.left - 6} y={y + frame.font * 0.36} textAnchor="end" fontSize={frame.font} fill={INK.text}>
      {tickText(frame.ticks[index] ?? 0, frame.ticks, unit)}
    </text>
  );
}

/** What the values count, above the scale. */
export function UnitName({ unit, frame }: { unit: string; frame: IndicatorFrame }) {
  return (
    <text x={0} y={14} fontSize={frame.font} fill={INK.text}>
      ↑ {unit}
    </text>
  );
}

/** An upright line with a word where one series gives way to the next. */
export function Breaks({ indicator, frame }: { indicator: IndicatorView; frame: IndicatorFrame }) {
  return (
    <g>
      {breakPlaces(indicator, frame).map(({ x, word }) => (
        <g key={x} className="figure__break">
          <path d={`M${x} ${frame.top - 12}V${frame.top + frame.plotHeight}`} stroke={INK.text} strokeDasharray="2 3" />
          <text
            x={x + (x > frame.left + frame.plotWidth / 2 ? 4 : -4)}
            y={frame.top - 16}
            textAnchor={x > frame.left + frame.plotWidth / 2 ? 'end' : 'start'}
            fontSize={frame.font}
            fill={INK.text}
          >
            {word}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The target as a dashed line; a bar ends it where it has a date. */
export function TargetLine({ indicator, frame }: { indicator: IndicatorView; frame: IndicatorFrame }) {
  const line = targetLine(indicator, frame);
  if (!line) return <g />;
  const y = frame.y(line.value);
  return (
    <g className="figure__target">
      <path d={`M${frame.left} ${y}H${line.x}`} stroke={INK.text} strokeWidth={1.5} strokeDasharray="7 4" />
      {line.ends ? <path d={`M${line.x} ${y - 6}V${y + 6}`} stroke={INK.text} strokeWidth={2} /> : null}
    </g>
  );
}

/** The mark of each value: a dot, a ring while it is provisional, a diamond when it rests on memory. */
export function ValueMarks({ lines, frame }: { lines: readonly SeriesLine[]; frame: IndicatorFrame }) {
  return (
    <g>
      {lines.flatMap(({ values }, place) =>
        values.map((value) => <ValueMark key={value.number} value={value} frame={frame} colour={strokeOf(place)} />),
      )}
    </g>
  );
}

function ValueMark({ value, frame, colour }: { value: ObservationView; frame: IndicatorFrame; colour: string }) {
  const { x, y } = placeOf(value, frame);
  const hollow = { fill: INK.paper, stroke: colour, strokeWidth: 2 };
  if (value.confirmation === 'memory') {
    return (
      <path
        className="figure__mark"
        data-mark="memory"
        d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`}
        {...hollow}
      />
    );
  }
  if (value.status === 'provisional') {
    return <circle className="figure__mark" data-mark="provisional" cx={x} cy={y} r={5} {...hollow} />;
  }
  return <circle className="figure__mark" data-mark="value" cx={x} cy={y} r={4.5} fill={colour} />;
}

interface ValueHitsProps {
  lines: readonly SeriesLine[];
  unit: string;
  frame: IndicatorFrame;
}

/** A clear area around each value, with its words for the tooltip script. */
export function ValueHits({ lines, unit, frame }: ValueHitsProps) {
  return (
    <g>
      {lines.flatMap(({ values }) =>
        values.map((value) => {
          const { x, y } = placeOf(value, frame);
          const tip = valueTip(value, unit);
          return (
            <circle key={value.number} className="figure__hit" data-tip={tip} cx={x} cy={y} r={12} fill="transparent" />
          );
        }),
      )}
    </g>
  );
}

/** The words for the tooltip of a value. */
function valueTip({ period, value, series, status, confirmation }: ObservationView, unit: string): string {
  return [
    `${formatPeriod(period)}: ${formatValue(value, unit)}`,
    `Series: ${series}`,
    ...(status === 'final' ? [] : [OBSERVATION_STATUS_WORDS[status]]),
    ...(confirmation === 'memory' ? [CONFIRMATION_WORDS.memory.word] : []),
  ].join('|');
}
