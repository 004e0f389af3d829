import type { Run } from '../printed-parts.ts';
import { COLOURS, type TextLook } from './look.ts';
import type { Piece } from './pages.ts';
import type { Pen } from './pen.ts';
import { artifact, Tag } from './tags.ts';

/** A piece that knows how it is drawn. Pieces of one tag that follow each other on a page are drawn into it together. */
export interface Drawn extends Piece {
  /** The heading that it begins. */
  id?: string;
  /** The tag that its content is in; null where `draw` does its own tagging. */
  tag: Tag | null;
  /** Drawn before it, outside its tag: what is for eyes alone, or has a tag of its own. */
  before?: (y: number) => void;
  draw: (y: number) => void;
}

/** Pieces that belong together, and the least space above and below them. */
export interface Group {
  before: number;
  after: number;
  pieces: Drawn[];
}

/** Where text stands on the page. */
export interface Place {
  x: number;
  width: number;
}

/** A paragraph as its lines: the first two and the last two stay together, and all of it with what follows if `keep`. */
export function textGroup(pen: Pen, tag: Tag, runs: readonly Run[], look: TextLook, place: Place, keep = false): Group {
  const lines = pen.lines(runs, look, place.width);
  const pieces = lines.map((line, i) => ({
    height: line.parts.length > 0 ? look.line : look.line / 2,
    gap: 0,
    keep: i === lines.length - 1 ? keep : i === 0 || i === lines.length - 2,
    tag,
    draw: (y: number) => pen.line(line, look, place.x, y),
  }));
  return { before: look.before, after: look.after, pieces };
}

const BULLET = 14;

/** A list: each item with its bullet in a label of its own. */
export function listGroup(pen: Pen, parent: Tag, items: readonly Run[][], look: TextLook, { x, width }: Place): Group {
  const list = new Tag(pen.paper, 'L', parent);
  const place = { x: x + BULLET, width: width - BULLET };
  const groups = items.map((runs) => {
    const item = new Tag(pen.paper, 'LI', list);
    const label = new Tag(pen.paper, 'Lbl', item);
    const group = textGroup(pen, new Tag(pen.paper, 'LBody', item), runs, look, place);
    const [bullet] = pen.lines([{ text: '•' }], look, BULLET);
    const [first] = group.pieces;
    if (first && bullet)
      first.before = (y) => {
        label.content(() => pen.line(bullet, look, x + 2, y));
        label.end();
      };
    return group;
  });
  return { before: look.before, after: look.after, pieces: joined(groups) };
}

const BAR = { width: 4, space: 14 };

/** Text that stands out as GOV.UK's inset text does: a bar beside it. */
export function insetGroup(pen: Pen, tag: Tag, runs: readonly Run[], look: TextLook, { x, width }: Place): Group {
  const place = { x: x + BAR.space, width: width - BAR.space };
  const group = textGroup(pen, tag, runs, look, place);
  for (const piece of group.pieces)
    piece.before = (y) =>
      artifact(pen.paper, () => {
        pen.paper.rect(x, y, BAR.width, piece.height).fill(COLOURS.line);
      });
  return group;
}

/** The pieces of all groups, with the space that the groups ask for between them. */
export function joined(groups: readonly Group[]): Drawn[] {
  const full = groups.filter(({ pieces }) => pieces.length > 0);
  return full.flatMap(({ before, pieces }, i) => {
    const [first, ...others] = pieces as [Drawn, ...Drawn[]];
    return [{ ...first, gap: Math.max(before, full[i - 1]?.after ?? 0) }, ...others];
  });
}
