import { COLOURS, type Look, textWidth } from './look.ts';
import { type Placed, pageCount } from './pages.ts';
import { PAGE } from './paper.ts';
import type { Pen } from './pen.ts';
import { artifact } from './tags.ts';
import type { Drawn } from './text.ts';

/** What stands at the foot of each page: the security marking of what is internal, and what the file is. */
export interface Foot {
  marking: string | null;
  title: string;
}

/** Draws the pieces in their places. A page is finished before the next one begins, so a long file needs little memory. */
export function drawPages(placed: readonly Placed<Drawn>[], pen: Pen, look: Look, foot: Foot): void {
  const pages = pageCount(placed);
  let page = -1;
  for (const group of groupsOf(placed)) {
    const [first] = group as [Placed<Drawn>];
    if (first.page !== page) {
      page = first.page;
      pen.paper.addPage();
      drawFoot(pen, look, foot, `Page ${page + 1} of ${pages}`);
    }
    drawGroup(group, look.margin.top);
  }
}

/** Pieces of one tag that follow each other on a page. */
function groupsOf(placed: readonly Placed<Drawn>[]): Placed<Drawn>[][] {
  const groups: Placed<Drawn>[][] = [];
  for (const each of placed) {
    const last = groups.at(-1)?.at(-1);
    if (last && each.piece.tag !== null && last.piece.tag === each.piece.tag && last.page === each.page)
      groups.at(-1)?.push(each);
    else groups.push([each]);
  }
  return groups;
}

function drawGroup(group: readonly Placed<Drawn>[], margin: number): void {
  for (const { piece, y, top } of group) {
    if (top && piece.onTop) piece.onTop.draw(margin + y - piece.onTop.height);
    piece.before?.(margin + y);
  }
  const draw = (): void => {
    for (const { piece, y } of group) piece.draw(margin + y);
  };
  const tag = group[0]?.piece.tag ?? null;
  if (tag === null) draw();
  else tag.content(draw);
}

const WORDS = { size: 9, line: 12, before: 0, after: 0 };

function drawFoot(pen: Pen, look: Look, { marking, title }: Foot, number: string): void {
  const { side } = look.margin;
  const width = textWidth(look);
  const top = PAGE.height - 44;
  const quiet = { ...WORDS, colour: COLOURS.quiet };
  const runs = [...(marking === null ? [] : [{ text: `${marking} `, bold: true }]), { text: title }];
  pen.rule(side, top - 5, width, 0.5);
  artifact(
    pen.paper,
    () => {
      for (const [i, line] of pen.lines(runs, quiet, width - 90).entries())
        pen.line(line, quiet, side, top + i * WORDS.line);
      for (const line of pen.lines([{ text: number }], quiet, 90)) pen.line(line, quiet, side + width, top, 'right');
    },
    'Pagination',
  );
}
