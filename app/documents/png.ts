import { Resvg } from '@resvg/resvg-js';
import type { Drawing } from '#app/domain/summary/document.ts';
import { FONT_FILES } from './font-files.ts';

/** Pixels for each pixel of the drawing: sharp on paper at the width of a page. */
const SCALE = 2;

/** Two kinds of file want the same pixels, so a drawing is kept as long as its document is. */
const made = new WeakMap<Drawing, Uint8Array>();

/** A drawing as pixels, for programs that draw no SVG. Only the two fonts that come along are used, so it is the same everywhere. */
export function pngOf(drawing: Drawing): Uint8Array {
  const bytes = made.get(drawing) ?? png(drawing.svg);
  made.set(drawing, bytes);
  return bytes;
}

function png(svg: string): Uint8Array {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: {
      loadSystemFonts: false,
      fontFiles: [FONT_FILES.regular, FONT_FILES.bold],
      defaultFontFamily: 'Noto Sans',
    },
  });
  return resvg.render().asPng();
}
