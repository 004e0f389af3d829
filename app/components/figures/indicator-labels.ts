import type { IndicatorView, ObservationView } from '#app/domain/indicators/indicator.ts';
import { formatNumber } from '#app/domain/indicators/value-words.ts';
import { formatPartialDate } from '#app/domain/partial-date.ts';
import { breakPlaces, type IndicatorFrame, placeOf, type SeriesLine, targetLine } from './indicator-geometry.ts';
import { type Box, type Label, type PlacedLabel, placeLabels, type Side } from './label-places.ts';

const OVER: Side[] = ['above left', 'above right', 'below left', 'below right', 'higher left', 'higher right'];
const UNDER: Side[] = ['below left', 'below right', 'above left', 'above right', 'higher left', 'higher right'];
const NAME_WIDE: Side[] = ['below right', 'higher left', 'below left', 'higher right', 'above left', 'above right'];
const NAME_NARROW: Side[] = ['below right', 'above left', 'higher left', 'below left', 'lower left', 'higher right'];

/** The words in the drawing: the names of series where there are two or more, the target, then values. */
export function indicatorLabels(
  indicator: IndicatorView,
  lines: readonly SeriesLine[],
  frame: IndicatorFrame,
): PlacedLabel[] {
  const ends = lines.flatMap(({ values }) => [values.at(-1), values[0]]);
  const middle = frame.wide ? lines.flatMap(({ values }) => values.slice(1, -1)) : [];
  const shown = [...new Set([...ends, ...middle])].filter((value): value is ObservationView => value !== undefined);
  const labels = [
    // The last series stands at the edge, where there is least room.
    ...(lines.length > 1 ? lines.map((line) => nameLabel(line, frame)).reverse() : []),
    ...targetLabel(indicator, frame),
    ...shown.map((value) => valueLabel(value, indicator, frame, ends.includes(value))),
  ];
  return placeLabels(labels, {
    left: frame.left,
    width: frame.width,
    font: frame.font,
    taken: [...indicator.values.map((value) => boxAround(placeOf(value, frame))), ...edgeBoxes(frame)],
    lines: [
      ...lines.flatMap((line) => lineBoxes(line, frame)),
      ...targetBoxes(indicator, frame),
      ...breakBoxes(indicator, frame),
    ],
  });
}

function valueLabel(value: ObservationView, indicator: IndicatorView, frame: IndicatorFrame, needed: boolean): Label {
  const text = formatNumber(value.value, indicator.unit);
  const same = indicator.values.filter(({ series }) => series === value.series);
  const before = same[same.indexOf(value) - 1];
  const rises = !before || placeOf(value, frame).y <= placeOf(before, frame).y;
  return { key: `value-${value.number}`, text, at: placeOf(value, frame), sides: rises ? OVER : UNDER, needed };
}

/** A series is named at its last value. */
function nameLabel({ name, values }: SeriesLine, frame: IndicatorFrame): Label {
  const last = values.at(-1) ?? values[0];
  const at = last ? placeOf(last, frame) : { x: frame.left, y: frame.top };
  return { key: `series-${name}`, text: name, at, sides: frame.wide ? NAME_WIDE : NAME_NARROW, needed: true };
}

function targetLabel(indicator: IndicatorView, frame: IndicatorFrame): Label[] {
  const line = targetLine(indicator, frame);
  if (!line || indicator.target === null) return [];
  const due = indicator.targetDue ? ` by ${formatPartialDate(indicator.targetDue)}` : '';
  const text = `aimed at: ${formatNumber(indicator.target, indicator.unit)}${due}`;
  const at = { x: frame.left + 6, y: frame.y(line.value) };
  return [{ key: 'target', text, at, sides: ['above right', 'below right', 'higher right'], needed: true }];
}

const boxAround = ({ x, y }: { x: number; y: number }): Box => ({ x: x - 7, y: y - 7, width: 14, height: 14 });

/** The unit and the words of breaks above the plot, and the years below it. */
function edgeBoxes({ top, plotHeight, width }: IndicatorFrame): Box[] {
  return [
    { x: 0, y: 0, width, height: top - 14 },
    { x: 0, y: top + plotHeight - 1, width, height: 40 },
  ];
}

function breakBoxes(indicator: IndicatorView, frame: IndicatorFrame): Box[] {
  return breakPlaces(indicator, frame).map(({ x }) => ({ x: x - 1, y: frame.top, width: 2, height: frame.plotHeight }));
}

function targetBoxes(indicator: IndicatorView, frame: IndicatorFrame): Box[] {
  const line = targetLine(indicator, frame);
  return line ? [{ x: frame.left, y: frame.y(line.value) - 1, width: line.x - frame.left, height: 2 }] : [];
}

/** The pieces of a series' line as rows of small boxes. */
function lineBoxes({ values }: SeriesLine, frame: IndicatorFrame): Box[] {
  const places = values.map((value) => placeOf(value, frame));
  return places.slice(1).flatMap((to, i) => {
    const from = places[i] ?? to;
    return Array.from({ length: 25 }, (_, piece) => piece / 24).map((part) => ({
      x: from.x + (to.x - from.x) * part - 1,
      y: from.y + (to.y - from.y) * part - 1,
      width: 2,
      height: 2,
    }));
  });
}
