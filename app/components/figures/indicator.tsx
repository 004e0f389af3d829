import { CartesianGrid, Customized, Line, LineChart, XAxis, YAxis } from 'recharts';
import type { IndicatorView } from '#app/domain/indicators/indicator.ts';
import { formatPeriod } from '#app/domain/period.ts';
import { counted } from '#app/domain/sentences.ts';
import { Words } from './dates-promised-parts.tsx';
import { hasDrawing, type IndicatorFrame, indicatorFrame, seriesLines } from './indicator-geometry.ts';
import { indicatorLabels } from './indicator-labels.ts';
import {
  Breaks,
  SERIES_STROKES,
  TargetLine,
  TimeLabel,
  UnitName,
  ValueHits,
  ValueLabel,
  ValueMarks,
} from './indicator-parts.tsx';
import { INK } from './ink.ts';

/**
 * Figure 7: the values of an indicator by the middle of their period, a line for each series and none between two, with
 * the target as a dashed line. Nothing for fewer than two values.
 */
export function IndicatorChart({ id, indicator, width }: { id: string; indicator: IndicatorView; width: number }) {
  if (!hasDrawing(indicator)) return null;
  return <Lines drawing={`${id}-${width}`} indicator={indicator} frame={indicatorFrame(indicator, width)} />;
}

interface LinesProps {
  drawing: string;
  indicator: IndicatorView;
  frame: IndicatorFrame;
}

function Lines({ drawing, indicator, frame }: LinesProps) {
  const { time, left, top, ticks } = frame;
  const { unit } = indicator;
  const lines = seriesLines(indicator, frame);
  const axis = { type: 'number' as const, interval: 0, tickLine: false };
  return (
    <LineChart
      id={drawing}
      className="figure__svg"
      role="img"
      aria-label={spoken(indicator, lines.length)}
      width={frame.width}
      height={frame.height}
      margin={{ top, left: 0, right: frame.width - left - frame.plotWidth, bottom: 0 }}
    >
      <CartesianGrid vertical={false} stroke={INK.grid} />
      <YAxis
        {...axis}
        dataKey="y"
        width={left}
        domain={[frame.low, frame.high]}
        ticks={ticks}
        reversed={frame.reversed}
        axisLine={false}
        tick={<ValueLabel frame={frame} unit={unit} />}
      />
      <XAxis
        {...axis}
        dataKey="x"
        height={frame.height - top - frame.plotHeight}
        domain={[0, time.days]}
        ticks={time.ticks.map(({ at }) => at)}
        axisLine={{ stroke: INK.text }}
        tick={<TimeLabel frame={frame} />}
      />
      <Customized component={<UnitName unit={unit} frame={frame} />} />
      <Customized component={<Breaks indicator={indicator} frame={frame} />} />
      <Customized component={<TargetLine indicator={indicator} frame={frame} />} />
      {lines.map(({ name, points }, place) =>
        // One value has a mark and no line.
        points.length < 2 ? null : (
          <Line
            key={name}
            id={`${drawing}-line-${place}`}
            data={points}
            dataKey="y"
            type="linear"
            strokeWidth={2}
            {...SERIES_STROKES[place % SERIES_STROKES.length]}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ),
      )}
      <Customized component={<ValueMarks lines={lines} frame={frame} />} />
      <Customized component={<Words labels={indicatorLabels(indicator, lines, frame)} frame={frame} />} />
      <Customized component={<ValueHits lines={lines} unit={unit} frame={frame} />} />
    </LineChart>
  );
}

function spoken({ name, values }: IndicatorView, series: number): string {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return '';
  const apart = series > 1 ? `, in ${series} series that are not joined` : '';
  return `Line of “${name}”: ${counted(values.length, 'value')}, from ${formatPeriod(first.period)} until ${formatPeriod(last.period)}${apart}. The table below has every value.`;
}
