import type { Run } from '../printed-parts.ts';

/** Words of one weight beside each other; `width` counts a space at their end. */
export interface LinePart {
  text: string;
  bold: boolean;
  width: number;
}

/** A line as it is drawn; `width` does not count a space at its end. */
export interface Line {
  parts: LinePart[];
  width: number;
}

/** Width of text in points. */
export type Measure = (text: string, bold: boolean, size: number) => number;

/** After a space, after a hyphen inside a word and after a stroke inside an address a line may end. */
const MAY_END = /(?<= )|(?<=\p{L}{2}-)(?=\p{L}{2})|(?<=[^/\s:]\/)(?=[^/\s])/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The parts of a text that a line holds whole, each with the space after it. */
export function tokensOf(text: string): string[] {
  return text.replace(/[ \t]+/g, ' ').split(MAY_END);
}

/**
 * The runs as lines of at most `width` points; `\n` begins a new one. pdfkit breaks lines too, but tells nobody where,
 * and that is what decides on what page a line stands.
 */
export function breakLines(runs: readonly Run[], size: number, width: number, measure: Measure): Line[] {
  const lines: Line[] = [{ parts: [], width: 0 }];
  let used = 0;
  const begin = (): void => {
    lines.push({ parts: [], width: 0 });
    used = 0;
  };
  const put = (text: string, bold: boolean): void => {
    const line = lines.at(-1) as Line;
    if (used === 0 && text === ' ') return;
    const whole = measure(text, bold, size);
    line.width = used + (text.endsWith(' ') ? measure(text.slice(0, -1), bold, size) : whole);
    used += whole;
    const last = line.parts.at(-1);
    if (last && last.bold === bold) Object.assign(last, { text: last.text + text, width: last.width + whole });
    else line.parts.push({ text, bold, width: whole });
  };
  for (const { text, bold = false } of runs) {
    for (const [i, paragraph] of text.split('\n').entries()) {
      if (i > 0) {
        // Or readers of tags would hear the last word and the next as one.
        put(' ', bold);
        begin();
      }
      for (const token of tokensOf(paragraph)) {
        const wide = measure(token.trimEnd(), bold, size);
        if (used > 0 && used + wide > width) begin();
        if (wide <= width) put(token, bold);
        else
          for (const piece of chopped(token, width, (part) => measure(part, bold, size))) {
            if (used > 0) begin();
            put(piece, bold);
          }
      }
    }
  }
  return lines;
}

/** A word that is wider than its line, in pieces that fit. */
function chopped(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces = [''];
  for (const { segment } of graphemes.segment(word)) {
    const longer = pieces.at(-1) + segment;
    if (pieces.at(-1) !== '' && measure(longer.trimEnd()) > width) pieces.push(segment);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}
