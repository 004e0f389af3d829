import SVGtoPDF from 'svg-to-pdfkit';
import type { Drawing } from '#app/domain/summary/document.ts';
import { FONT_FILES } from '../font-files.ts';
import type { Letters } from './letters.ts';
import type { Pen } from './pen.ts';
import { Tag } from './tags.ts';
import type { Drawn, Group, Place } from './text.ts';

/** A drawing as wide as the text, or as high as there is room for; lines and letters, not pixels. */
export function drawingGroup(
  pen: Pen,
  parent: Tag,
  drawing: Drawing,
  place: Place,
  highest: number,
  letters: Letters,
): Group {
  const scale = Math.min(place.width / drawing.width, highest / drawing.height);
  const width = drawing.width * scale;
  const height = drawing.height * scale;
  const svg = letters.shown(drawing.svg);
  const piece: Drawn = {
    ...{ height, gap: 0, keep: false, tag: null },
    draw: (y) => {
      const bbox: [number, number, number, number] = [place.x, y, place.x + width, y + height];
      const figure = new Tag(pen.paper, 'Figure', parent, { alt: drawing.alt, bbox, placement: 'Block' });
      figure.content(() => drawSvg(pen, svg, drawing, place.x, y, scale));
      figure.end();
    },
  };
  return { before: 4, after: 4, pieces: [piece] };
}

/** In the drawing's own units, which the page scales: svg-to-pdfkit would keep the size that the SVG names. */
function drawSvg({ paper }: Pen, svg: string, { width, height }: Drawing, x: number, y: number, scale: number): void {
  paper.save().translate(x, y).scale(scale);
  SVGtoPDF(paper, svg, 0, 0, {
    width,
    height,
    assumePt: true,
    fontCallback: (_family, bold) => (bold ? FONT_FILES.bold : FONT_FILES.regular),
    warningCallback: (message) => {
      throw new Error(`A drawing cannot be put into a PDF: ${message}`);
    },
  });
  paper.restore();
}
