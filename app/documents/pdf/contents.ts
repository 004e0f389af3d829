import type { PrintedHeading } from '../printed-parts.ts';
import { COLOURS, type Look } from './look.ts';
import type { Pen } from './pen.ts';
import { artifact, Tag } from './tags.ts';
import type { Drawn, Group, Place } from './text.ts';

const INDENT = 16;
/** Room for the number of the page. */
const NUMBER = 44;

/** The contents: each heading with its page, linked to it. `pageOf` is asked only when they are drawn. */
export function contentsGroup(
  pen: Pen,
  parent: Tag,
  headings: readonly PrintedHeading[],
  look: Look,
  place: Place,
  pageOf: (id: string) => number,
): Group {
  const toc = new Tag(pen.paper, 'TOC', parent);
  const pieces = headings.map((heading) => entry(pen, toc, heading, look, place, pageOf));
  return { before: 0, after: 0, pieces };
}

function entry(
  pen: Pen,
  toc: Tag,
  { id, level, text }: PrintedHeading,
  look: Look,
  { x, width }: Place,
  pageOf: (id: string) => number,
): Drawn {
  const style = {
    ...look.contents,
    colour: COLOURS.link,
    bold: level === 2,
    line: look.contents.line - (level - 2) * 3,
  };
  const left = x + (level - 2) * INDENT;
  const right = x + width;
  const tight = { ...style, line: style.size * 1.4 };
  const lines = pen.lines([{ text: `${text} ` }], tight, right - NUMBER - left);
  const height = style.line + (lines.length - 1) * tight.line;
  const draw = (y: number): void => {
    const top = y + style.line - tight.line;
    const base = top + (lines.length - 1) * tight.line;
    const [number] = pen.lines([{ text: `${pageOf(id) + 1}` }], tight, NUMBER);
    leader(pen, left + (lines.at(-1)?.width ?? 0) + 6, right - (number?.width ?? 0) - 6, base + tight.line * 0.72);
    const reference = new Tag(pen.paper, 'Reference', new Tag(pen.paper, 'TOCI', toc));
    const link = new Tag(pen.paper, 'Link', reference);
    link.content(() => {
      for (const [i, line] of lines.entries()) pen.line(line, tight, left, top + i * tight.line);
      if (number)
        pen.line(
          { ...number, parts: number.parts.map((part) => ({ ...part, bold: false })) },
          tight,
          right,
          base,
          'right',
        );
      linkTo(pen, link, id, `${text}, page ${pageOf(id) + 1}`, [left, top, right - left, lines.length * tight.line]);
    });
    link.end();
  };
  return { height, gap: 0, keep: false, tag: null, draw };
}

/** Dots from the words to the number. */
function leader({ paper }: Pen, from: number, to: number, y: number): void {
  if (to <= from) return;
  artifact(paper, () => {
    paper
      .save()
      .moveTo(from, y)
      .lineTo(to, y)
      .lineWidth(0.7)
      .dash(0.7, { space: 3 })
      .strokeColor(COLOURS.line)
      .stroke()
      .restore();
  });
}

type Box = [x: number, y: number, width: number, height: number];

/** The place on the page that leads to the heading; `words` is what it says to those who do not see it. */
function linkTo({ paper }: Pen, link: Tag, id: string, words: string, box: Box): void {
  // pdfkit takes a String for text; the types know neither that nor the tag.
  const options = { structParent: link.element(), Contents: Object(words) as string };
  paper.goTo(...box, id, options);
}
