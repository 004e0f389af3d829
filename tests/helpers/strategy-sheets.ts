import { columnLabel, sheetNameOf } from '#app/domain/strategy/file-words.ts';
import { type Cells, columnsOf, type StrategyFile } from '#app/domain/strategy/strategy-files.ts';

/** The rows of a file as they stand below the header of its sheet, by column; blank rows are none. */
export function tableCells(file: StrategyFile, sheets: Map<string, (string | number)[][]>): Cells[] {
  const columns = columnsOf(file);
  const head = columns.map(columnLabel).join('|');
  const rows = sheets.get(sheetNameOf(file)) ?? [];
  const at = rows.findIndex((row) => row.join('|') === head);
  if (at < 0) throw new Error(`The sheet of ${file} has no header.`);
  const filled = rows.slice(at + 1).filter((row) => row.some((cell) => cell !== ''));
  return filled.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] as string])));
}
