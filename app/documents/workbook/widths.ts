import type { Sheet } from '../workbook.ts';

/** The widest that a column of a table gets, in characters. */
export const WIDEST = 60;
/** Width of the one column of a sheet that has no table. */
const LINES_WIDTH = 90;

/** How wide columns are together, in characters. */
export function widthOf(columns: readonly { width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** How wide the columns of a sheet are. */
export function columnWidths({ table }: Sheet): number[] {
  return table ? table.columns.map(({ width }) => width) : [LINES_WIDTH];
}

/** True for a sentence above a table that would run out of its sheet: it is wrapped in column A, others are not. */
export function isWrapped(line: string, { table }: Sheet): boolean {
  return table === null || line.length > widthOf(table.columns);
}
