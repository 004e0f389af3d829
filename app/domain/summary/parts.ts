import type { FigureRows } from '../figures.ts';
import { formatPartialDate } from '../partial-date.ts';
import type {
  Block,
  DocumentCell,
  DocumentColumn,
  DocumentTable,
  ListItem,
  Reference,
  Section,
  Sentence,
} from './document.ts';

/** A column; text that is printed, of middling width, unless said otherwise. */
export function column(label: string, width: number, changes: Partial<DocumentColumn> = {}): DocumentColumn {
  return { label, kind: 'text', width, printed: true, empty: null, ...changes };
}

/** A column for spreadsheets alone. */
export const unprinted = (label: string, width: number, changes: Partial<DocumentColumn> = {}): DocumentColumn =>
  column(label, width, { printed: false, ...changes });

/** The shorthand of a row: spreadsheets alone have it. */
export const MARKS: DocumentColumn = column('Shorthand', 10, { kind: 'marks', printed: false });

/** A table that is printed and has a sheet of its own, named by its first column, unless said otherwise. */
export function table(
  id: string,
  title: string,
  columns: DocumentColumn[],
  rows: DocumentCell[][],
  changes: Partial<DocumentTable> = {},
): DocumentTable {
  return {
    ...{ id, title, note: null, columns, rows, keyColumn: 0, sheet: title, printed: true },
    ...{ emptyWords: 'There is nothing to list.', ...changes },
  };
}

/** The rows of a figure as a table of the document: the first column names the row. */
export function figureTable(
  id: string,
  title: string,
  { columns, rows }: FigureRows,
  changes: Partial<DocumentTable> = {},
): DocumentTable {
  const cellOf = (row: FigureRows['rows'][number], key: string): DocumentCell =>
    row[key] === '' ? null : (row[key] ?? null);
  const emptyOf = (key: string): DocumentColumn['empty'] =>
    rows.some((row) => cellOf(row, key) === null) ? { word: 'Does not apply', shorthand: 'z' } : null;
  return table(
    id,
    title,
    columns.map(({ key, label, numeric }) =>
      column(label, widthOf(key), { kind: numeric ? 'number' : 'text', empty: emptyOf(key) }),
    ),
    rows.map((row) => columns.map(({ key }) => cellOf(row, key))),
    { printed: false, ...changes },
  );
}

/** What names a row needs room for words, a code has little. */
const WIDTHS: Record<string, number> = {
  code: 10,
  recommendation: 40,
  milestone: 40,
  theme: 30,
  quarter: 26,
  period: 20,
};
const widthOf = (key: string): number => WIDTHS[key] ?? 13;

/** A reference to a milestone by its code and title. */
export const milestoneReference = ({ code, title }: { code: string; title: string }): Reference => ({
  to: 'milestone',
  code,
  title,
});

/** The same for a recommendation. */
export const recommendationReference = ({ code, title }: { code: string; title: string }): Reference => ({
  to: 'recommendation',
  code,
  title,
});

/** Text that a page links. */
export const linked = (text: string, reference: Reference): DocumentCell => ({ text, reference });

/** From this many on, what a sentence counts is in the annex, and the sentence names nothing. */
const MOST_REFERENCES = 200;

/** A sentence with what it was made from. */
export function sentence(text: string, references: readonly Reference[] = []): Sentence {
  return { text, references: references.length > MOST_REFERENCES ? [] : [...references] };
}

/** A paragraph of sentences. */
export const paragraph = (sentences: Sentence[]): Block => ({ kind: 'sentences', sentences });
/** A paragraph of one sentence that was made from nothing but counts. */
export const said = (text: string): Block => paragraph([sentence(text)]);

/** An item of a list. */
export const item = (title: string | null, text: string, references: Reference[] = []): ListItem => ({
  title,
  text,
  references,
});

/** A section; null when it has nothing in it. */
export function section(id: string, heading: string, blocks: Block[]): Section[] {
  return blocks.length > 0 ? [{ id, heading, blocks }] : [];
}

/** "No date" or the date, as running text prints it. */
export const dateOr = (date: string | null, none: string): string => (date === null ? none : formatPartialDate(date));
