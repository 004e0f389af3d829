import { type DatesPromised, isTakenBack } from '#app/domain/dates-promised.ts';
import { type Day, daysBetween, firstDay, formatPartialDate, lastDay } from '#app/domain/partial-date.ts';
import { type Corner, dayItself, type PromiseFrame } from './dates-promised-geometry.ts';
import { type Box, type Label, type PlacedLabel, placeLabels, type Side } from './label-places.ts';

/** How the line ends, with its place in px and its word; null while the promise is open. */
export interface Ending {
  kind: 'outcome' | 'passed' | 'taken back';
  x: number;
  y: number;
  /** The height at which the line of promises ends. */
  lineY: number;
  word: string;
}

/** The ending of a promise: its outcome on the day itself, the day its date passed, or an open end. */
export function endingOf(dates: DatesPromised, { x, y, wide }: PromiseFrame): Ending | null {
  const last = dates.dates.findLast(({ value }) => value !== null);
  if (!last?.value) return null;
  const lineY = y(lastDay(last.value));
  if (dates.outcome) {
    const day = lastDay(dates.outcome.date);
    return { kind: 'outcome', x: x(day), y: y(day), lineY, word: dates.outcome.word };
  }
  const said = firstDay((isTakenBack(dates) ? dates.dates.at(-1) : last)?.saidOn ?? last.saidOn);
  if (isTakenBack(dates)) return { kind: 'taken back', x: x(said), y: lineY, lineY, word: 'no date' };
  if (!dates.passed) return null;
  const word = dates.noOutcomeFound && wide ? 'date passed, no outcome found' : 'date passed';
  return { kind: 'passed', x: Math.max(x(lastDay(last.value)), x(said)), y: lineY, lineY, word };
}

/** The words in the drawing: the ending, the last and the first date, then what finds room. */
export function promiseLabels(dates: DatesPromised, corners: readonly Corner[], frame: PromiseFrame): PlacedLabel[] {
  const ending = endingOf(dates, frame);
  const dated = dates.dates.flatMap(({ saidOn, value }, i) =>
    value
      ? [{ i, text: formatPartialDate(value), at: { x: frame.x(firstDay(saidOn)), y: frame.y(lastDay(value)) } }]
      : [],
  );
  // A date that only repeats the one before needs no second label.
  const told = dated.filter(({ text }, place) => text !== dated[place - 1]?.text);
  const labels = told.map(({ i, text, at }, place): Label => {
    const edge = place === 0 || place === told.length - 1;
    const rises = (told[place + 1]?.at.y ?? at.y) < at.y;
    return { key: `date-${i}`, text, at, sides: rises ? UNDER : OVER, needed: edge };
  });
  const [first, last] = [labels[0], labels.at(-1)];
  const middle = frame.wide ? labels.slice(1, -1) : [];
  const wanted = [ending && endingLabel(ending), last, first === last ? null : first, ...middle, diagonalLabel(frame)];
  return placeLabels(
    wanted.filter((label): label is Label => Boolean(label)),
    {
      left: frame.left - 4,
      width: frame.width,
      font: frame.font,
      taken: [
        ...dated.map(({ at }) => boxAround(at)),
        ...(ending ? [boxAround(ending)] : []),
        ...asAtBox(dates, frame),
        footBox(frame),
      ],
      lines: [...lineBoxes(corners, frame), ...diagonalBoxes(frame)],
    },
  );
}

const OVER: Side[] = ['above right', 'above left', 'higher left', 'below right', 'below left'];
const UNDER: Side[] = ['below right', 'above left', 'below left', 'above right', 'higher left'];

function endingLabel({ kind, x, y, word }: Ending): Label {
  // An open end is a dashed line of 34 px; its word follows it.
  const at = { x: kind === 'taken back' ? x + 28 : x, y };
  return {
    key: 'ending',
    text: word,
    at,
    sides: ['right', 'above left', 'below right', 'below left', 'left', 'higher left'],
    needed: true,
  };
}

function diagonalLabel(frame: PromiseFrame): Label | null {
  const ends = dayItself(frame);
  if (!ends) return null;
  const [from, to] = [ends.from, ends.to].map((day) => ({ x: frame.x(day), y: frame.y(day) }));
  if (!from || !to) return null;
  const at = { x: from.x + (to.x - from.x) * 0.22, y: from.y + (to.y - from.y) * 0.22 };
  return { key: 'diagonal', text: 'the day itself', at, sides: ['right', 'below right', 'left'], needed: false };
}

const boxAround = ({ x, y }: { x: number; y: number }): Box => ({ x: x - 7, y: y - 7, width: 14, height: 14 });

/** Where the words of the as-at line stand, above the plot. */
export function asAtPlace(asAt: Day, frame: PromiseFrame) {
  if (asAt > frame.said.last) return null;
  const x = frame.x(asAt);
  const text = `As at ${formatPartialDate(asAt)}`;
  const late = x > frame.left + frame.plotWidth / 2;
  return { x, y: frame.top - 8, text, anchor: late ? ('end' as const) : ('start' as const) };
}

function asAtBox({ asAt }: DatesPromised, frame: PromiseFrame): Box[] {
  const place = asAtPlace(asAt, frame);
  if (!place) return [];
  const width = place.text.length * frame.font * 0.54;
  return [
    { x: place.anchor === 'end' ? place.x - width : place.x, y: place.y - frame.font, width, height: frame.font + 3 },
    { x: place.x - 1, y: frame.top, width: 2, height: frame.plotHeight },
  ];
}

/** The level and the upright pieces of the step line. */
function lineBoxes(corners: readonly Corner[], frame: PromiseFrame): Box[] {
  const px = (days: number) => frame.left + (days / frame.said.days) * frame.plotWidth;
  const py = (days: number) => frame.top + (1 - days / frame.promised.days) * frame.plotHeight;
  return corners.slice(1).flatMap((corner, i) => {
    const before = corners[i];
    if (!before || before.y === null) return [];
    const level = { x: px(before.x), y: py(before.y) - 1, width: px(corner.x) - px(before.x), height: 2 };
    if (corner.y === null) return [level];
    const [high, low] = [py(Math.max(before.y, corner.y)), py(Math.min(before.y, corner.y))];
    return [level, { x: px(corner.x) - 1, y: high, width: 2, height: low - high }];
  });
}

/** The names of the axis at the foot. */
function footBox({ top, plotHeight, width }: PromiseFrame): Box {
  return { x: 0, y: top + plotHeight - 1, width, height: 40 };
}

/** The day itself as a row of small boxes. */
function diagonalBoxes(frame: PromiseFrame): Box[] {
  const ends = dayItself(frame);
  if (!ends) return [];
  const [from, to] = [ends.from, ends.to].map((day) => ({ x: frame.x(day), y: frame.y(day) }));
  if (!from || !to) return [];
  const pieces = Array.from({ length: 41 }, (_, i) => i / 40);
  const at = (a: number, b: number, part: number) => a + (b - a) * part - 1;
  return pieces.map((p) => ({ x: at(from.x, to.x, p), y: at(from.y, to.y, p), width: 2, height: 2 }));
}

/** The day itself, from one edge of the drawing to the other, in days on the two axes. */
export function diagonalEnds(frame: PromiseFrame): { x: number; y: number }[] | null {
  const ends = dayItself(frame);
  if (!ends) return null;
  return [ends.from, ends.to].map((day) => ({
    x: daysBetween(frame.said.first, day),
    y: daysBetween(frame.promised.first, day),
  }));
}
