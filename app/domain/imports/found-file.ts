import type { Fault } from '../fault.ts';
import type { FileRow, StrategyFile } from '../strategy/strategy-files.ts';

/** A table as it was found in a sheet, its cells as text under the names of the columns that are known. */
export interface FoundTable {
  sheet: string;
  rows: FileRow[];
  /** Known columns that it lacks. */
  missing: string[];
  /** Columns that mean nothing here. */
  unknown: string[];
  /** What is wrong with its cells as such: formulas, errors, a column twice. */
  faults: Fault[];
}

/** What a table is: one of the files of a strategy, a return, or what a workbook says of itself. */
export type TableKind = StrategyFile | 'return' | 'about';

/** What was found in a file that somebody sent. */
export interface FoundFile {
  tables: (FoundTable & { what: TableKind })[];
  /** How it was read, and what was passed over, in sentences. */
  said: string[];
  /** Why it cannot be read, in words for the page; null when it could be. */
  refused: string | null;
}
