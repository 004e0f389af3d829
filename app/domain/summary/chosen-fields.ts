import type { PublishableField } from '#db/tables/quarter-version.ts';
import type { Block, DocumentTable, Section, SummaryDocument } from './document.ts';
import { withTable } from './document-tables.ts';

/**
 * What is published of a document when these fields are chosen. Blocks and columns of other fields go, and with them
 * tables that would only name their rows, headings with nothing below them, and sections with nothing in them.
 */
export function chosenFields(document: SummaryDocument, fields: readonly PublishableField[]): SummaryDocument {
  const isChosen = ({ field }: { field?: PublishableField }): boolean => field === undefined || fields.includes(field);
  const sections = document.sections.flatMap((section): Section[] => {
    const chosen = section.blocks
      .filter(isChosen)
      .filter((block) => !loses(block, isChosen))
      .map((block) => withTable(block, (table) => withColumns(table, isChosen)));
    const blocks = withoutEmptyHeadings(chosen);
    return blocks.length > 0 ? [{ ...section, blocks }] : [];
  });
  return { ...document, sections };
}

type IsChosen = (of: { field?: PublishableField }) => boolean;

/** True for a block whose table is made of such columns and keeps none of them: it would only say what it was about. */
function loses(block: Block, isChosen: IsChosen): boolean {
  const table = block.kind === 'table' ? block.table : block.kind === 'figure' ? block.figure.table : null;
  const chosen = table?.columns.filter(({ field }) => field !== undefined) ?? [];
  if (!table || chosen.length === 0 || chosen.some(isChosen)) return false;
  return chosen.length > table.columns.length / 2;
}

function withColumns(table: DocumentTable, isChosen: IsChosen): DocumentTable {
  const places = table.columns.flatMap((column, place) =>
    isChosen(column) || place === table.keyColumn ? [place] : [],
  );
  if (places.length === table.columns.length) return table;
  return {
    ...table,
    columns: table.columns.filter((_, place) => places.includes(place)),
    rows: table.rows.map((row) => row.filter((_, place) => places.includes(place))),
    keyColumn: places.indexOf(table.keyColumn),
  };
}

/** Leaves out each heading that is followed by none of its own: by the end, or a heading of its level or above. */
function withoutEmptyHeadings(blocks: Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks.toReversed()) {
    const next = kept[0];
    const isEmpty =
      next === undefined || (next.kind === 'subheading' && block.kind === 'subheading' && next.level <= block.level);
    if (block.kind !== 'subheading' || !isEmpty) kept.unshift(block);
  }
  return kept;
}
