const LINE_HEIGHT = 15.75;
const MOST_HEIGHT = 409;

/** The height of a row as wrapped text needs it, as an attribute; nothing for one line. Excel does not work it out by itself. */
export function heightOf(cells: readonly string[], widths: readonly number[]): string {
  let lines = 1;
  for (const [place, text] of cells.entries()) {
    lines = Math.max(lines, linesOf(text, widths[place] ?? 10));
  }
  return lines === 1 ? '' : ` ht="${Math.min(MOST_HEIGHT, lines * LINE_HEIGHT)}"`;
}

/** How many lines the text takes in a column as wide as so many digits, broken between words. */
export function linesOf(text: string, width: number): number {
  if (text.length * 1.5 <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + wrappedLines(line, width), 0);
}

function wrappedLines(line: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const length = lengthOf(word);
    const needed = used === 0 ? length : used + SPACE + length;
    if (needed <= width) {
      used = needed;
      continue;
    }
    const broken = Math.floor(length / width);
    lines += (used === 0 ? 0 : 1) + broken;
    used = length - broken * width;
  }
  return lines;
}

const SPACE = 0.5;

/** How wide a word is, in digits: Arial's letters, to a tenth or two. */
function lengthOf(word: string): number {
  let length = 0;
  for (const letter of word) length += widthOf(letter);
  return length;
}

function widthOf(letter: string): number {
  if ("ijltfrI.,;:'|!()[]-/’‘".includes(letter)) return 0.58;
  if ('mwMW%@—…'.includes(letter)) return 1.5;
  if (letter > '\u2E7F') return 2;
  return letter >= 'A' && letter <= 'Z' ? 1.25 : 1;
}
