import type { DocumentTable, Drawing, SummaryDocument } from '#app/domain/summary/document.ts';

/** Letters in points, everything else in millimetres: one look for Word and OpenDocument text. */
export interface TextLook {
  margin: { side: number; top: number; bottom: number };
  body: number;
  /** Height of a line against its letters. */
  line: number;
  /** Tables, captions' notes and the foot of pages. */
  small: number;
  /** Space after a paragraph. */
  after: number;
  headings: Record<1 | 2 | 3 | 4, { size: number; before: number; after: number }>;
  /** Space above and below the text of a cell. */
  cell: number;
}

export const PAGE = { width: 210, height: 297 };
export const FONT = 'Arial';
export const COLOURS = { text: '0b0c0c', quiet: '505a5f', line: 'b1b4b6', link: '1d70b8' };

const BOARD: TextLook = {
  margin: { side: 20, top: 20, bottom: 18 },
  body: 11.5,
  line: 1.2,
  small: 9.5,
  after: 2.6,
  headings: {
    1: { size: 22, before: 0, after: 3 },
    2: { size: 16, before: 8, after: 2.5 },
    3: { size: 13, before: 6, after: 2 },
    4: { size: 11.5, before: 4.5, after: 1.2 },
  },
  cell: 0.9,
};

/** Two pages hold everything that ministers are to read. */
const MINISTERS: TextLook = {
  margin: { side: 18, top: 14, bottom: 16 },
  body: 11,
  line: 1.08,
  small: 9,
  after: 1.5,
  headings: {
    1: { size: 17, before: 0, after: 1.5 },
    2: { size: 13, before: 3.5, after: 1.2 },
    3: { size: 11.5, before: 2.5, after: 0.8 },
    4: { size: 11, before: 2, after: 0.6 },
  },
  cell: 0.5,
};

/** How text documents look for this audience. */
export function textLook({ audience }: Pick<SummaryDocument, 'audience'>): TextLook {
  return audience === 'ministers' ? MINISTERS : BOARD;
}

/** Width of the text between the margins, in millimetres. */
export function textWidth({ margin }: TextLook): number {
  return PAGE.width - 2 * margin.side;
}

/** A drawing as wide as the text, or as high as lets its caption and source stand on its page. */
export function drawingSize({ width, height }: Drawing, look: TextLook): { width: number; height: number } {
  const highest = PAGE.height - look.margin.top - look.margin.bottom - 60;
  const scale = Math.min(textWidth(look) / width, highest / height);
  return { width: width * scale, height: height * scale };
}

/** A table of so few rows stays on one page. */
const SHORT = 6;

/** How many rows from the first stay on one page: all of a short table, two of a longer one. */
export function rowsKeptTogether({ rows }: DocumentTable): number {
  return rows.length <= SHORT ? rows.length : 2;
}
