import type { Block, DocumentFigure, DocumentTable, Drawing, SummaryDocument } from '#app/domain/summary/document.ts';
import { figureWords, frontMatter, withReferences } from './printed.ts';

/** Words in one weight; `\n` in them is a line break. */
export interface Run {
  text: string;
  bold?: boolean;
}

/**
 * What a paragraph is for. `caption` and `lead` stay on the page of what follows them; `note` is what stands below a
 * figure, `by` below a person's words.
 */
export type ParagraphRole = 'subtitle' | 'body' | 'caption' | 'lead' | 'note' | 'by';

/** The document as the few things that text is made of, in the order in which they are read. */
export type PrintedPart =
  | { kind: 'heading'; id: string; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'contents' }
  | { kind: 'paragraph'; role: ParagraphRole; runs: Run[] }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'drawing'; title: string; drawing: Drawing };

/** A heading of the document: 2 for a section, 3 and 4 below it. */
export type PrintedHeading = Extract<PrintedPart, { kind: 'heading' }>;

/** Everything that is printed of the document, from its title on. */
export function printedParts(document: SummaryDocument): PrintedPart[] {
  const [subtitle, ...front] = frontMatter(document).flatMap(partsOf);
  return [
    { kind: 'heading', id: 'title', level: 1, text: document.title },
    ...(subtitle?.kind === 'paragraph' ? [{ ...subtitle, role: 'subtitle' as const }] : []),
    ...front,
    ...(document.audience === 'ministers' ? [] : [{ kind: 'contents' as const }]),
    ...document.sections.flatMap(({ id, heading, blocks }) =>
      withoutRepeats([{ kind: 'heading', id, level: 2, text: heading }, ...blocks.flatMap(partsOf)]),
    ),
  ];
}

/** The headings that a list of contents names: sections, and the themes or other parts in them. */
export function contentsOf(parts: readonly PrintedPart[]): PrintedHeading[] {
  return parts.filter((part) => part.kind === 'heading').filter(({ level }) => level === 2 || level === 3);
}

const paragraph = (role: ParagraphRole, ...runs: Run[]): PrintedPart => ({ kind: 'paragraph', role, runs });

function partsOf(block: Block): PrintedPart[] {
  switch (block.kind) {
    case 'subheading':
      return [{ kind: 'heading', id: block.id, level: block.level, text: block.text }];
    case 'sentences':
      return [paragraph('body', { text: block.sentences.map((s) => withReferences(s.text, s.references)).join(' ') })];
    case 'words': {
      const label = block.label === null ? [] : [{ text: `${block.label}: `, bold: true }];
      const by = block.by === null ? [] : [paragraph('by', { text: block.by })];
      return [paragraph('body', ...label, { text: block.text }), ...by];
    }
    case 'list': {
      const items = block.items.map(({ title, text, references }) => [
        ...(title === null ? [] : [{ text: /[.!?:]$/.test(title) ? `${title} ` : `${title}: `, bold: true }]),
        { text: withReferences(text, references) },
      ]);
      return items.length > 0 ? [{ kind: 'list', items }] : [];
    }
    case 'table':
      return tableParts(block.table);
    case 'figure':
      return figureParts(block.figure);
  }
}

function tableParts(table: DocumentTable): PrintedPart[] {
  if (!table.printed) return [];
  const caption = paragraph('caption', { text: table.title });
  const lead = table.note === null ? [] : [paragraph('lead', { text: table.note })];
  if (table.rows.length === 0) return [caption, ...lead, paragraph('body', { text: table.emptyWords })];
  return [caption, ...lead, { kind: 'table', table }];
}

function figureParts(figure: DocumentFigure): PrintedPart[] {
  const { caption, measure, notes } = figureWords(figure);
  const { drawing } = figure;
  const [head, ...rows] = tableParts(figure.table);
  const top = [paragraph('caption', { text: caption }), paragraph('lead', { text: measure })];
  const note = paragraph('note', { text: notes.join(' ') });
  // Where the table is the figure it stands under the figure's own title.
  if (!drawing) return [...top, ...rows, note];
  return [...top, { kind: 'drawing', title: caption, drawing }, note, ...(head ? [head, ...rows] : [])];
}

/** Without the caption of a table whose heading, right above, says the same. */
function withoutRepeats(parts: PrintedPart[]): PrintedPart[] {
  return parts.filter((part, i) => {
    const above = parts[i - 1];
    const repeats = part.kind === 'paragraph' && part.role === 'caption' && above?.kind === 'heading';
    return !(repeats && above.text === part.runs[0]?.text);
  });
}
