import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Fault, notTold } from '#app/domain/fault.ts';
import type { FoundFile } from '#app/domain/imports/found-file.ts';
import { checkStrategy, type StrategyRows } from '#app/domain/strategy/check-strategy.ts';
import { type SentStrategy, sentStrategy } from '#app/domain/strategy/sent-strategy.ts';
import {
  columnsOf,
  type FileRow,
  requiredColumns,
  STRATEGY_FILES,
  type StrategyFile,
} from '#app/domain/strategy/strategy-files.ts';
import { decodeCsv, readCsv } from '#app/imports/csv.ts';
import { findTables } from '#app/imports/find-tables.ts';
import { StrategyFaultsError } from './faults.ts';

const FILES = Object.keys(STRATEGY_FILES) as StrategyFile[];
type Say = (line: string) => void;

/**
 * The rows of a strategy: of a folder of CSV files, or of a workbook or packed folder as the site gives them out. Throws
 * StrategyFaultsError with everything that is wrong with it. `say` hears of long work.
 */
export async function readStrategy(path: string, say: Say): Promise<StrategyRows> {
  const faults: Fault[] = [];
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const found = isFile ? await readWorkbook(path, faults, say) : await readFolder(path, faults, say);
  const broken = new Set(faults.map((fault) => fault.file));
  const sent = sentStrategy(found);
  const rows = rowsOf(sent);
  const checked = checkStrategy(rows, broken).filter(notTold(sent.faults));
  const named = [...faults, ...sent.faults, ...checked].map((fault) => inSheet(fault, sent));
  if (named.length > 0) throw new StrategyFaultsError(path, inOrder(named, sent));
  return rows;
}

const inSheet = (fault: Fault, { tables }: SentStrategy): Fault => ({
  ...fault,
  file: tables[fault.file as StrategyFile]?.sheet ?? fault.file,
});

function inOrder(faults: Fault[], { tables }: SentStrategy): Fault[] {
  const sheets = FILES.map((file) => tables[file]?.sheet ?? file);
  const place = ({ file }: Fault): number => sheets.indexOf(file);
  return faults.sort((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0));
}

/** Every file, with a cell for each of its columns. */
function rowsOf({ tables }: SentStrategy): StrategyRows {
  const rows = (file: StrategyFile): FileRow[] => {
    const blank = Object.fromEntries(columnsOf(file).map((column) => [column, '']));
    return tables[file]?.rows.map(({ row, cells }) => ({ row, cells: { ...blank, ...cells } })) ?? [];
  };
  return Object.fromEntries(FILES.map((file) => [file, rows(file)])) as StrategyRows;
}

async function readWorkbook(path: string, faults: Fault[], say: Say): Promise<FoundFile> {
  const found = await findTables(basename(path), await readFile(path), ({ rows }) => {
    if (rows > 0 && rows % 5_000 === 0) say(`  ${rows.toLocaleString('en-GB')} rows read`);
  });
  if (found.refused !== null)
    faults.push({ file: basename(path), found: 'a file that cannot be read', mend: found.refused });
  for (const sentence of found.said) say(`  ${sentence}`);
  for (const { what, sheet, missing } of found.tables)
    if (what !== 'return' && what !== 'about')
      for (const column of requiredColumns(what).filter((needed) => missing.includes(needed)))
        faults.push({ file: sheet, column, found: 'no such column', mend: `add a column named "${column}"` });
  return found;
}

async function readFolder(folder: string, faults: Fault[], say: Say): Promise<FoundFile> {
  const found: FoundFile = { tables: [], said: [], refused: null };
  for (const file of FILES) {
    const rows = await readFileRows(folder, file, faults, say);
    found.tables.push({ what: file, sheet: file, rows, missing: [], unknown: [], faults: [] });
  }
  return found;
}

async function readFileRows(folder: string, file: StrategyFile, faults: Fault[], say: Say): Promise<FileRow[]> {
  const bytes = await readBytes(folder, file, faults);
  const text = bytes && decodeCsv(bytes, file, faults);
  if (text === null) return [];
  const needed = requiredColumns(file);
  const mayLack = columnsOf(file).filter((column) => !needed.includes(column));
  return readCsv(text, file, columnsOf(file), faults, say, mayLack);
}

async function readBytes(folder: string, file: string, faults: Fault[]): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    faults.push({ file, found: 'no such file', mend: `add ${file} to the folder, with at least its header row` });
    return null;
  }
}
