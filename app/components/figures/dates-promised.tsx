import { CartesianGrid, Customized, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { type DatesPromised, hasDatesPromised } from '#app/domain/dates-promised.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { type PromiseFrame, promiseFrame, stepCorners } from './dates-promised-geometry.ts';
import { diagonalEnds, promiseLabels } from './dates-promised-labels.ts';
import {
  AsAtMark,
  AxisNames,
  LevelLabel,
  PromiseHits,
  PromiseMarks,
  SaidLabel,
  Words,
} from './dates-promised-parts.tsx';
import { INK } from './ink.ts';

/**
 * Figure 4: the date promised (upwards) on each day that one was said (across), as a step line, against the dashed line
 * on which a promise falls due. Nothing when fewer than three things were said of the date.
 */
export function DatesPromisedChart({ id, dates, width }: { id: string; dates: DatesPromised; width: number }) {
  if (!hasDatesPromised(dates)) return null;
  return <Steps drawing={`${id}-${width}`} dates={dates} frame={promiseFrame(dates, width)} />;
}

function Steps({ drawing, dates, frame }: { drawing: string; dates: DatesPromised; frame: PromiseFrame }) {
  const { said, promised, left, top } = frame;
  const corners = stepCorners(dates, frame);
  const diagonal = diagonalEnds(frame);
  const axis = { type: 'number' as const, interval: 0, tickLine: false };
  return (
    <LineChart
      id={drawing}
      className="figure__svg"
      role="img"
      aria-label={spoken(dates)}
      width={frame.width}
      height={frame.height}
      data={corners}
      margin={{ top, left: 0, right: frame.width - left - frame.plotWidth, bottom: 0 }}
    >
      <CartesianGrid stroke={INK.grid} />
      <YAxis
        {...axis}
        dataKey="y"
        width={left}
        domain={[0, promised.days]}
        ticks={promised.ticks.map(({ at }) => at)}
        axisLine={false}
        tick={<LevelLabel frame={frame} />}
      />
      <XAxis
        {...axis}
        dataKey="x"
        height={frame.height - top - frame.plotHeight}
        domain={[0, said.days]}
        ticks={said.ticks.map(({ at }) => at)}
        axisLine={{ stroke: INK.text }}
        tick={<SaidLabel frame={frame} />}
      />
      <Customized component={<AxisNames frame={frame} />} />
      {diagonal ? <ReferenceLine segment={diagonal} stroke={INK.line} strokeDasharray="7 4" /> : null}
      <Customized component={<AsAtMark asAt={dates.asAt} frame={frame} />} />
      <Line
        id={`${drawing}-line`}
        className="figure__line"
        dataKey="y"
        type="stepAfter"
        stroke={INK.text}
        strokeWidth={2}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Customized component={<PromiseMarks dates={dates} frame={frame} />} />
      <Customized component={<Words labels={promiseLabels(dates, corners, frame)} frame={frame} />} />
      <Customized component={<PromiseHits dates={dates} frame={frame} />} />
    </LineChart>
  );
}

function spoken({ title, dates, outcome, asAt }: DatesPromised): string {
  const first = dates[0]?.value;
  const ending = outcome ? `${outcome.word}, ${formatPartialDate(outcome.date)}` : `as at ${formatPartialDate(asAt)}`;
  return `Step line of the dates promised for “${title}”: ${dates.length} statements, the first ${first ? formatPartialDate(first) : 'without a date'}; ${ending}. The table below has every date.`;
}
