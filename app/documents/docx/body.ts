import { Bookmark, type FileChild, HeadingLevel, ImageRun, InternalHyperlink, Paragraph, TextRun } from 'docx';
import type { DocumentTable } from '#app/domain/summary/document.ts';
import { startOfEnd } from '../last-page.ts';
import { pngOf } from '../png.ts';
import { printable } from '../printable.ts';
import { contentsOf, type PrintedHeading, type PrintedPart, type Run } from '../printed-parts.ts';
import { drawingSize, type TextLook } from '../text-look.ts';
import { mm, STYLES } from './styles.ts';
import { placeOfTable } from './table.ts';

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
};

/** The tables of the document, in the order of their places. */
export function tablesIn(parts: readonly PrintedPart[]): DocumentTable[] {
  return parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
}

/** The parts of the document as Word's paragraphs, with a place for each table. */
export function docxBody(parts: readonly PrintedPart[], look: TextLook): FileChild[] {
  const end = startOfEnd(parts);
  const body = parts.flatMap((part, i) => children(part, parts, i, look, i >= end || undefined));
  // Word wants a paragraph behind a table: the smallest there is.
  return parts.at(-1)?.kind === 'table'
    ? [...body, new Paragraph({ spacing: { line: 20, lineRule: 'exact', after: 0 } })]
    : body;
}

function children(
  part: PrintedPart,
  parts: readonly PrintedPart[],
  place: number,
  look: TextLook,
  keepNext?: true,
): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return [heading(part)];
    case 'contents':
      return contents(contentsOf(parts));
    case 'paragraph': {
      const spacing = { before: gapAbove(parts, place, look) };
      return [new Paragraph({ style: STYLES[part.role], children: part.runs.flatMap(runs), spacing, keepNext })];
    }
    case 'list':
      return part.items.map((item, i) => {
        const before = i === 0 ? gapAbove(parts, place, look) : undefined;
        const after = i === part.items.length - 1 ? mm(look.after) : undefined;
        return new Paragraph({
          style: STYLES.item,
          children: item.flatMap(runs),
          spacing: { before, after },
          keepNext,
        });
      });
    case 'table':
      return [placeOfTable(tablesIn(parts.slice(0, place)).length)];
    case 'drawing':
      return [drawing(part, place, look)];
  }
}

/** A table of Word has no room below it, so what follows brings it. */
function gapAbove(parts: readonly PrintedPart[], place: number, look: TextLook): number | undefined {
  return parts[place - 1]?.kind === 'table' ? mm(look.after * 1.5) : undefined;
}

/** Text with its line breaks. */
function runs({ text, bold }: Run): TextRun[] {
  return printable(text)
    .split('\n')
    .map((line, i) => new TextRun({ text: line, bold, break: i === 0 ? undefined : 1 }));
}

/** Names of bookmarks have letters, digits and underscores alone, at most 40 of them. */
const bookmarkOf = ({ id }: PrintedHeading): string => `h_${id.replace(/\W/g, '_')}`.slice(0, 40);

function heading(part: PrintedHeading): Paragraph {
  const bookmark = new Bookmark({ id: bookmarkOf(part), children: [new TextRun(printable(part.text))] });
  return new Paragraph({ heading: LEVELS[part.level], children: [bookmark] });
}

/** A list of links, ready as it is: no field that Word would want to bring up to date. */
function contents(headings: PrintedHeading[]): Paragraph[] {
  const links = headings.map((part) => {
    const text = new TextRun({ text: printable(part.text), style: 'Hyperlink' });
    return new Paragraph({
      style: part.level === 2 ? STYLES.contents2 : STYLES.contents3,
      children: [new InternalHyperlink({ anchor: bookmarkOf(part), children: [text] })],
    });
  });
  return [new Paragraph({ style: STYLES.contentsTitle, text: 'Contents' }), ...links];
}

const PIXELS_PER_MM = 96 / 25.4;

function drawing(part: PrintedPart & { kind: 'drawing' }, place: number, look: TextLook): Paragraph {
  const { width, height } = drawingSize(part.drawing, look);
  const title = printable(part.title);
  const transformation = { width: Math.round(width * PIXELS_PER_MM), height: Math.round(height * PIXELS_PER_MM) };
  const image = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(part.drawing.svg),
    transformation,
    fallback: { type: 'png', data: pngOf(part.drawing) },
    altText: { id: String(place), name: title, title, description: printable(part.drawing.alt) },
  });
  return new Paragraph({ keepNext: true, children: [image] });
}
