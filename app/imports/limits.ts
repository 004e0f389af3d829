/** What a sent file may hold. Whatever is over a limit is refused in words, never cut. */
export const IMPORT_LIMITS = {
  /** Bytes of the file as it is sent. */
  fileBytes: 10 * 1024 * 1024,
  /** Bytes of everything inside an .ods, .xlsx or .zip file, unpacked. */
  unpackedBytes: 32 * 1024 * 1024,
  /** Files inside an .ods, .xlsx or .zip file. */
  entries: 500,
  /** How many times larger than its packed form a file of some size may be. Tables reach 20 to 60. */
  ratio: 300,
  /** A workbook of returns has one for each recommendation; an .xlsx file three parts for each sheet. */
  sheets: 150,
  /** Of one sheet, counted as the spreadsheet does, so that blank rows above the last one with text count too. */
  rows: 20_000,
  columns: 60,
  /** Cells that are not empty, in all sheets together. */
  cells: 150_000,
  /** Characters of one cell. */
  cellCharacters: 10_000,
  /** Characters of all cells together. */
  characters: 20_000_000,
  /** Time for reading one file. */
  milliseconds: 20_000,
  /** Memory of the worker that reads, in MB. */
  memoryMb: 80,
} as const;

export type ImportLimits = Record<keyof typeof IMPORT_LIMITS, number>;

const many = (count: number): string => count.toLocaleString('en-GB');
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** The limits that a person can do something about, one phrase each: "at most 10 MB". */
export function limitsInWords(): string[] {
  const { fileBytes, unpackedBytes, sheets, rows, columns, cells, cellCharacters } = IMPORT_LIMITS;
  return [
    `a file of at most ${megabytes(fileBytes)}, which unpacks to at most ${megabytes(unpackedBytes)}`,
    `at most ${many(sheets)} sheets, or CSV files in a .zip file`,
    `at most ${many(rows)} rows and ${many(columns)} columns a sheet, and ${many(cells)} filled cells in all`,
    `at most ${many(cellCharacters)} characters a cell`,
  ];
}
