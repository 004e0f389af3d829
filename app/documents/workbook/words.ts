import type {
  Block,
  DocumentCell,
  DocumentColumn,
  DocumentTable,
  Reference,
  SummaryDocument,
} from '#app/domain/summary/document.ts';
import { figureWords } from '../printed.ts';

const column = (label: string, width: number, empty: string | null = null): DocumentColumn => ({
  label,
  kind: 'text',
  width,
  printed: true,
  empty: empty === null ? null : { word: empty, shorthand: 'z' },
});

/** Everything that the summary says in words, in its order: one row a sentence, item or passage. */
export function wordsTable({ sections }: SummaryDocument): DocumentTable {
  return {
    id: 'in-words',
    title: 'What the summary says in words',
    note: 'One row for each sentence, item of a list or passage, in the order of the summary.',
    columns: [
      column('Section', 20),
      column('About', 44, 'the section as a whole'),
      column('Words', 60),
      column('References', 36, 'no single item of the record'),
    ],
    rows: sections.flatMap(({ heading, blocks }) =>
      blocks.flatMap((block, place) => wordRows(block, heading, subheadingsOf(blocks, place))),
    ),
    keyColumn: 2,
    sheet: 'In words',
    printed: false,
    emptyWords: '',
  };
}

/** Where a block stands, as a sentence: "In the summary: By theme, Data and digital." */
export function headingPath(heading: string, blocks: readonly Block[], place: number): string {
  return `In the summary: ${[heading, ...subheadingsOf(blocks, place)].join(', ')}`;
}

/** The subheadings that stand above a block: level 3, then level 4. */
function subheadingsOf(blocks: readonly Block[], place: number): string[] {
  const above: { level: number; text: string }[] = [];
  for (const block of blocks.slice(0, place)) {
    if (block.kind !== 'subheading') continue;
    while ((above.at(-1)?.level ?? 0) >= block.level) above.pop();
    above.push(block);
  }
  return above.map(({ text }) => text);
}

function wordRows(block: Block, section: string, above: readonly string[]): DocumentCell[][] {
  const row = (title: string | null, text: string, references: readonly Reference[] = []): DocumentCell[] => [
    section,
    [...above, ...(title === null ? [] : [title])].join(': '),
    text,
    [...new Set(references.map(({ code }) => code))].join(', '),
  ];
  switch (block.kind) {
    case 'sentences':
      return block.sentences.map(({ text, references }) => row(null, text, references));
    case 'words':
      return [row(block.label, block.by === null ? block.text : `${block.text}\n${block.by}`)];
    case 'list':
      return block.items.map(({ title, text, references }) => row(title, text, references));
    case 'table':
      return unsheeted(block.table).map((words) => row(block.table.title, words));
    case 'figure': {
      const { caption, measure, notes } = figureWords(block.figure);
      return block.figure.table.sheet === null ? [row(caption, [measure, ...notes].join('\n'))] : [];
    }
    case 'subheading':
      return [];
  }
}

/** What is said of a table that has no sheet, because its rows are on another. */
function unsheeted({ sheet, note, rows, emptyWords }: DocumentTable): string[] {
  if (sheet !== null) return [];
  return [...(note === null ? [] : [note]), ...(rows.length === 0 ? [emptyWords] : [])];
}
