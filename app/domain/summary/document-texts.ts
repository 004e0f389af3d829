import type { Block, DocumentFigure, DocumentTable, Section, SummaryDocument } from './document.ts';

/** A text of a document, with the place that it is held against in another version. */
export interface PlacedText {
  /** The same for texts that stand in the same place of two versions. */
  place: string;
  /** The heading of its section. */
  where: string;
  /** What it is: "DAT-1: Digital hubs, Achieved". */
  what: string;
  text: string;
}

/** Every text of a document but the cells of its tables, in its order. */
export function textsOf({ sections }: SummaryDocument): PlacedText[] {
  return sections.flatMap((section) => textsOfSection(section));
}

function textsOfSection({ id, heading, blocks }: Section): PlacedText[] {
  const texts: PlacedText[] = [{ place: id, where: heading, what: 'Heading', text: heading }];
  /** The headings that stand above what is read now. */
  let above: { level: number; id: string; text: string }[] = [];
  for (const block of blocks) {
    const nearest = above.at(-1);
    if (block.kind === 'subheading') {
      above = [...above.filter(({ level }) => level < block.level), block];
      texts.push({ place: `${id} ${block.id}`, where: heading, what: 'Heading', text: block.text });
      continue;
    }
    for (const { place, what, text } of textsOfBlock(block)) {
      const full = nearest ? `${nearest.text}${what === '' ? '' : `, ${what}`}` : what === '' ? 'Text' : what;
      texts.push({ place: `${id} ${nearest?.id ?? ''} ${place}`, where: heading, what: full, text });
    }
  }
  return texts;
}

type BlockText = Omit<PlacedText, 'where'>;

function textsOfBlock(block: Exclude<Block, { kind: 'subheading' }>): BlockText[] {
  switch (block.kind) {
    case 'sentences':
      return block.sentences.map(({ text }) => ({ place: 'sentences', what: '', text }));
    case 'words':
      return [{ place: `words ${block.label ?? ''}`, what: block.label ?? '', text: block.text }];
    case 'list':
      return block.items.map(({ title, text }) => ({ place: `list ${title ?? ''}`, what: title ?? '', text }));
    case 'table':
      return textsOfTable(block.table);
    case 'figure':
      return textsOfFigure(block.figure);
  }
}

function textsOfTable({ id, title, note, rows, emptyWords }: DocumentTable): BlockText[] {
  return [
    { place: `table ${id}`, what: 'Title of the table', text: title },
    ...(note === null ? [] : [{ place: `table ${id} note`, what: `Note to “${title}”`, text: note }]),
    ...(rows.length > 0 ? [] : [{ place: `table ${id} empty`, what: title, text: emptyWords }]),
  ];
}

function textsOfFigure({ id, number, title, subtitle, note, leftOut, table }: DocumentFigure): BlockText[] {
  const text = (place: string, what: string, words: string | null): BlockText[] =>
    words === null ? [] : [{ place: `figure ${id} ${place}`, what: `Figure ${number}${what}`, text: words }];
  return [
    ...text('title', '', title),
    ...text('subtitle', ', what it measures', subtitle),
    ...text('note', ', note', note),
    ...text('left out', ', left out', leftOut),
    ...textsOfTable(table).slice(1),
  ];
}
