import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { csv } from '#app/documents/csv.ts';
import { odsFile } from '#app/documents/ods.ts';
import type { SheetCell, Workbook } from '#app/documents/workbook.ts';
import { xlsxFile } from '#app/documents/xlsx.ts';
import { readSentFile } from '#app/imports/read-file.ts';
import type { ReadCell } from '#app/imports/sheets.ts';
import { missingLibreOffice, savedAgain } from '../helpers/libreoffice.ts';
import { HARD_TEXT } from '../helpers/sample-summary.ts';
import { makeOds, makeXlsx, number, odsCell, odsRow, row, table } from '../hostile/make-office.ts';

type Row = [string, number];
const missing = await missingLibreOffice();

function book(rows: readonly SheetCell[][]): Workbook {
  const columns = ['Text', 'Number'].map((label, i) => ({ label, width: 20, numeric: i === 1 }));
  const sheets = [{ name: 'Texts', title: 'Texts', lines: [], table: { name: 'texts', columns, rows: [...rows] } }];
  return { title: 'Texts', subject: 'Texts', creator: 'Us', dated: '2026-09-30', sheets };
}

const WRITERS: Record<string, (rows: Row[]) => Uint8Array> = {
  'texts.ods': (rows) => odsFile(book(rows)),
  'texts.xlsx': (rows) => xlsxFile(book(rows)),
  'texts.csv': (rows) => new TextEncoder().encode(csv([['Text', 'Number'], ...rows])),
};

async function back(name: string, bytes: Uint8Array): Promise<[ReadCell, ReadCell][]> {
  const { sheets } = await readSentFile(name, bytes);
  const rows = sheets.at(-1)?.rows ?? [];
  const header = rows.findIndex(({ cells }) => cells[0] === 'Text');
  return rows
    .slice(header + 1)
    .map(({ cells }) => [cells[0] ?? '', name.endsWith('.csv') ? Number(cells[1]) : (cells[1] ?? '')]);
}

const ODD = [
  '  two before',
  'behind  ',
  'two  between',
  'a\tb',
  'one\n\nthree',
  '\nfirst',
  '_x0041_',
  '&amp; &#65;',
  '007',
  '1.10',
  "'=1+1",
  "''=1+1",
  'TRUE',
  '2019-10-01',
  '1e5',
  '👩‍🔬',
  '‮שלום',
  '\u00a0x\u00a0',
  ']]>',
];
const HARD: Row[] = [...HARD_TEXT, ...ODD].map((text, i) => [text, i / 8]);

describe.each(Object.entries(WRITERS))('what goes out as %s', (name, write) => {
  test('comes back as it was: hard texts and numbers', async () => {
    expect(await back(name, write(HARD))).toEqual(HARD);
  });
  test('comes back as it was, whatever it is', async () => {
    // Blank rows are none, and control characters and line ends of other kinds are no text.
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((any) => !/[\p{Cc}\uFEFF\uFFFE\uFFFF]/u.test(any) && any.trim() !== '' && any !== 'Text');
    const figure = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).filter((any) => !Object.is(any, -0)),
    );
    const table = fc.array(fc.tuple(text, figure), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await back(name, write(rows))).toEqual(rows);
      }),
      { numRuns: 15 },
    );
  });
  test('says how far it is while it is read', async () => {
    const rows = Array.from({ length: 1_200 }, (_, i): Row => [`Row ${i}`, i]);
    const steps: number[] = [];
    await readSentFile(name, write(rows), (done) => steps.push(done.rows));
    expect(steps.length).toBeGreaterThan(2);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});

const DAYS = ['1900-03-01', '1999-12-31', '2019-03-31', '2019-10-27', '2024-02-29', '2050-01-01'];
const serial = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

test('days are the same days in every time zone', async () => {
  const zone = process.env['TZ'];
  const ods = makeOds({
    tables: table(
      'S',
      odsRow(DAYS.map((day) => odsCell(`office:value-type="date" office:date-value="${day}"`)).join('')),
    ),
  });
  const xlsx = makeXlsx({
    sheets: [{ name: 'S', rows: row(1, DAYS.map((day, i) => number(`${'ABCDEF'[i]}1`, serial(day), 2)).join('')) }],
  });
  for (const place of ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/London']) {
    process.env['TZ'] = place;
    for (const [name, bytes] of Object.entries({ 'days.ods': ods, 'days.xlsx': xlsx }))
      expect((await readSentFile(name, bytes)).sheets[0]?.rows[0]?.cells).toEqual(DAYS.map((day) => ({ day })));
  }
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe.skipIf(missing)('a workbook that LibreOffice saved again', () => {
  // LibreOffice drops the tab of a cell of .ods when it opens the file.
  const kept = HARD.filter(([text]) => !text.includes('\t'));
  // Names without their endings tell them apart.
  const words = { 'one.ods': odsFile(book(kept)), 'two.xlsx': xlsxFile(book(kept)) };
  const days = makeXlsx({
    sheets: [{ name: 'Days', rows: row(1, DAYS.map((day, i) => number(`${'ABCDEF'[i]}1`, serial(day), 2)).join('')) }],
  });

  test.each(['ods', 'xlsx'] as const)(
    'as %s has the same texts, numbers and days',
    async (format) => {
      const folder = mkdtempSync(join(inject('runFolder'), 'saved-'));
      const saved = await savedAgain({ ...words, 'days.xlsx': days }, format, folder);
      for (const name of Object.keys(words))
        expect(await back(`texts.${format}`, saved[name] ?? new Uint8Array())).toEqual(kept);
      const read = await readSentFile(`days.${format}`, saved['days.xlsx'] ?? new Uint8Array());
      expect(read.sheets[0]?.rows[0]?.cells).toEqual(DAYS.map((day) => ({ day })));
    },
    240_000,
  );
});
