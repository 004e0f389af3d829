/** What the checklist asks about a spreadsheet, read from its own parts, whichever format it is. */
export interface BookFacts {
  properties: { title: string; subject: string; creator: string; language: string };
  /** Name of the sheet in front. */
  front: string;
  macros: boolean;
  images: boolean;
  headersOrFooters: boolean;
  sheets: SheetFacts[];
}

export interface SheetFacts {
  name: string;
  hidden: boolean;
  /** Where the cursor is: "A1". */
  cursor: string;
  hiddenRowsOrColumns: boolean;
  merged: boolean;
  filters: boolean;
  frozen: boolean;
  /** Comments, shapes, text boxes. */
  floating: boolean;
  /** Cells that hold something, by row from 1 and column from 1. */
  cells: CellFacts[];
  tables: TableFacts[];
}

export interface CellFacts {
  row: number;
  column: number;
  text: string;
  isNumber: boolean;
  isFormula: boolean;
  wrapped: boolean;
  filled: boolean;
  superscript: boolean;
  isLink: boolean;
}

/** The rows and columns of a table, its header first. */
export interface TableFacts {
  name: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** How many rows are marked as its header. */
  headerRows: number;
}

/** Column and row of "AB12", from 1. */
export function placeOf(address: string): { column: number; row: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}
