import { groupBy } from '../group-by.ts';
import { cellWords } from './cell-words.ts';
import type { Correction, DocumentCell, DocumentTable, SummaryDocument } from './document.ts';
import { tablesOf, withTables } from './document-tables.ts';
import { type PlacedText, textsOf } from './document-texts.ts';

/**
 * What differs between two versions of a quarter's summary, in the order of the later: texts by the place where they
 * stand, tables by their id, rows by what names them, cells by the label of their column. Shorthand is left out: it
 * follows from the cells beside it.
 */
export function correctionsBetween(before: SummaryDocument, after: SummaryDocument): Correction[] {
  return [...textCorrections(textsOf(before), textsOf(after)), ...tableCorrections(tablesOf(before), tablesOf(after))];
}

/** The later of two versions with what it corrects in its version, and "r" in the shorthand of rows that are not as before. */
export function withCorrections(before: SummaryDocument, after: SummaryDocument): SummaryDocument {
  const earlier = byId(tablesOf(before));
  const marked = withTables(after, (table) => {
    const old = earlier.get(table.id);
    return old ? withRevisedRows(old, table) : table;
  });
  return { ...marked, version: after.version && { ...after.version, corrections: correctionsBetween(before, after) } };
}

/** Texts that stand in one place are held against each other in order, once those that both versions have are put aside. */
function textCorrections(before: PlacedText[], after: PlacedText[]): Correction[] {
  const [old, now] = [groupBy(before, ({ place }) => place), groupBy(after, ({ place }) => place)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((place) => {
    const [was, is] = [old.get(place) ?? [], now.get(place) ?? []];
    const [gone, come] = [without(was, is), without(is, was)];
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, n) => ({
      where: (come[n] ?? gone[n])?.where ?? '',
      what: (come[n] ?? gone[n])?.what ?? '',
      before: gone[n]?.text ?? null,
      after: come[n]?.text ?? null,
    }));
  });
}

/** The texts that the others do not have; one that stands there twice is taken away as often as the others have it. */
function without(texts: PlacedText[], others: PlacedText[]): PlacedText[] {
  const left = others.map(({ text }) => text);
  return texts.filter(({ text }) => {
    const same = left.indexOf(text);
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
}

const byId = (tables: DocumentTable[]): Map<string, DocumentTable> => new Map(tables.map((table) => [table.id, table]));

function tableCorrections(before: DocumentTable[], after: DocumentTable[]): Correction[] {
  const [old, now] = [byId(before), byId(after)];
  const gone = before.filter(({ id }) => !now.has(id)).map((table) => wholeTable(table, 'before'));
  return [
    ...after.flatMap((table) => {
      const was = old.get(table.id);
      return was ? correctionsOfTable(was, table) : [wholeTable(table, 'after')];
    }),
    ...gone,
  ];
}

function wholeTable({ title, rows }: DocumentTable, side: 'before' | 'after'): Correction {
  const words = rows.length === 1 ? '1 row' : `${rows.length.toLocaleString('en-GB')} rows`;
  return { where: title, what: 'The whole table', before: null, after: null, [side]: words };
}

function correctionsOfTable(before: DocumentTable, after: DocumentTable): Correction[] {
  const where = after.title;
  const [old, now] = [rowsByKey(before), rowsByKey(after)];
  const columns = comparedColumns(before, after);
  const changed = [...now].flatMap(([key, row]) => {
    const was = old.get(key);
    if (!was) return [{ where, what: key, before: null, after: rowWords(after, row) }];
    return columns.flatMap(({ label, oldPlace, place }): Correction[] => {
      const [one, other] = [wordsAt(before, was, oldPlace), wordsAt(after, row, place)];
      return one === other ? [] : [{ where, what: `${key}, ${label}`, before: one, after: other }];
    });
  });
  const gone = [...old].filter(([key]) => !now.has(key));
  return [
    ...columnCorrections(before, after),
    ...changed,
    ...gone.map(([key, row]) => ({ where, what: key, before: rowWords(before, row), after: null })),
  ];
}

/** A column that only one version has is one difference, not one a row. */
function columnCorrections(before: DocumentTable, after: DocumentTable): Correction[] {
  const [old, now] = [labelsOf(before), labelsOf(after)];
  const what = (label: string) => `The column “${label}”`;
  return [
    ...now
      .filter((label) => !old.includes(label))
      .map((label) => ({ where: after.title, what: what(label), before: null, after: 'Added' })),
    ...old
      .filter((label) => !now.includes(label))
      .map((label) => ({ where: after.title, what: what(label), before: 'It was there', after: null })),
  ];
}

const labelsOf = ({ columns }: DocumentTable): string[] =>
  columns.filter(({ kind }) => kind !== 'marks').map(({ label }) => label);

/** Columns that both versions have, with their places; those that name rows or hold shorthand are left out. */
function comparedColumns(before: DocumentTable, after: DocumentTable) {
  return after.columns.flatMap(({ label, kind }, place) => {
    const oldPlace = before.columns.findIndex((column) => column.label === label);
    return kind === 'marks' || place === after.keyColumn || oldPlace < 0 ? [] : [{ label, oldPlace, place }];
  });
}

const textAt = (row: DocumentCell[], place: number): string => {
  const cell = row[place] ?? '';
  return typeof cell === 'object' ? cell.text : String(cell);
};

/** Rows by what names them; a second of the same name is told apart by its number. */
function rowsByKey({ rows, keyColumn }: DocumentTable): Map<string, DocumentCell[]> {
  const named = new Map<string, DocumentCell[]>();
  for (const row of rows) {
    const name = textAt(row, keyColumn);
    let key = name;
    for (let n = 2; named.has(key); n += 1) key = `${name} (${n})`;
    named.set(key, row);
  }
  return named;
}

const wordsAt = ({ columns }: DocumentTable, row: DocumentCell[], place: number): string => {
  const column = columns[place];
  return column ? cellWords(row[place] ?? null, column) : '';
};

/** A whole row in words: what its printed columns say. */
function rowWords(table: DocumentTable, row: DocumentCell[]): string {
  const said = table.columns.flatMap(({ label, printed, kind }, place) => {
    const words = wordsAt(table, row, place);
    return !printed || kind === 'marks' || place === table.keyColumn || words === '' ? [] : [`${label}: ${words}`];
  });
  return said.join('; ') || 'The row';
}

function withRevisedRows(before: DocumentTable, after: DocumentTable): DocumentTable {
  const marks = after.columns.findIndex(({ kind }) => kind === 'marks');
  if (marks < 0) return after;
  const old = rowsByKey(before);
  const columns = comparedColumns(before, after);
  const isSame = (key: string, row: DocumentCell[]): boolean => {
    const was = old.get(key);
    return (
      !!was && columns.every(({ oldPlace, place }) => wordsAt(before, was, oldPlace) === wordsAt(after, row, place))
    );
  };
  const rows = [...rowsByKey(after)].map(([key, row]) => (isSame(key, row) ? row : marked(row, marks)));
  return { ...after, rows };
}

/** The row with "r" once more in its shorthand. */
function marked(row: DocumentCell[], marks: number): DocumentCell[] {
  const others = textAt(row, marks)
    .split(' ')
    .filter((mark) => mark !== '' && mark !== 'r');
  return row.map((cell, place) => (place === marks ? [...others, 'r'].join(' ') : cell));
}
