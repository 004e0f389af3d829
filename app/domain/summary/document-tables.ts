import type { Block, DocumentTable, SummaryDocument } from './document.ts';

/** Every table of a document, those of its figures too, in its order. */
export function tablesOf({ sections }: SummaryDocument): DocumentTable[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => tableOf(block) ?? []));
}

/** The same document with each of its tables, those of its figures too, as `change` hands it back. */
export function withTables(
  document: SummaryDocument,
  change: (table: DocumentTable) => DocumentTable,
): SummaryDocument {
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => withTable(block, change)),
  }));
  return { ...document, sections };
}

function tableOf(block: Block): DocumentTable | null {
  if (block.kind === 'table') return block.table;
  return block.kind === 'figure' ? block.figure.table : null;
}

/** The block with its table, if it has one, as `change` hands it back. */
export function withTable(block: Block, change: (table: DocumentTable) => DocumentTable): Block {
  if (block.kind === 'table') return { ...block, table: change(block.table) };
  if (block.kind === 'figure') return { ...block, figure: { ...block.figure, table: change(block.figure.table) } };
  return block;
}
