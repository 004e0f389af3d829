import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import { FIGURE_GROUPS, GROUP_MARKS } from '#app/domain/status-words.ts';
import { groupEdge, groupFill } from './group-fills.tsx';
import { INK } from './ink.ts';
import { type AxisLabel, directLabels, type Frame } from './status-by-quarter-geometry.ts';

interface AxisYearProps {
  labels: AxisLabel[];
  frame: Frame;
  /** Given by Recharts: the middle of the bar, the axis, and the label's place in the list. */
  x?: number;
  y?: number;
  index?: number;
}

/** A year with a short line where it begins, or a quarter's months under its bar. */
export function AxisYear({ labels, frame, x = 0, y = 0, index = 0 }: AxisYearProps) {
  const label = labels[index];
  if (!label) return <g />;
  const middle = label.at === 'middle';
  const start = x - frame.band / 2;
  const axis = frame.top + frame.plotHeight;
  return (
    <g>
      {middle ? null : <line x1={start} x2={start} y1={axis} y2={axis + 18} stroke={INK.line} />}
      <text x={middle ? x : start + 4} y={y + 8} textAnchor={middle ? 'middle' : 'start'} fontSize={14} fill={INK.text}>
        {label.text}
      </text>
    </g>
  );
}

/** "so far" under the last bar, which is counted before its quarter has ended. */
export function SoFarLabel({ frame }: { frame: Frame }) {
  const right = frame.left + frame.plotWidth;
  // A thin bar at the edge of a narrow drawing has no room for words on its right.
  const centred = frame.wide || frame.band > 60;
  return (
    <text
      x={centred ? right - frame.band / 2 : right}
      y={frame.top + frame.plotHeight + 36}
      textAnchor={centred ? 'middle' : 'end'}
      fontSize={14}
      fill={INK.text}
    >
      so far
    </text>
  );
}

/** The words of the groups beside the last bar, each with a swatch, its count and a line to its part of the bar. */
export function DirectLabels({ last, frame, drawing }: { last: QuarterCounts; frame: Frame; drawing: string }) {
  const right = frame.left + frame.plotWidth;
  return (
    <g className="figure__direct-labels">
      {directLabels(last, frame).map(({ group, count, middle, y }) => (
        <g key={group}>
          <path d={`M${right + 2} ${middle}L${right + 12} ${y}H${right + 16}`} fill="none" stroke={INK.line} />
          <rect
            x={right + 20}
            y={y - 6}
            width={12}
            height={12}
            fill={groupFill(drawing, group)}
            stroke={groupEdge(group)}
          />
          <text x={right + 38} y={y + 5} fontSize={14} fill={INK.text}>
            {`${GROUP_MARKS[group].word}: ${count}`}
          </text>
        </g>
      ))}
    </g>
  );
}

/** One clear area over the full height of each quarter, with the words that the tooltip script shows. */
export function HitAreas({ rows, frame }: { rows: readonly QuarterCounts[]; frame: Frame }) {
  return (
    <g>
      {rows.map((row, index) => (
        <rect
          key={row.quarter}
          className="figure__hit"
          data-tip={tipFor(row)}
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

function tipFor(row: QuarterCounts): string {
  const heading = row.soFar ? `${row.label}, so far` : row.label;
  const counts = FIGURE_GROUPS.map((group) => `${GROUP_MARKS[group].word}: ${row.counts[group]}`);
  const rest = row.endedOtherwise > 0 ? [`Ended otherwise, not drawn: ${row.endedOtherwise}`] : [];
  // Listed from the top of the bar down, as the eye meets them.
  return [heading, ...counts.reverse(), ...rest].join('|');
}
