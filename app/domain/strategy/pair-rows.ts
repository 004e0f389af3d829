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
const kindOf = ({ cells }: HasCells): string => `${cells['milestone']} ${cells['kind']}`;
const saidOf = ({ cells }: HasCells): string => cells['said_on'] ?? '';

/**
 * Two dates of a milestone may be alike in all but one cell, so they have no key. A row that says what one said when the
 * workbook was made is that one. The rest are what is left over of their milestone and kind: the one said on the same day,
 * or, when one is left on each side, that one. What still finds nothing is new.
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

function pairRest(sent: readonly SentRow[], left: readonly DefinitionRow[]): Map<SentRow, DefinitionRow> {
  const pairs = new Map<SentRow, DefinitionRow>();
  const leftOf = groupBy(left, kindOf);
  for (const [kind, rows] of groupBy(sent, kindOf)) {
    const candidates = [...(leftOf.get(kind) ?? [])];
    const rest: SentRow[] = [];
    for (const row of rows) {
      const alike = candidates.filter((candidate) => saidOf(candidate) === saidOf(row));
      const [found] = alike;
      if (alike.length !== 1 || !found) rest.push(row);
      else {
        pairs.set(row, found);
        candidates.splice(candidates.indexOf(found), 1);
      }
    }
    const [only, one] = [rest[0], candidates[0]];
    if (rest.length === 1 && candidates.length === 1 && only && one) pairs.set(only, one);
  }
  return pairs;
}
