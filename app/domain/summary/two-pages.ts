import type { Block, DocumentTable, Section } from './document.ts';

/** Letters of running text on a line, and of a table on the page's width; lines on two pages, with some to spare. */
const LETTERS = 88;
const TABLE_LETTERS = 96;
const LINES = 104;

/** The first of some drafts, from the fullest down, that takes no more than two pages as files are laid out; else the last. */
export function firstThatFits(drafts: readonly (() => Section[])[]): Section[] {
  const [fullest, ...shorter] = drafts;
  if (!fullest) return [];
  const sections = fullest();
  return shorter.length === 0 || linesOf(sections) <= LINES ? sections : firstThatFits(shorter);
}

/** How many lines sections take, roughly: headings and the space between parts counted in. */
export function linesOf(sections: readonly Section[]): number {
  return sections.reduce(
    (sum, { blocks }) => sum + 2.4 + blocks.reduce((lines, block) => lines + blockLines(block), 0),
    0,
  );
}

function blockLines(block: Block): number {
  switch (block.kind) {
    case 'subheading':
      return 2;
    case 'words':
      return textLines(block.text) + (block.by ? 1.5 : 0.5);
    case 'sentences':
      return textLines(block.sentences.map(({ text }) => text).join(' ')) + 0.8;
    case 'list':
      return block.items.reduce(
        (sum, { title, text }) => sum + textLines(`${title ?? ''}: ${text} (CODE-1)`) + 0.3,
        0.4,
      );
    case 'table':
      return tableLines(block.table);
    case 'figure':
      return LINES;
  }
}

const textLines = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 0);

/** A row is as high as its fullest cell. */
function tableLines({ columns, rows, note }: DocumentTable): number {
  const printed = columns.map((column, place) => ({ ...column, place })).filter((column) => column.printed);
  const whole = printed.reduce((sum, { width }) => sum + width, 0);
  const rowLines = (row: DocumentTable['rows'][number]): number =>
    Math.max(
      ...printed.map(({ width, place }) => {
        const cell = row[place] ?? '';
        const text = typeof cell === 'object' ? cell.text : String(cell);
        return Math.ceil(text.length / ((width / whole) * TABLE_LETTERS));
      }),
    );
  return rows.reduce((sum, row) => sum + rowLines(row) * 0.8 + 0.5, 3.5 + (note ? 1.2 : 0));
}

/** Text cut at a word after so many letters, with "…" where something was cut. */
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  return `${text.slice(0, letters).replace(/\s+\S*$/, '')} …`;
}
