import type { Day } from '../domain/partial-date.ts';

/** What a cell holds: text, a number, a day that the spreadsheet knows to be one, or what no cell of ours may hold. */
export type ReadCell = string | number | boolean | { day: Day } | { formula: string } | { error: string };

/** `row` counts as a spreadsheet does, from 1. `cells` begin in column A; an empty one is `''`. Blank rows are left out. */
export interface ReadRow {
  row: number;
  cells: ReadCell[];
}

export interface ReadSheet {
  /** The name of the sheet; of a CSV file its file name without ".csv". */
  name: string;
  rows: ReadRow[];
}

/** A file that could be read, with what a person should know of how: "Read as Windows-1252, with semicolons between the cells". */
export interface ReadFile {
  /** `zip`: a folder of CSV files. */
  format: 'ods' | 'xlsx' | 'csv' | 'zip';
  sheets: ReadSheet[];
  said: string[];
}

/** The file cannot be read, or is outside the limits. The message says what is wrong and what to do, in words for the page. */
export class FileRefusedError extends Error {
  override name = 'FileRefusedError';
}
