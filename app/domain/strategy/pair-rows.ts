import { groupBy } from '../group-by.ts';
import { type Definition, type DefinitionRow, KEYS, keyOf } from './definition.ts';
import type { SentRow } from './sent-strategy.ts';
import type { Cells, StrategyFile } from './strategy-files.ts';

/** A row that was sent, with the row that it was when the workbook was made and the one that it is now. */
export interface PairedRow {
  sent: SentRow;
  base: DefinitionRow | null;
  now: DefinitionRow | null;
}

interface Against {
  base: Definition;
  now: Definition;
  /** The columns that the sheet has. */
  columns: readonly string[];
}

/** Finds for each row that was sent what it was and what it is: by its key, or for dates of milestones by what they say. */
export function pairRows(file: StrategyFile, sent: readonly SentRow[], { base, now, columns }: Against): PairedRow[] {
  if (KEYS[file].length === 0) return pairFacts(sent, base[file], now[file], columns);
  const byKey = (rows: readonly DefinitionRow[]) => new Map(rows.map((row) => [keyOf(file, row.cells), row]));
  const [was, is] = [byKey(base[file]), byKey(now[file])];
  return sent.map((row) => {
    const key = keyOf(file, row.cells);
    return { sent: row, base: was.get(key) ?? null, now: is.get(key) ?? null };
  });
}

type HasCells = Pick<DefinitionRow, 'cells'>;
const numberOf = ({ cells, id }: DefinitionRow): string => `${cells['milestone']} ${id}`;

/**
 * Two dates of a milestone may be alike in all but one cell, so they have no key. A row that says what one said when the
 * workbook was made is that one. Of what is left over of its milestone and kind, a changed row is the one that was said on
 * the same day, else the one with the same date. What finds none is new: another date said on another day corrects nothing.
 */
function pairFacts(
  sent: readonly SentRow[],
  base: readonly DefinitionRow[],
  now: readonly DefinitionRow[],
  columns: readonly string[],
): PairedRow[] {
  const textOf = ({ cells }: { cells: Cells }): string => JSON.stringify(columns.map((column) => cells[column] ?? ''));
  const pool = groupBy(base, textOf);
  const same = sent.map((row) => pool.get(textOf(row))?.shift() ?? null);
  const edited = pairRest(
    sent.filter((_, place) => same[place] === null),
    [...pool.values()].flat(),
  );
  const known = new Set(base.map(numberOf));
  const nowByNumber = new Map(now.map((row) => [numberOf(row), row]));
  const addedSince = new Map(now.filter((row) => !known.has(numberOf(row))).map((row) => [textOf(row), row]));
  return sent.map((row, place) => {
    const was = same[place] ?? edited.get(row) ?? null;
    const is = was ? nowByNumber.get(numberOf(was)) : addedSince.get(textOf(row));
    return { sent: row, base: was, now: is ?? null };
  });
}

/** One row alike on each side is a pair: by the day of saying, then by the date. */
function pairRest(sent: readonly SentRow[], left: readonly DefinitionRow[]): Map<SentRow, DefinitionRow> {
  const pairs = new Map<SentRow, DefinitionRow>();
  const taken = new Set<DefinitionRow>();
  for (const column of ['said_on', 'value']) {
    const alike = ({ cells }: HasCells): string => JSON.stringify([cells['milestone'], cells['kind'], cells[column]]);
    const leftOf = groupBy(
      left.filter((row) => !taken.has(row) && row.cells[column]),
      alike,
    );
    const openOf = groupBy(
      sent.filter((row) => !pairs.has(row)),
      alike,
    );
    for (const [key, [row, ...others]] of openOf) {
      const [found, ...more] = leftOf.get(key) ?? [];
      if (!row || !found || others.length > 0 || more.length > 0) continue;
      pairs.set(row, found);
      taken.add(found);
    }
  }
  return pairs;
}
