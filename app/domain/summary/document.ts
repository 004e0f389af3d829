import type { Audience, PublishableField } from '#db/tables/quarter-version.ts';
import type { Day } from '../partial-date.ts';
import type { Quarter } from '../quarter.ts';

/**
 * The quarterly summary as one document, from which every page and file of it is made. Everything printed is in it:
 * labels, owners, definitions, rows and drawings of figures, sources, version. It is plain data, so that it can be
 * frozen; nothing that makes a page or file of it asks the record again.
 */
export interface SummaryDocument {
  schemaVersion: 2;
  strategy: { code: string; name: string };
  quarter: Quarter;
  /** "July to September 2026". */
  label: string;
  audience: Audience;
  standing: Standing;
  /** What a reader must know first, in sentences: "Draft: …", "Put together later from published sources; …". */
  standingWords: string;
  /** Of a closed quarter; null of a live one. */
  version: DocumentVersion | null;
  /** Security marking; null in a publication. */
  marking: string | null;
  /** What a demonstration says of itself; null of a real record. */
  demonstration: string | null;
  /** The day that it shows. */
  asAt: Day;
  /** The day that files carry as their own: `asAt` of a live document, else the day on which the version was made. */
  dated: Day;
  /** "Life Sciences Industrial Strategy: delivery in July to September 2026". The one heading of level 1. */
  title: string;
  /** Who made the strategy and whose the summary is, in a line. */
  subtitle: string;
  sections: Section[];
  /** Id of the table that the CSV file holds. */
  mainTable: string;
}

/** How final a document is. `so far` is what is published of a quarter whose summary is not. */
export const STANDINGS = ['draft', 'so far', 'reconstructed', 'closed', 'corrected'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The version of a closed quarter that a document is. */
export interface DocumentVersion {
  number: number;
  madeOn: Day;
  /** Why it was corrected; null for the first. */
  reason: string | null;
  /** What differs from the version before; empty for the first. */
  corrections: Correction[];
}

/** One thing that a correction changed. */
export interface Correction {
  /** Where: the title of a table or the heading of a section. */
  where: string;
  /** What: "DAT-1.3, Latest date". */
  what: string;
  /** As first published; null where it was not there. */
  before: string | null;
  /** As corrected; null where it is no longer there. */
  after: string | null;
}

/** A part of the document under a heading of level 2. */
export interface Section {
  /** Letters, digits and hyphens; unique in the document. */
  id: string;
  heading: string;
  blocks: Block[];
}

/** Blocks with a `field` are published only when the reviewer chose that field. */
export type Block = { field?: PublishableField } & (
  | SubheadingBlock
  | SentencesBlock
  | WordsBlock
  | ListBlock
  | TableBlock
  | FigureBlock
);

/** A heading inside a section: level 3, or 4 below one of level 3. */
export interface SubheadingBlock {
  kind: 'subheading';
  id: string;
  level: 3 | 4;
  text: string;
}

/** A paragraph of sentences that the program made, each with what it was made from. */
export interface SentencesBlock {
  kind: 'sentences';
  sentences: Sentence[];
}

export interface Sentence {
  text: string;
  /** What the sentence counts or compares; a page links to each. */
  references: Reference[];
}

/** Words that a person wrote, as they wrote them; line breaks are kept. `label` goes before them: "Achieved". */
export interface WordsBlock {
  kind: 'words';
  label: string | null;
  text: string;
  /** Who wrote it and when, in words; null where the section says so. */
  by: string | null;
}

export interface ListBlock {
  kind: 'list';
  items: ListItem[];
}

export interface ListItem {
  /** What it is about, in bold; null for a plain item. */
  title: string | null;
  text: string;
  references: Reference[];
}

export interface TableBlock {
  kind: 'table';
  table: DocumentTable;
}

export interface FigureBlock {
  kind: 'figure';
  figure: DocumentFigure;
}

/** Something in the record that a statement is about. In files its code is printed; a page links to it. */
export interface Reference {
  to: 'theme' | 'recommendation' | 'milestone' | 'indicator' | 'partnership' | 'organisation' | 'source' | 'return';
  code: string;
  title: string;
}

/** A table with one header row. Printed and on screen it is under a heading of its own or its section's. */
export interface DocumentTable {
  /** Letters, digits and hyphens; unique in the document. */
  id: string;
  title: string;
  /** What it holds and what is left out, in sentences; null when the title says all. */
  note: string | null;
  columns: DocumentColumn[];
  rows: DocumentCell[][];
  /** Place of the column whose text names a row: unique in the table. */
  keyColumn: number;
  /** Name of its sheet, at most 31 letters; null where a sheet would repeat another. */
  sheet: string | null;
  /** False where only spreadsheets hold it: it is too wide to print. */
  printed: boolean;
  /** What is said in its place when it has no rows. */
  emptyWords: string;
}

export interface DocumentColumn {
  label: string;
  /** `date`: partial ISO text. `marks`: names of shorthand, such as "f r", for spreadsheets alone. */
  kind: 'text' | 'number' | 'date' | 'marks';
  /** How many characters wide it wants to be, from 6 to 60. */
  width: number;
  /** False for columns that only spreadsheets have room for. */
  printed: boolean;
  /** What an empty cell means, as it is printed, and its shorthand in spreadsheets; null where none is empty. */
  empty: { word: string; shorthand: Shorthand } | null;
  /** The column is published only when the reviewer chose that field. */
  field?: PublishableField;
}

/** Text, a number, partial ISO text in a column of dates, or null for an empty cell. With a reference a page links it. */
export type DocumentCell = string | number | null | { text: string; reference: Reference };

/** Shorthand of the Analysis Function that spreadsheets use, without its brackets. */
export const SHORTHANDS = ['x', 'z', 'f', 'r', 'p', 'b', 'e'] as const;
export type Shorthand = (typeof SHORTHANDS)[number];

/** A figure: its message as its title, measure, drawing and rows. The first column of its table names the row. */
export interface DocumentFigure {
  /** Letters, digits and hyphens; unique in the document. */
  id: string;
  /** Its number on the site: "Figure 1". */
  number: number;
  title: string;
  /** Measure, place and period. */
  subtitle: string;
  /** What is to be known to read it; null when nothing is. */
  note: string | null;
  /** What the drawing leaves out, as a sentence; null when nothing is left out. */
  leftOut: string | null;
  source: string;
  /** Null where the table is the figure, or there is nothing to draw. */
  drawing: Drawing | null;
  table: DocumentTable;
}

/** A drawing as it is on screen and in files. */
export interface Drawing {
  /** What it shows, in words: the alternative text. */
  alt: string;
  /** HTML for places of 720 px and more, and for narrower ones: safe markup that the program made. */
  wide: string;
  narrow: string;
  /** One `<svg>` that stands alone, for files: pixels at 720 px wide. */
  svg: string;
  width: number;
  height: number;
}
