import { formatPartialDate } from '#app/domain/partial-date.ts';
import { AUDIENCE_WORDS } from '#app/domain/summary/audience-words.ts';
import { cellWords, columnsShown, cutAtCodes } from '#app/domain/summary/cell-words.ts';
import { correctionHeadings, NOT_THERE } from '#app/domain/summary/correction-words.ts';
import type {
  Block,
  DocumentColumn,
  DocumentFigure,
  DocumentTable,
  DocumentVersion,
  Reference,
  SummaryDocument,
} from '#app/domain/summary/document.ts';
import { printable } from './printable.ts';

/** How documents for reading (Word, OpenDocument text, PDF) print what the summary holds. Pure words, no format. */

const MOST_CODES = 6;

/** The rows as they are printed, cells in the order of `columnsShown`. */
export function printedRows(table: DocumentTable): string[][] {
  const columns = columnsShown(table);
  return table.rows.map((row) => columns.map(({ column, place }) => cellWords(row[place] ?? null, column)));
}

/** The text with the codes that it does not hold, before its full stop: "1 date moved (DAT-1.3).", if they are six or fewer. */
export function withReferences(text: string, references: readonly Reference[]): string {
  const codes = [...new Set(references.map(({ code }) => code))].filter(
    (code) => cutAtCodes(text, [code]).length === 1,
  );
  if (codes.length === 0) return text;
  const named = codes.join(', ');
  if (text.endsWith(':')) return `${text} ${named}.`;
  // What a count of many is made of is in the tables.
  if (codes.length > MOST_CODES) return text;
  const [, words, stop] = /^([\s\S]*?)([.!?]?)$/.exec(text) ?? ['', text, ''];
  return `${words} (${named})${stop}`;
}

/** What stands between the title and the first section: whose it is, how final, of which version and what was corrected. */
export function frontMatter(document: SummaryDocument): Block[] {
  const { subtitle, standingWords, demonstration, version } = document;
  const words = [subtitle, standingWords, demonstration, version && versionWords(version)];
  const blocks: Block[] = words
    .filter((text) => text !== null && text !== '')
    .map((text) => ({ kind: 'words', label: null, text: text ?? '', by: null }));
  return version && version.corrections.length > 0
    ? [...blocks, { kind: 'table', table: correctionsTable(version) }]
    : blocks;
}

function versionWords({ number, madeOn, reason }: DocumentVersion): string {
  const made = `Version ${number}, made on ${formatPartialDate(madeOn)}.`;
  return reason === null ? made : `${made} Why it was corrected: ${reason}`;
}

const wide = (label: string, width: number, word: string | null = null): DocumentColumn => ({
  label,
  kind: 'text',
  width,
  printed: true,
  empty: word === null ? null : { word, shorthand: 'z' },
});

/** What a correction changed, as it was and as corrected side by side. */
export function correctionsTable({ number, corrections }: DocumentVersion): DocumentTable {
  const [where, what, before, after] = correctionHeadings(number);
  return {
    id: 'corrections',
    title: 'What was corrected',
    note: null,
    columns: [wide(where, 24), wide(what, 24), wide(before, 30, NOT_THERE.before), wide(after, 30, NOT_THERE.after)],
    rows: corrections.map(({ where, what, before, after }) => [where, what, before, after]),
    keyColumn: 1,
    sheet: null,
    printed: true,
    emptyWords: '',
  };
}

/** The words around a figure's drawing: its caption, its measure, and after it what is to be known and its source. */
export function figureWords(figure: DocumentFigure): { caption: string; measure: string; notes: string[] } {
  const notes = [figure.note, figure.leftOut, `Source: ${figure.source}`].filter((text) => text !== null);
  return { caption: `Figure ${figure.number}: ${figure.title}`, measure: figure.subtitle, notes };
}

/** A short title for the foot of pages: "Life Sciences Industrial Strategy, July to September 2026". */
export function shortTitle({ strategy, label }: SummaryDocument): string {
  return printable(`${strategy.name}, ${label}`);
}

/** What a file says of itself in its properties. */
export function properties(document: SummaryDocument): { title: string; subject: string; creator: string } {
  return {
    title: printable(document.title),
    subject: `${AUDIENCE_WORDS[document.audience].summary}, ${document.label}`,
    creator: printable(`Strategy office, ${document.strategy.name}`),
  };
}
