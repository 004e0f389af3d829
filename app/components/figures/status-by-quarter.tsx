import { Bar, BarChart, CartesianGrid, Customized, XAxis, YAxis } from 'recharts';
import type { QuarterCounts } from '#app/domain/overview/quarter-counts.ts';
import { FIGURE_GROUPS, type FigureGroup, GROUP_MARKS } from '#app/domain/status-words.ts';
import { groupEdge, groupFill, groupPatterns } from './group-fills.tsx';
import { GroupKey } from './group-key.tsx';
import { INK } from './ink.ts';
import { axisLabels, type Frame, frameFor, total } from './status-by-quarter-geometry.ts';
import { AxisYear, DirectLabels, HitAreas, SoFarLabel } from './status-by-quarter-parts.tsx';

/** True when figure 1 has something to draw: at least one milestone in at least one quarter. */
export function hasStatusByQuarter(rows: readonly QuarterCounts[]): boolean {
  return rows.some((row) => total(row) > 0);
}

/**
 * Figure 1: milestones by quarter as stacked bars, one bar a quarter in the order given (up to 60 of them).
 * `id` is the figure's id; `width` 720 has words beside the last bar, 328 a key above. Nothing when there is nothing to draw.
 */
export function StatusByQuarterChart({ id, rows, width }: { id: string; rows: QuarterCounts[]; width: number }) {
  const last = rows.at(-1);
  if (!last || !hasStatusByQuarter(rows)) return null;
  const frame = frameFor(rows, width);
  const drawing = `${id}-${width}`;
  const drawn = FIGURE_GROUPS.filter((group) => rows.some((row) => row.counts[group] > 0));
  const namedBeside = frame.wide && drawn.every((group) => last.counts[group] > 0);
  return (
    <>
      {namedBeside ? null : <GroupKey id={`${drawing}-key`} groups={drawn} />}
      <Bars drawing={drawing} rows={rows} last={last} frame={frame} />
    </>
  );
}

interface BarsProps {
  drawing: string;
  rows: QuarterCounts[];
  last: QuarterCounts;
  frame: Frame;
}

function Bars({ drawing, rows, last, frame }: BarsProps) {
  const labels = axisLabels(rows, frame);
  const quarterAt = (index: number): string => rows[index]?.quarter ?? '';
  const { ticks, left, top } = frame;
  return (
    <BarChart
      id={drawing}
      className="figure__svg"
      role="img"
      aria-label={spoken(rows, last)}
      width={frame.width}
      height={frame.height}
      data={rows}
      barCategoryGap={frame.band > 8 ? 1 : 0}
      margin={{ top, left: 0, right: frame.width - left - frame.plotWidth, bottom: 0 }}
    >
      {groupPatterns(drawing)}
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
      {FIGURE_GROUPS.map((group) => (
        <Bar
          key={group}
          dataKey={(row: QuarterCounts) => row.counts[group]}
          name={GROUP_MARKS[group].word}
          stackId="quarter"
          maxBarSize={56}
          isAnimationActive={false}
          shape={(bar: unknown) => <Segment {...(bar as BarShape)} group={group} drawing={drawing} />}
        />
      ))}
      <XAxis
        dataKey="quarter"
        height={frame.height - top - frame.plotHeight}
        ticks={labels.map((label) => quarterAt(label.index))}
        interval={0}
        tickLine={false}
        axisLine={{ stroke: INK.text }}
        tick={<AxisYear labels={labels} frame={frame} />}
      />
      {last.soFar ? <Customized component={<SoFarLabel frame={frame} />} /> : null}
      {frame.wide ? <Customized component={<DirectLabels last={last} frame={frame} drawing={drawing} />} /> : null}
      <Customized component={<HitAreas rows={rows} frame={frame} />} />
    </BarChart>
  );
}

/** What Recharts hands to the shape of a bar. */
interface BarShape {
  x: number;
  y: number;
  width: number;
  height: number;
  payload: QuarterCounts;
}

function Segment({ x, y, width, height, payload, group, drawing }: BarShape & { group: FigureGroup; drawing: string }) {
  if (payload.counts[group] === 0) return <g />;
  const lighter = payload.soFar
    ? { fillOpacity: 0.5, stroke: GROUP_MARKS[group].colour, strokeDasharray: '3 2' }
    : null;
  return (
    <rect
      className="figure__segment"
      data-group={group}
      x={x}
      y={y}
      width={width}
      height={height}
      fill={groupFill(drawing, group)}
      stroke={groupEdge(group)}
      strokeWidth={width < 7 ? 0.5 : 1}
      {...lighter}
    />
  );
}

function spoken(rows: readonly QuarterCounts[], last: QuarterCounts): string {
  const period = rows.length > 1 ? `from ${rows[0]?.label} to ${last.label}` : `for ${last.label}`;
  const counts = FIGURE_GROUPS.map((group) => `${GROUP_MARKS[group].word.toLowerCase()} ${last.counts[group]}`);
  const when = last.soFar ? 'So far in the last' : 'At the end of the last';
  return `Stacked bars by quarter, ${period}. ${when}: ${counts.join(', ')}. The table below has every number.`;
}
