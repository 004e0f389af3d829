import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { type Desk, piecesOf } from './pdf/compose.ts';
import { drawPages } from './pdf/draw.ts';
import { lettersOf } from './pdf/letters.ts';
import { type Look, looksFor, textHeight } from './pdf/look.ts';
import { outlineOf } from './pdf/outline.ts';
import { lastUsed, type Placed, pageCount, paginate } from './pdf/pages.ts';
import { bytesOf, paperFor } from './pdf/paper.ts';
import { penFor } from './pdf/pen.ts';
import type { Drawn } from './pdf/text.ts';
import { shortTitle } from './printed.ts';

/**
 * The document as a tagged PDF on A4. Everything is measured and put on pages before anything is drawn, so the pages
 * in the contents are known and no heading is left at the foot of a page. The same document gives the same bytes.
 */
export async function pdf(document: SummaryDocument): Promise<Uint8Array> {
  const paper = paperFor(document);
  const letters = lettersOf(paper);
  const pen = penFor(paper, letters);
  const pages = new Map<string, number>();
  const desk = { pen, letters, outline: outlineOf(paper), pageOf: (id: string) => pages.get(id) ?? 0 };
  const { look, placed } = laidOut(document, desk);
  for (const { piece, page } of placed) if (piece.id !== undefined) pages.set(piece.id, page);
  drawPages(placed, pen, look, { marking: document.marking, title: shortTitle(document) });
  return bytesOf(paper);
}

/** A last page with less on it looks like a mistake. In points. */
const LEAST_ON_LAST = 100;

/** Less space and a little more on each page first; then less on each page, so that more is left for the last. */
const TRIES = [
  { gaps: 1, more: 0 },
  { gaps: 0.85, more: 0 },
  { gaps: 0.8, more: 10 },
  { gaps: 1, more: -30 },
  { gaps: 1, more: -60 },
  { gaps: 1, more: -95 },
];

interface LaidOut {
  look: Look;
  placed: Placed<Drawn>[];
}

/** The first way to lay the document out that is on few enough pages and ends well; failing that, the one that ends best. */
function laidOut(document: SummaryDocument, desk: Omit<Desk, 'look'>): LaidOut {
  const { looks, mostPages } = looksFor(document);
  const tried: LaidOut[] = [];
  for (const look of looks) {
    const pieces = piecesOf(document, { ...desk, look });
    for (const { gaps, more } of TRIES) {
      const height = textHeight(look);
      const placed = paginate(pieces, { room: height + more, most: height + Math.max(0, more), gaps });
      if (pageCount(placed) <= mostPages && endsWell(placed)) return { look, placed };
      tried.push({ look, placed });
    }
  }
  const few = tried.filter(({ placed }) => pageCount(placed) <= mostPages);
  return few.sort((one, other) => lastUsed(other.placed) - lastUsed(one.placed))[0] ?? (tried[0] as LaidOut);
}

const endsWell = (placed: Placed<Drawn>[]): boolean => pageCount(placed) === 1 || lastUsed(placed) >= LEAST_ON_LAST;
