import type { FoundFile, TableKind } from '../domain/imports/found-file.ts';
import { RETURN_COLUMNS } from '../domain/returns/sent-returns.ts';
import { columnsOf, requiredColumns, STRATEGY_FILES, type StrategyFile } from '../domain/strategy/strategy-files.ts';
import { readSentFile } from './read-file.ts';
import { FileRefusedError, type ReadFile, type ReadSheet } from './sheets.ts';
import { type FoundTable, findTable, lettersAndDigits } from './table.ts';

const ABOUT_COLUMNS = ['what', 'value'];
/** Sheets of our own workbooks that are there to be read. */
const TO_READ = ['Cover', 'Contents', 'Notes', 'Columns', 'Instructions', 'Lists'];
const FILES = Object.keys(STRATEGY_FILES) as StrategyFile[];

/** Reads a file that somebody sent and finds the tables in it that mean something here. A file that cannot be read is `refused`. */
export async function findTables(
  name: string,
  bytes: Uint8Array,
  onProgress: (progress: { rows: number; of: number | null }) => void = () => {},
): Promise<FoundFile> {
  try {
    return foundIn(await readSentFile(name, bytes, onProgress));
  } catch (error) {
    if (!(error instanceof FileRefusedError)) throw error;
    return { tables: [], said: [], refused: error.message };
  }
}

function foundIn({ sheets, said }: ReadFile): FoundFile {
  const found = sheets.map((sheet) => ({ sheet, table: tableIn(sheet) }));
  const tables = found.flatMap(({ table }) => (table ? [table] : []));
  if (!tables.some(({ what }) => what !== 'about')) return { tables: [], said, refused: NOTHING_KNOWN };
  const passed = found
    .filter(({ table, sheet }) => !table && sheet.rows.length > 0 && !TO_READ.includes(sheet.name))
    .map(({ sheet }) => sheet.name);
  const sentence = passed.length === 1 ? 'This sheet was passed over' : 'These sheets were passed over';
  return { tables, said: passed.length === 0 ? said : [...said, `${sentence}: ${passed.join(', ')}`], refused: null };
}

const NOTHING_KNOWN =
  'No sheet of this file has the columns of a return or of the strategy. Start from a workbook of this site, fill that in and send it back.';

function tableIn(sheet: ReadSheet): (FoundTable & { what: TableKind }) | null {
  const ofReturn = findTable(sheet, RETURN_COLUMNS);
  if (ofReturn && RETURN_COLUMNS.slice(0, 2).every((column) => !ofReturn.missing.includes(column)))
    return { ...ofReturn, what: 'return' };
  const named = FILES.find((file) => lettersAndDigits(file.replace('.csv', '')) === lettersAndDigits(sheet.name));
  const byName = named && findTable(sheet, columnsOf(named));
  if (named && byName) return { ...byName, what: named };
  const about = findTable(sheet, ABOUT_COLUMNS);
  if (about && about.missing.length === 0) return { ...about, what: 'about' };
  return byColumns(sheet);
}

/** A sheet of another name is what it has all needed columns of; of several the one with most columns. */
function byColumns(sheet: ReadSheet): (FoundTable & { what: TableKind }) | null {
  const fits = FILES.flatMap((file) => {
    const table = findTable(sheet, columnsOf(file));
    const isWhole = table !== null && requiredColumns(file).every((column) => !table.missing.includes(column));
    return isWhole ? [{ ...table, what: file, known: columnsOf(file).length - table.missing.length }] : [];
  });
  const best = fits.sort((a, b) => b.known - a.known)[0];
  if (!best) return null;
  const { known: _, ...table } = best;
  return table;
}
