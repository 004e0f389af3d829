/** Something that is drawn in one go and never cut: a line, a row, a drawing. */
export interface Piece {
  height: number;
  /** Space above it, which is left out at the top of a page. */
  gap: number;
  /** Stays on the page of the piece after it. */
  keep: boolean;
  /** Begins a page. */
  newPage?: boolean;
  /** Drawn above it where it begins a page: the header of its table. */
  onTop?: { height: number; draw: (y: number) => void };
}

/** A piece in its place: pages count from 0, `y` from the top of what a page holds. */
export interface Placed<P extends Piece> {
  piece: P;
  page: number;
  y: number;
  /** True where `onTop` is drawn above it. */
  top: boolean;
}

/** What is to be put on a page, what it has room for, both in points, and what every gap is multiplied by. */
export interface Fit {
  room: number;
  /** What is taller than `room` together may take this much, on a page of its own. */
  most: number;
  gaps: number;
}

/**
 * Every piece in its place. Pieces that keep together go to the next page together; only what is taller than a page
 * together is taken apart.
 */
export function paginate<P extends Piece>(pieces: readonly P[], { room, most, gaps }: Fit): Placed<P>[] {
  const placed: Placed<P>[] = [];
  let page = 0;
  let y = 0;
  const turn = (): void => {
    page += y > 0 ? 1 : 0;
    y = 0;
  };
  const put = (piece: P, limit: number): void => {
    if (y > 0 && y + piece.gap * gaps + piece.height > limit + 0.01) turn();
    const top = y === 0 && piece.onTop ? piece.onTop.height : 0;
    y += y === 0 ? top : piece.gap * gaps;
    placed.push({ piece, page, y, top: top > 0 });
    y += piece.height;
  };
  for (const chain of chainsOf(pieces)) {
    const height = chain.reduce((sum, piece) => sum + piece.gap * gaps + piece.height, 0);
    if (chain[0]?.newPage || y + height > room + 0.01) turn();
    for (const piece of chain) put(piece, height > room ? most : room);
  }
  return placed;
}

/** The pieces in groups that stay together. */
function chainsOf<P extends Piece>(pieces: readonly P[]): P[][] {
  const chains: P[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (open && !piece.newPage) chains.at(-1)?.push(piece);
    else chains.push([piece]);
    open = piece.keep;
  }
  return chains;
}

/** How many pages they are on. */
export const pageCount = (placed: readonly Placed<Piece>[]): number => (placed.at(-1)?.page ?? 0) + 1;

/** How much of the last page is used, in points. */
export function lastUsed(placed: readonly Placed<Piece>[]): number {
  const last = placed.at(-1);
  return last ? last.y + last.piece.height : 0;
}
