import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '#app/domain/fault.ts';
import { checkStrategy, type StrategyRows } from '#app/domain/strategy/check-strategy.ts';
import { type FileRow, STRATEGY_FILES, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';
import { decodeCsv, readCsv } from '#app/imports/csv.ts';
import { StrategyFaultsError } from './faults.ts';

/** The rows of a strategy folder. Throws StrategyFaultsError with everything that is wrong with it. `say` hears of long work. */
export async function readFolder(folder: string, say: (line: string) => void): Promise<StrategyRows> {
  const faults: Fault[] = [];
  const rows = {} as StrategyRows;
  for (const file of Object.keys(STRATEGY_FILES) as StrategyFile[])
    rows[file] = await readFileRows(folder, file, faults, say);
  const broken = new Set(faults.map((fault) => fault.file));
  const all = inFileOrder([...faults, ...checkStrategy(rows, broken)]);
  if (all.length > 0) throw new StrategyFaultsError(folder, all);
  return rows;
}

async function readFileRows(
  folder: string,
  file: StrategyFile,
  faults: Fault[],
  say: (line: string) => void,
): Promise<FileRow[]> {
  const bytes = await readBytes(folder, file, faults);
  const text = bytes && decodeCsv(bytes, file, faults);
  return text === null ? [] : readCsv(text, file, Object.keys(STRATEGY_FILES[file]), faults, say);
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

function inFileOrder(faults: Fault[]): Fault[] {
  const files = Object.keys(STRATEGY_FILES);
  return faults.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.row ?? 0) - (b.row ?? 0));
}
