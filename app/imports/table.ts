import { columnLetters } from '../documents/workbook/cells.ts';
import type { Fault } from '../domain/fault.ts';
import type { FoundTable } from '../domain/imports/found-file.ts';
import type { ReadCell, ReadRow, ReadSheet } from './sheets.ts';

export type { FoundTable };

/** What two headers have in common that are written differently: ` SAID  ON (do not change)` is `saidon`. */
export function lettersAndDigits(text: string): string {
  return text
    .replace(/\([^()]*\)\s*$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * The table of a sheet: below the first row in which at least two of `columns` are found (one, where there is one), in
 * any order. Null where there is none. Its cells are text as somebody would write it: days as `2019-10-01`, numbers as
 * `0.1`; what is no such text is a fault, and its cell empty.
 */
export function findTable(sheet: ReadSheet, columns: readonly string[]): FoundTable | null {
  const known = new Map(columns.map((column) => [lettersAndDigits(column), column]));
  const enough = Math.min(2, columns.length);
  const at = sheet.rows.findIndex((row) => columnsIn(row, known).size >= enough);
  const header = sheet.rows[at];
  if (!header || enough === 0) return null;
  const heads = headsOf(header, known);
  const faults = doubled(sheet.name, header, heads);
  const rows = sheet.rows.slice(at + 1).flatMap((row) => toRow(row, { sheet: sheet.name, heads, columns, faults }));
  const found = new Set(heads.map(({ column }) => column));
  return {
    sheet: sheet.name,
    rows,
    missing: columns.filter((column) => !found.has(column)),
    unknown: heads.flatMap(({ column, label }) => (column === null && label !== '' ? [label] : [])),
    faults,
  };
}

/** A column of the sheet: what its header says, and the known column that this is. */
interface Head {
  label: string;
  column: string | null;
}

function columnsIn({ cells }: ReadRow, known: ReadonlyMap<string, string>): Set<string> {
  return new Set(cells.flatMap((cell) => (typeof cell === 'string' && known.get(lettersAndDigits(cell))) || []));
}

function headsOf({ cells }: ReadRow, known: ReadonlyMap<string, string>): Head[] {
  return cells.map((cell) => {
    const text = textOf(cell);
    const label = typeof text === 'string' ? text.trim() : '';
    return { label, column: known.get(lettersAndDigits(label)) ?? null };
  });
}

function doubled(sheet: string, { row }: ReadRow, heads: readonly Head[]): Fault[] {
  const names = heads.flatMap(({ column }) => (column === null ? [] : [column]));
  const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  return [...twice].map((column) => ({
    file: sheet,
    row,
    column,
    found: heads
      .filter((head) => head.column === column)
      .map(({ label }) => label)
      .join(', '),
    mend: 'keep one column of this name',
  }));
}

interface Table {
  sheet: string;
  heads: readonly Head[];
  columns: readonly string[];
  faults: Fault[];
}

function toRow({ row, cells: held }: ReadRow, { sheet, heads, columns, faults }: Table): FoundTable['rows'] {
  const cells = new Map<string, string>(columns.map((column) => [column, '']));
  const fault = (place: number, found: string, mend: string): void => {
    const label = heads[place]?.column ?? heads[place]?.label;
    faults.push({ file: sheet, row, column: label || columnLetters(place + 1), found, mend });
  };
  const filled = held.flatMap((cell, place) => (isBlank(cell) ? [] : [{ cell, place }]));
  for (const { cell, place } of filled) {
    const head = heads[place];
    const text = textOf(cell);
    if (!head || head.label === '')
      fault(place, String(wordsOf(cell)), 'give this column a header, or take the text out');
    else if (head.column === null) continue;
    else if (typeof text === 'string') cells.set(head.column, text);
    else fault(place, text.found, text.mend);
  }
  const isEmpty = filled.every(({ place }) => (heads[place]?.column ?? null) === null);
  // Own entries, whatever the columns are called.
  return isEmpty ? [] : [{ row, cells: Object.fromEntries(cells) }];
}

const isBlank = (cell: ReadCell): boolean => typeof cell === 'string' && cell.trim() === '';

/** What the cell says, as text; or why it says nothing that could be kept. */
function textOf(cell: ReadCell): string | { found: string; mend: string } {
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return numberText(cell);
  if ('day' in cell) return cell.day;
  if ('formula' in cell)
    return {
      found: cell.formula,
      mend: 'write the value itself: formulas are not read, since they change by themselves',
    };
  return { found: cell.error, mend: 'write what is meant: the cell holds an error or a time, which cannot be kept' };
}

/** A number as it is written by hand; beyond 15 digits a spreadsheet has lost some already. */
function numberText(number: number): string | { found: string; mend: string } {
  const text = String(number);
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d{1,2})$/.exec(text);
  if (small) return `${small[1]}0.${'0'.repeat(Number(small[4]) - 1)}${small[2]}${small[3] ?? ''}`;
  if (Math.abs(number) < 1e15) return text;
  return { found: text, mend: 'write it as text: a spreadsheet keeps no more than 15 digits of a number' };
}

function wordsOf(cell: ReadCell): string {
  const text = textOf(cell);
  return typeof text === 'string' ? text : text.found;
}
