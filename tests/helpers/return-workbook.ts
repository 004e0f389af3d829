import type { Kysely } from 'kysely';
import { csv } from '#app/documents/csv.ts';
import { odsFile } from '#app/documents/ods.ts';
import { returnWorkbook } from '#app/documents/return-workbook.ts';
import type { Sheet, Workbook } from '#app/documents/workbook.ts';
import { xlsxFile } from '#app/documents/xlsx.ts';
import type { ImportChoices, ImportPlan } from '#app/domain/imports/import-plan.ts';
import { planReturns, type ReturnsPlan } from '#app/domain/returns/plan-returns.server.ts';
import { readReturnSheets } from '#app/domain/returns/return-sheets.server.ts';
import { findTables } from '#app/imports/find-tables.ts';
import type { Database } from '#db/schema.ts';
import { QUARTER } from './cycle.ts';
import { TODAY } from './recorder.ts';

/** The workbook that the site would give that person now. */
export async function workbookFor(db: Kysely<Database>, person: { id: number }, quarter = QUARTER): Promise<Workbook> {
  const returns = await readReturnSheets(db, { quarter, person, today: TODAY });
  const strategy = 'Life Sciences Industrial Strategy';
  return returnWorkbook({ quarter, strategy, returns, dated: TODAY, marking: 'OFFICIAL', demonstration: null });
}

/** The sheet of a recommendation. */
export function sheetIn({ sheets }: Workbook, recommendation: string): Sheet {
  const sheet = sheets.find(({ name }) => name === recommendation);
  if (!sheet) throw new Error(`The workbook has no sheet ${recommendation}.`);
  return sheet;
}

/** Types answers into a sheet, by field. */
export function type(book: Workbook, recommendation: string, answers: Record<string, string>): void {
  const rows = sheetIn(book, recommendation).table?.rows ?? [];
  for (const [field, answer] of Object.entries(answers)) {
    const row = rows.find((cells) => cells[0] === field);
    if (!row) throw new Error(`${recommendation} has no row ${field}.`);
    row[2] = answer;
  }
}

/** What a cell of the answers holds. */
export function answerIn(book: Workbook, recommendation: string, field: string): unknown {
  return sheetIn(book, recommendation).table?.rows.find((cells) => cells[0] === field)?.[2];
}

/** A workbook as the files that people send: both kinds of workbook, and one sheet of it as CSV. */
export const FILES = {
  ods: (book: Workbook) => odsFile(book),
  xlsx: (book: Workbook) => xlsxFile(book),
  csv: (book: Workbook) => new TextEncoder().encode(csv(rowsOf(sheetIn(book, 'DAT-1')))),
};

function rowsOf({ title, lines, table }: Sheet): (string | number)[][] {
  const cells = table?.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.text : cell))) ?? [];
  return [...[title, ...lines].map((line) => [line]), table?.columns.map(({ label }) => label) ?? [], ...cells];
}

/** What a file would do when that person sends it. */
export async function planOf(
  db: Kysely<Database>,
  { name, bytes }: { name: string; bytes: Uint8Array },
  person: { id: number },
  choices: ImportChoices = {},
): Promise<ReturnsPlan> {
  const found = await findTables(name, bytes);
  if (found.refused !== null) throw new Error(found.refused);
  return planReturns(db, found, { person, today: TODAY, choices });
}

/** What a plan says of each return: "changed DAT-1: What was achieved". What only the record changed is marked. */
export function deedsOf({ tables }: Pick<ImportPlan, 'tables'>): string[] {
  return tables.flatMap(({ rows }) =>
    rows.map(({ outcome, code, fields, conflicts }) => {
      const labels = [
        ...fields.map(({ label, by }) => (by === 'record' ? `(${label})` : label)),
        ...conflicts.map(({ label }) => `${label}?`),
      ];
      return [`${outcome} ${code}`, ...(labels.length > 0 ? [labels.join(', ')] : [])].join(': ');
    }),
  );
}
