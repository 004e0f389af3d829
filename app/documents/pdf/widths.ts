/** What a column would like, in points. */
export interface Wish {
  /** As the document asks. */
  asked: number;
  /** Its longest word: narrower would break it. */
  least: number;
  /** Its cells, each on one line: a sample of the rows, the same rows in each column. */
  cells: number[];
}

/** No word makes its column wider than this part of the table. */
const MOST = 0.4;
const STEPS = 40;
/** The higher, the more a row is taken to be as high as its highest cell alone. */
const POWER = 4;

/**
 * Widths that together are `whole` and keep the rows low: each column has its longest word, and space goes, a little at a
 * time, to the column where it saves most lines. What saves nothing is shared out as the document asks.
 */
export function sharedWidths(wishes: readonly Wish[], whole: number): number[] {
  const widths = wishes.map(({ least }) => Math.min(least, whole * MOST));
  const used = sum(widths);
  if (used >= whole) return widths.map((width) => (width * whole) / used);
  const step = (whole - used) / STEPS;
  let left = whole - used;
  for (let i = bestFor(wishes, widths, step); i >= 0 && left > step / 2; i = bestFor(wishes, widths, step)) {
    widths[i] = (widths[i] ?? 0) + step;
    left -= step;
  }
  const asked = sum(wishes.map((wish) => wish.asked));
  return widths.map((width, i) => width + (Math.max(0, left) * (wishes[i]?.asked ?? 0)) / asked);
}

/** The column in which `more` points make the rows lowest; -1 when they make no difference. */
function bestFor(wishes: readonly Wish[], widths: readonly number[], more: number): number {
  const rows = wishes[0]?.cells.map((_, row) => sum(wishes.map(({ cells }, i) => lines(cells[row], widths[i])))) ?? [];
  const gains = wishes.map(({ cells }, i) => {
    const width = widths[i] ?? 0;
    return sum(rows.map((height, row) => gain(height, lines(cells[row], width), lines(cells[row], width + more))));
  });
  const best = Math.max(...gains);
  return best > 1e-9 ? gains.indexOf(best) : -1;
}

const lines = (cell = 0, width = 1): number => Math.max(1, cell / width) ** POWER;
const gain = (height: number, before: number, after: number): number =>
  before === after ? 0 : height ** (1 / POWER) - (height - before + after) ** (1 / POWER);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
