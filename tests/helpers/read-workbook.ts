import { read, utils } from '@e965/xlsx';
import type { SheetCell, Workbook } from '#app/documents/workbook.ts';

const plain = (cell: SheetCell): string | number => (typeof cell === 'object' ? cell.text : cell);

/** What another library finds on each sheet: rows of text and numbers, blank cells as empty text. */
export function readBack(bytes: Uint8Array): Map<string, (string | number)[][]> {
  const book = read(bytes, { dense: true });
  return new Map(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<(string | number)[]>(book.Sheets[name] ?? {}, { header: 1, defval: '', blankrows: true }),
    ]),
  );
}

/** The same from our model, each row as wide as its sheet. */
export function written({ sheets }: Workbook): Map<string, (string | number)[][]> {
  return new Map(
    sheets.map(({ name, title, lines, table }) => {
      const rows = [
        ...[title, ...lines].map((line) => [line]),
        ...(table ? [table.columns.map(({ label }) => label), ...table.rows.map((row) => row.map(plain))] : []),
      ];
      const wide = table?.columns.length ?? 1;
      return [name, rows.map((row) => [...row, ...Array(wide - row.length).fill('')])];
    }),
  );
}
