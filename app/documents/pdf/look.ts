import type { SummaryDocument } from '#app/domain/summary/document.ts';
import type { ParagraphRole } from '../printed-parts.ts';
import { PAGE } from './paper.ts';

export const COLOURS = { text: '#0b0c0c', quiet: '#505a5f', line: '#b1b4b6', link: '#1d70b8' };

/** How text looks, in points: its letters, its lines, and the least space above and below it. */
export interface TextLook {
  size: number;
  line: number;
  before: number;
  after: number;
  colour?: string;
  bold?: boolean;
}

/** Sizes and spaces of a file, in points. */
export interface Look {
  margin: { side: number; top: number; bottom: number };
  headings: Record<1 | 2 | 3 | 4, TextLook>;
  text: Record<ParagraphRole, TextLook>;
  item: TextLook;
  contents: TextLook;
  table: TextLook;
  /** Space above and below the text of a cell, and between columns. */
  cell: { above: number; between: number };
  /** A drawing is never higher than this. */
  highest: number;
}

const look = (
  size: number,
  line: number,
  before: number,
  after: number,
  changes: Partial<TextLook> = {},
): TextLook => ({
  ...{ size, line, before, after },
  ...changes,
});

const BOARD: Look = {
  margin: { side: 56, top: 56, bottom: 64 },
  headings: {
    1: look(24, 30, 0, 10, { bold: true }),
    2: look(18, 23, 26, 8, { bold: true }),
    3: look(14, 19, 20, 6, { bold: true }),
    4: look(12, 16.5, 15, 4, { bold: true }),
  },
  text: {
    subtitle: look(12, 17, 0, 14, { colour: COLOURS.quiet }),
    body: look(11, 15.5, 0, 8),
    caption: look(11, 15.5, 16, 3, { bold: true }),
    lead: look(10, 14, 0, 6),
    note: look(9.5, 13, 3, 4, { colour: COLOURS.quiet }),
    by: look(9.5, 13, 0, 9, { colour: COLOURS.quiet }),
  },
  item: look(11, 15.5, 3, 4),
  contents: look(11, 19, 0, 0),
  table: look(9.5, 12.6, 0, 14),
  cell: { above: 3.5, between: 9 },
  highest: 600,
};

/** The ministers' two pages: `ease` from 1, the most space that two pages may leave, to 0. */
const ministers = (ease: number): Look => ({
  margin: { side: 50, top: 42 + 6 * ease, bottom: 52 },
  headings: {
    1: look(18, 22, 0, 4, { bold: true }),
    2: look(13.5, 17.5, 8 + 5 * ease, 2 + 2 * ease, { bold: true }),
    3: look(11.5, 15, 6 + 3 * ease, 2, { bold: true }),
    4: look(10.5, 14, 4 + 3 * ease, 1, { bold: true }),
  },
  text: {
    subtitle: look(10.5, 13.6, 0, 5, { colour: COLOURS.quiet }),
    body: look(10.5, 13.2 + 0.8 * ease, 0, 3 + 2 * ease),
    caption: look(10.5, 14, 5 + 3 * ease, 2, { bold: true }),
    lead: look(9.5, 12.5, 0, 3),
    note: look(9, 11.8, 2, 2, { colour: COLOURS.quiet }),
    by: look(9, 11.8, 0, 3 + 2 * ease, { colour: COLOURS.quiet }),
  },
  item: look(10.5, 13.2 + 0.8 * ease, 1 + ease, 1 + 2 * ease),
  contents: look(10.5, 14, 0, 0),
  table: look(9, 11.4 + 0.4 * ease, 0, 5 + 3 * ease),
  cell: { above: 1.5 + 1.5 * ease, between: 8 },
  highest: 240,
});

/** The looks to try for this audience, the one with most space first, and on how many pages the file must be. */
export function looksFor({ audience }: Pick<SummaryDocument, 'audience'>): { looks: Look[]; mostPages: number } {
  if (audience !== 'ministers') return { looks: [BOARD], mostPages: Number.POSITIVE_INFINITY };
  return { looks: [ministers(1), ministers(0.5), ministers(0)], mostPages: 2 };
}

/** Width of the text between the margins. */
export function textWidth({ margin }: Look): number {
  return PAGE.width - 2 * margin.side;
}

/** Height of the text between the margins. */
export function textHeight({ margin }: Look): number {
  return PAGE.height - margin.top - margin.bottom;
}
