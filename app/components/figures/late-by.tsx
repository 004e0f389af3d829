import { Bar, BarChart, CartesianGrid, Customized, ReferenceLine, XAxis, YAxis } from 'recharts';
import { type LateByRow, lateByInWords } from '#app/domain/late-by.ts';
import { FIGURE_GROUPS } from '#app/domain/status-words.ts';
import { groupPatterns } from './group-fills.tsx';
import { GroupKey } from './group-key.tsx';
import { INK } from './ink.ts';
import { type LateByFrame, lateByFrame, monthsDrawn } from './late-by-geometry.ts';
import { BarHits, BarTitle, Directions, LateBar } from './late-by-parts.tsx';

/**
 * Figure 6 for wide places: one bar a milestone from zero, in the order given, with its title before and its length in
 * words after it. What was early runs to the left. Nothing when there are no rows.
 */
export function LateByChart({ id, rows, width }: { id: string; rows: LateByRow[]; width: number }) {
  if (rows.length === 0) return null;
  const drawing = `${id}-${width}`;
  const drawn = FIGURE_GROUPS.filter((group) => rows.some((row) => row.group === group));
  return (
    <>
      <GroupKey id={`${drawing}-key`} groups={drawn} />
      <Bars drawing={drawing} rows={rows} frame={lateByFrame(rows, width)} />
    </>
  );
}

function Bars({ drawing, rows, frame }: { drawing: string; rows: LateByRow[]; frame: LateByFrame }) {
  const months = {
    type: 'number' as const,
    domain: [frame.from, frame.to],
    ticks: frame.ticks,
    interval: 0,
    tickLine: false,
    tick: { fontSize: 13, fill: INK.text },
    // Which way is early is written above the axis.
    tickFormatter: (month: number) => String(Math.abs(month)),
  };
  return (
    <BarChart
      id={drawing}
      className="figure__svg"
      role="img"
      aria-label={spoken(rows)}
      layout="vertical"
      width={frame.width}
      height={frame.height}
      data={rows}
      margin={{
        top: 0,
        left: 0,
        right: frame.width - frame.left - frame.plotWidth,
        bottom: frame.height - frame.top - frame.plotHeight,
      }}
    >
      {groupPatterns(drawing)}
      <Customized component={<BarHits rows={rows} frame={frame} />} />
      <CartesianGrid horizontal={false} syncWithTicks stroke={INK.grid} />
      <XAxis {...months} orientation="top" height={frame.top} axisLine={false} />
      <YAxis
        type="category"
        dataKey="code"
        width={frame.left}
        interval={0}
        tickLine={false}
        axisLine={false}
        tick={<BarTitle rows={rows} />}
      />
      <Bar
        dataKey={monthsDrawn}
        isAnimationActive={false}
        barSize={14}
        shape={(bar: unknown) => <LateBar {...(bar as { y: number; payload: LateByRow })} {...{ drawing, frame }} />}
      />
      <ReferenceLine x={0} stroke={INK.text} />
      <Customized component={<Directions frame={frame} />} />
    </BarChart>
  );
}

function spoken(rows: readonly LateByRow[]): string {
  const [most, least] = [rows[0], rows.at(-1)];
  if (!most || !least) return '';
  const ends = [most, least].map(({ title, span }) => `${title}, ${lateByInWords(span)}`);
  const named = rows.length === 1 ? ends[0] : `from ${ends.join(' to ')}`;
  return `Bars of how late milestones are, in months: ${named}. The table below has every number.`;
}
