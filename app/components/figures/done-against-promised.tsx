import { CartesianGrid, Customized, Line, LineChart, XAxis, YAxis } from 'recharts';
import type { DoneAgainstPromised } from '#app/domain/done-against-promised.ts';
import { DONE_LINE, LineLabels, PROMISED_LINE, QuarterHits } from './done-against-promised-parts.tsx';
import { INK, WIDE } from './ink.ts';
import { axisLabels, type Frame, quarterFrame } from './status-by-quarter-geometry.ts';
import { AxisYear, SoFarLabel } from './status-by-quarter-parts.tsx';

/** True when figure 2 has something to draw: at least one milestone was due. */
export function hasDoneAgainstPromised(rows: readonly DoneAgainstPromised[]): boolean {
  return rows.some(({ promised }) => promised > 0);
}

/**
 * Figure 2: two step lines, a level a quarter in the order given: milestones due by its end, and those of them done.
 * `width` 720 has the words beside the lines' ends, 328 inside the drawing. Nothing when nothing was due.
 */
export function DoneAgainstPromisedChart(props: { id: string; rows: DoneAgainstPromised[]; width: number }) {
  const { id, rows, width } = props;
  const last = rows.at(-1);
  if (!last || !hasDoneAgainstPromised(rows)) return null;
  const room = width >= WIDE ? 12 : 28;
  const frame = quarterFrame(rows.length, Math.max(...rows.map(({ promised }) => promised)), width, room);
  return <Lines drawing={`${id}-${width}`} rows={rows} last={last} frame={frame} />;
}

interface LinesProps {
  drawing: string;
  rows: DoneAgainstPromised[];
  last: DoneAgainstPromised;
  frame: Frame;
}

function Lines({ drawing, rows, last, frame }: LinesProps) {
  const { ticks, left, top } = frame;
  const labels = axisLabels(rows, frame);
  // A step has a start and an end: the last level is given once more where its quarter ends.
  const steps = [...rows, last].map(({ promised, done }, x) => ({ x, promised, done }));
  return (
    <LineChart
      id={drawing}
      className="figure__svg"
      role="img"
      aria-label={spoken(rows, last)}
      width={frame.width}
      height={frame.height}
      data={steps}
      margin={{ top, left: 0, right: frame.width - left - frame.plotWidth, bottom: 0 }}
    >
      <CartesianGrid vertical={false} stroke={INK.grid} />
      <YAxis
        width={left}
        domain={[0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={{ fontSize: 14, fill: INK.text }}
      />
      <XAxis
        type="number"
        dataKey="x"
        domain={[0, rows.length]}
        height={frame.height - top - frame.plotHeight}
        ticks={labels.map(({ index }) => index + 0.5)}
        interval={0}
        tickLine={false}
        axisLine={{ stroke: INK.text }}
        tick={<AxisYear labels={labels} frame={frame} />}
      />
      {[PROMISED_LINE, DONE_LINE].map(({ key, colour, width, dashes }) => (
        <Line
          key={key}
          id={`${drawing}-${key}`}
          className={`figure__line figure__line--${key}`}
          dataKey={key}
          type="stepAfter"
          stroke={colour}
          strokeWidth={width}
          strokeDasharray={dashes}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      {last.soFar ? <Customized component={<SoFarLabel frame={frame} />} /> : null}
      <Customized component={<LineLabels rows={rows} last={last} frame={frame} />} />
      <Customized component={<QuarterHits rows={rows} frame={frame} />} />
    </LineChart>
  );
}

function spoken(rows: readonly DoneAgainstPromised[], last: DoneAgainstPromised): string {
  const period = rows.length > 1 ? `from ${rows[0]?.label} to ${last.label}` : `for ${last.label}`;
  return `Two step lines by quarter, ${period}. At the end: promised by then ${last.promised}, done by then ${last.done}. The table below has every number.`;
}
