import { columnsShown } from '#app/domain/summary/cell-words.ts';
import type { DocumentTable } from '#app/domain/summary/document.ts';
import { printedRows } from './printed.ts';

/** Millimetres that a letter takes of each point of its size, on average, in Arial; words in capitals take more. */
const LETTER = 0.185;
const WIDE_LETTER = 0.225;
/** Room to the right of the text of a cell. */
const GAP = 2.5;
/** A column that holds more letters than this has lines enough to be read. */
const MOST_LETTERS = 80;

/**
 * Widths in millimetres of the printed columns that together are `whole`, for text of so many points. No column is narrower
 * than its longest word, so that no code is broken; what is left is shared out by what the columns ask for and hold.
 */
export function columnWidths(table: DocumentTable, whole: number, points: number): number[] {
  const rows = printedRows(table);
  const wants = columnsShown(table).map(({ column }, i) => {
    const lines = [column.label, ...rows.map((row) => row[i] ?? '')];
    const least = GAP + WIDE_LETTER * points * longest(lines, /\s+/);
    const letters = lettersFor(column.width, lines.slice(1));
    return { least, ideal: Math.max(least, GAP + LETTER * points * letters) };
  });
  return shared(wants, whole);
}

/** What the longest cell needs, if the column asks for as much; else between what it asks for and what most cells need. */
function lettersFor(asked: number, lines: string[]): number {
  const most = longest(lines, /\n/);
  if (most <= asked) return most;
  const mean = lines.reduce((sum, { length }) => sum + length, 0) / lines.length;
  return (asked + Math.min(MOST_LETTERS, Math.max(asked, mean))) / 2;
}

function longest(lines: string[], between: RegExp): number {
  return lines.reduce((most, line) => line.split(between).reduce((max, { length }) => Math.max(max, length), most), 0);
}

/**
 * The ideal widths, made wider together where there is room. Where there is not, each column has its least, and grows with the
 * root of its ideal up to that: columns of dates and short words are served first, those of sentences share the rest.
 */
function shared(wants: { least: number; ideal: number }[], whole: number): number[] {
  const sum = (widths: number[]): number => widths.reduce((total, width) => total + width, 0);
  const scaled = (widths: number[]): number[] => widths.map((width) => (width * whole) / sum(widths));
  const ideal = wants.map((want) => want.ideal);
  const least = wants.map((want) => want.least);
  if (sum(ideal) <= whole) return scaled(ideal);
  if (sum(least) >= whole) return scaled(least);
  const grown = (by: number): number[] =>
    wants.map((want) => Math.min(want.ideal, Math.max(want.least, by * Math.sqrt(want.ideal))));
  return scaled(grown(balanced((by) => sum(grown(by)) <= whole)));
}

/** The greatest factor that is still allowed, near enough. */
function balanced(isAllowed: (by: number) => boolean): number {
  let [low, high] = [0, 100];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (isAllowed(middle)) low = middle;
    else high = middle;
  }
  return low;
}
