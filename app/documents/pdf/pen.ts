import { FONT_FILES } from '../font-files.ts';
import { printable } from '../printable.ts';
import type { Run } from '../printed-parts.ts';
import type { Letters } from './letters.ts';
import { breakLines, type Line, type Measure } from './lines.ts';
import { COLOURS, type TextLook } from './look.ts';
import { PAGE, type Paper } from './paper.ts';
import { artifact } from './tags.ts';

const fontOf = (bold: boolean): string => (bold ? FONT_FILES.bold : FONT_FILES.regular);

/** What measures and draws lines of text on one file. */
export interface Pen {
  paper: Paper;
  measure: Measure;
  /** The runs as lines of at most `width` points. */
  lines: (runs: readonly Run[], look: TextLook, width: number) => Line[];
  /** Draws the line with its top at `y`, its left or its right end at `x`. */
  line: (line: Line, look: TextLook, x: number, y: number, align?: 'left' | 'right') => void;
  /** Draws a line across, for eyes alone. */
  rule: (x: number, y: number, width: number, weight: number, colour?: string) => void;
}

/** A pen for the file. What was measured once is remembered: words come again and again. */
export function penFor(paper: Paper, letters: Letters): Pen {
  const measure = measureOn(paper, letters);
  return {
    paper,
    measure,
    lines: (runs, { size, bold = false }, width) =>
      breakLines(bold ? runs.map((run) => ({ ...run, bold })) : runs, size, width, measure),
    line: (line, look, x, y, align = 'left') => {
      const left = align === 'right' ? x - line.width : x;
      let at = left;
      for (const part of line.parts) {
        paper
          .font(fontOf(part.bold))
          .fontSize(look.size)
          .fillColor(look.colour ?? COLOURS.text);
        const top = y + (look.line - paper.currentLineHeight()) / 2;
        drawWords(paper, part.text, letters.shown(part.text), at, top);
        at += part.width;
      }
    },
    rule: (x, y, width, weight, colour = COLOURS.line) =>
      artifact(paper, () => {
        paper
          .moveTo(x, y)
          .lineTo(x + width, y)
          .lineWidth(weight)
          .strokeColor(colour)
          .stroke();
      }),
  };
}

function measureOn(paper: Paper, letters: Letters): Measure {
  const known = { true: new Map<string, number>(), false: new Map<string, number>() };
  return (text, bold, size) => {
    const widths = known[`${bold}`];
    const found = widths.get(text);
    if (found !== undefined) return found * size;
    const width = paper.font(fontOf(bold)).fontSize(1000).widthOfString(letters.shown(text)) / 1000;
    widths.set(text, width);
    return width * size;
  };
}

/** Words whose letters the font lacks carry what was written, for whoever copies them or has them read aloud. */
function drawWords(paper: Paper, text: string, shown: string, x: number, y: number): void {
  if (shown === '') return;
  if (shown === text) {
    paper.text(shown, x, y, { lineBreak: false });
    return;
  }
  // pdfkit turns the page upside down, and again for text. Some readers look for the words of a span where its end is,
  // so that must be in the coordinates of the text.
  turned(paper, () => {
    paper.markContent('Span', { actual: printable(text) });
    turned(paper, () => paper.text(shown, x, y, { lineBreak: false }));
    paper.endMarkedContent();
  });
}

function turned(paper: Paper, draw: () => void): void {
  paper.save().transform(1, 0, 0, -1, 0, PAGE.height);
  draw();
  paper.restore();
}
