import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { contentsOf, type PrintedPart, printedParts } from '../printed-parts.ts';
import { contentsGroup } from './contents.ts';
import { drawingGroup } from './drawing.ts';
import { type Letters, MISSING_WORDS } from './letters.ts';
import { type Look, type TextLook, textHeight, textWidth } from './look.ts';
import type { Outline } from './outline.ts';
import type { Pen } from './pen.ts';
import { tableGroup } from './table.ts';
import { Tag } from './tags.ts';
import { type Drawn, type Group, insetGroup, joined, listGroup, type Place, textGroup } from './text.ts';

/** What the pieces of a document are made with. */
export interface Desk {
  pen: Pen;
  letters: Letters;
  look: Look;
  outline: Outline;
  /** On which page a heading is, from 0; known when the pieces are in their places. */
  pageOf: (id: string) => number;
}

/** A part among the others. */
interface Spot extends Desk {
  root: Tag;
  place: Place;
  parts: readonly PrintedPart[];
  i: number;
}

const CONTENTS = 'Contents';
const MARKING: TextLook = { size: 11, line: 15, before: 0, after: 8, bold: true };

/** The document as pieces in the order in which they are read, not yet on pages. */
export function piecesOf(document: SummaryDocument, desk: Desk): Drawn[] {
  const { pen, letters, look } = desk;
  const root = new Tag(pen.paper, 'Document', null);
  const place = { x: look.margin.side, width: textWidth(look) };
  const parts = printedParts(document);
  const groups = parts.map((_, i) => groupOf({ ...desk, root, place, parts, i }));
  const said = (text: string, style: TextLook): Group =>
    textGroup(pen, new Tag(pen.paper, 'P', root), [{ text }], style, place);
  if (document.marking !== null) groups.unshift(said(document.marking, MARKING));
  if (letters.replaced()) groups.push(said(MISSING_WORDS, { ...look.text.note, before: 16 }));
  return joined(groups);
}

function groupOf(spot: Spot): Group {
  const { pen, root, look, place, parts, i } = spot;
  const part = parts[i] as PrintedPart;
  switch (part.kind) {
    case 'heading':
      return headingGroup(spot, part.level, part.text, look.headings[part.level], part.id);
    case 'contents':
      return contents(spot);
    case 'paragraph':
      return paragraphGroup(spot, part);
    case 'list':
      return listGroup(pen, root, part.items, look.item, place);
    case 'table':
      return tableGroup(pen, root, part.table, look, place, textHeight(look));
    case 'drawing': {
      const highest = Math.min(look.highest, textHeight(look) - wordsAround(spot));
      return kept(drawingGroup(pen, root, part.drawing, place, highest, spot.letters), staysWithNext(spot));
    }
  }
}

/** A heading in the tags, the outline and, with an id, for links. Below level 4 it is a paragraph in bold. */
function headingGroup(spot: Spot, level: number, text: string, style: TextLook, id?: string): Group {
  const { pen, root, outline, place, parts, i } = spot;
  const tag = new Tag(pen.paper, level <= 4 ? `H${level}` : 'P', root);
  const group = textGroup(pen, tag, [{ text }], style, place, true);
  const [first] = group.pieces;
  if (!first) return group;
  first.newPage = id !== undefined && parts[i - 1]?.kind === 'contents';
  first.id = id;
  if (level <= 4) first.before = (y) => outline.mark({ level, text, id }, y);
  return group;
}

function contents(spot: Spot): Group {
  const { pen, root, look, place, parts } = spot;
  const heading = headingGroup(spot, 2, CONTENTS, look.headings[2]);
  const entries = contentsGroup(pen, root, contentsOf(parts), look, place, spot.pageOf);
  return { before: heading.before, after: entries.after, pieces: joined([heading, entries]) };
}

function paragraphGroup(spot: Spot, { role, runs }: Extract<PrintedPart, { kind: 'paragraph' }>): Group {
  const { pen, root, look, place } = spot;
  if (role === 'caption') {
    const text = runs.map((run) => run.text).join('');
    return headingGroup(spot, levelAbove(spot) + 1, text, look.text.caption);
  }
  const tag = new Tag(pen.paper, 'P', root);
  if (role === 'body' && isFront(spot)) return insetGroup(pen, tag, runs, look.text.body, place);
  const group = textGroup(pen, tag, runs, look.text[role], place, staysWithNext(spot));
  // What stands below a figure is on its page to the last line.
  if (role === 'note') for (const piece of group.pieces.slice(0, -1)) piece.keep = true;
  return group;
}

/** Level of the heading that the part is under. */
function levelAbove({ parts, i }: Spot): number {
  const above = parts.slice(0, i).findLast((part) => part.kind === 'heading');
  return above?.kind === 'heading' ? above.level : 1;
}

/** Between the title and the first section. */
const isFront = (spot: Spot): boolean => levelAbove(spot) === 1;

/** True for what must be on the page of the part after it. */
function staysWithNext({ parts, i }: Spot): boolean {
  const [part, next] = [parts[i], parts[i + 1]];
  const nextRole = next?.kind === 'paragraph' ? next.role : null;
  if (part?.kind === 'drawing') return nextRole === 'note';
  if (part?.kind !== 'paragraph') return false;
  return { lead: true, caption: true, subtitle: true, note: nextRole === 'note', body: nextRole === 'by', by: false }[
    part.role
  ];
}

function kept(group: Group, keep: boolean): Group {
  return { ...group, pieces: group.pieces.map((piece) => ({ ...piece, keep })) };
}

/** How high the words are that must be on the page of a drawing: from its headings to its source. */
function wordsAround(spot: Spot): number {
  const { parts, i } = spot;
  let [from, to] = [i, i];
  while (leads(parts[from - 1])) from -= 1;
  while (isNote(parts[to + 1])) to += 1;
  const places = Array.from({ length: to - from + 1 }, (_, step) => from + step).filter((at) => at !== i);
  const pieces = joined(places.map((at) => groupOf({ ...spot, i: at })));
  return pieces.reduce((sum, { gap, height }) => sum + gap + height, 16);
}

const leads = (part: PrintedPart | undefined): boolean =>
  part?.kind === 'heading' || (part?.kind === 'paragraph' && (part.role === 'caption' || part.role === 'lead'));

const isNote = (part: PrintedPart | undefined): boolean => part?.kind === 'paragraph' && part.role === 'note';
