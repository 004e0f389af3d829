import { CartesianGrid, Customized, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import type { Timeline } from '#app/domain/timeline.ts';
import { INK } from './ink.ts';
import { dayOnAxis, type TimelineFrame, type TimelineMark, timelineFrame, timelineMarks } from './timeline-geometry.ts';
import { TimelineKey } from './timeline-key.tsx';
import { AsAtLabel, DateMark, Periods, RowHits, RowLabel, YearLabel } from './timeline-parts.tsx';

/**
 * Figure 5: one row a milestone, from the first date promised to its outcome or latest date, against the as-at day.
 * A date known only to its month, quarter or year stands at the last day of it. Nothing when there are no rows.
 */
export function TimelineChart({ id, timeline, width }: { id: string; timeline: Timeline; width: number }) {
  if (timeline.rows.length === 0) return null;
  const frame = timelineFrame(timeline, width);
  const marks = timelineMarks(timeline, frame);
  return (
    <>
      <Rows drawing={`${id}-${width}`} timeline={timeline} frame={frame} marks={marks} />
      <TimelineKey marks={marks} />
    </>
  );
}

interface RowsProps {
  drawing: string;
  timeline: Timeline;
  frame: TimelineFrame;
  marks: TimelineMark[];
}

function Rows({ drawing, timeline, frame, marks }: RowsProps) {
  const { rows, asAt } = timeline;
  const today = dayOnAxis(frame, asAt);
  return (
    <ScatterChart
      id={drawing}
      className="figure__svg"
      role="img"
      aria-label={spoken(timeline)}
      width={frame.width}
      height={frame.height}
      margin={{
        top: 0,
        left: 0,
        right: frame.width - frame.left - frame.plotWidth,
        bottom: frame.height - frame.top - frame.plotHeight,
      }}
    >
      <CartesianGrid horizontal={false} stroke={INK.grid} />
      <XAxis
        type="number"
        dataKey="x"
        orientation="top"
        height={frame.top}
        domain={[0, frame.days]}
        ticks={frame.years.map((year) => dayOnAxis(frame, `${year}-01-01`))}
        interval={0}
        tickLine={false}
        axisLine={{ stroke: INK.text }}
        tick={<YearLabel years={frame.years} />}
      />
      <YAxis
        type="number"
        dataKey="y"
        width={frame.left}
        domain={[-0.5, rows.length - 0.5]}
        reversed
        ticks={rows.map((_, index) => index)}
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={<RowLabel rows={rows} />}
      />
      <Customized component={<RowHits rows={rows} frame={frame} />} />
      <ReferenceLine x={today} stroke={INK.text} strokeDasharray="2 3" />
      <Customized component={<AsAtLabel x={today} text={`As at ${formatPartialDate(asAt)}`} frame={frame} />} />
      {rowLines(timeline, marks)}
      <Customized component={<Periods marks={marks} frame={frame} />} />
      <Scatter
        data={marks}
        isAnimationActive={false}
        shape={(mark: unknown) => <DateMark {...markProps(mark as PlacedMark, marks)} frame={frame} />}
      />
    </ScatterChart>
  );
}

/** What Recharts hands to the shape of a mark. */
interface PlacedMark {
  cx: number;
  cy: number;
  /** The mark as we gave it: the x and y beside it are px. */
  payload: TimelineMark;
}

function markProps({ cx, cy, payload: mark }: PlacedMark, marks: readonly TimelineMark[]) {
  return { mark, cx, cy, clear: marks.every((other) => other.y !== mark.y || other.x <= mark.x) };
}

/** A line over each row's dates, from the earliest to the latest. */
function rowLines({ rows }: Timeline, marks: readonly TimelineMark[]) {
  return rows.map((row, y) => {
    const xs = marks.filter((mark) => mark.y === y).map((mark) => mark.x);
    if (xs.length < 2) return null;
    const segment = [Math.min(...xs), Math.max(...xs)].map((x) => ({ x, y }));
    return <ReferenceLine key={row.code} segment={segment} stroke={INK.line} strokeWidth={2} />;
  });
}

function spoken({ rows, asAt }: Timeline): string {
  const count = rows.length === 1 ? 'one milestone' : `${rows.length} milestones`;
  return `Timeline of ${count}: first dates, later dates and outcomes, as at ${formatPartialDate(asAt)}. The table below has every date.`;
}
