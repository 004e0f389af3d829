import type { Fault } from './domain/fault.ts';
import { type RowFault, type ValueRow, valueRowOf } from './domain/indicators/plan-values.ts';
import { type Codes, checkFile } from './domain/strategy/check-strategy.ts';
import { type FileRow, STRATEGY_FILES } from './domain/strategy/strategy-files.ts';
import { decodeCsv, delimiterOf, readCsv } from './imports/csv.ts';

/** What a person sends is held against the rules of the loader here: domain and routes know nothing of `seeds`. */

const FILE = 'observations.csv';
const COLUMNS = Object.keys(STRATEGY_FILES[FILE]);
const MOST_ROWS = 1_000;

/** A table of values as it was read: the rows that could be read, and everything that is wrong. */
export interface ReadValues {
  rows: ValueRow[];
  faults: RowFault[];
  /** What stands between the cells, in words, when it is no comma. */
  separator: 'semicolons' | 'tabs' | null;
}

/** The text of a file that somebody sent; null when its bytes are no text in UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  return decodeCsv(bytes, FILE, []);
}

/** Reads values in the form of observations.csv and holds each cell against the rules of the loader. */
export async function readValues(
  text: string,
  known: { indicators: string[]; sources: string[] },
): Promise<ReadValues> {
  const faults: Fault[] = [];
  const rows = await readCsv(text, FILE, COLUMNS, faults);
  const codes: Codes = new Map([
    ['indicators.csv', new Set(known.indicators)],
    ['sources.csv', new Set(known.sources)],
  ]);
  faults.push(...checkFile(FILE, rows, codes), ...sizeFaults(rows, faults));
  const inOrder = faults.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return {
    rows: rows.map(({ row, cells }) => valueRowOf(row, cells)),
    faults: inOrder.map(rowFault),
    separator: separatorOf(text),
  };
}

function sizeFaults(rows: FileRow[], faults: Fault[]): Fault[] {
  if (rows.length === 0 && faults.length === 0)
    return [{ file: FILE, found: 'a header and no rows', mend: 'give a row for each value' }];
  if (rows.length <= MOST_ROWS) return [];
  const [found, most] = [rows.length, MOST_ROWS].map((n) => n.toLocaleString('en-GB'));
  return [{ file: FILE, found: `${found} rows`, mend: `send ${most} rows or fewer at a time` }];
}

function separatorOf(text: string): ReadValues['separator'] {
  const mark = delimiterOf(text);
  if (mark === ',') return null;
  return mark === ';' ? 'semicolons' : 'tabs';
}

/** A fault without its file, which the reader knows; a code is one of the record's. */
function rowFault({ row, column, found, mend }: Fault): RowFault {
  const ofRecord = mend.replace(
    /write a code that (\w+)s\.csv has, or add it there/,
    'write the code of a $1 of the record',
  );
  return {
    row: row ?? null,
    column: column ?? null,
    found,
    mend: ofRecord.replace('code of a indicator', 'code of an indicator'),
  };
}
