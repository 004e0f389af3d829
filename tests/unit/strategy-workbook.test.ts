import { read } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { odsFile } from '#app/documents/ods.ts';
import { strategyWorkbook } from '#app/documents/strategy-workbook.ts';
import { strategyZip } from '#app/documents/strategy-zip.ts';
import { xlsxFile } from '#app/documents/xlsx.ts';
import { cellWords, columnLabel, sheetNameOf } from '#app/domain/strategy/file-words.ts';
import { columnsOf } from '#app/domain/strategy/strategy-files.ts';
import { findTables } from '#app/imports/find-tables.ts';
import { checklistFaults } from '../../scripts/lib/spreadsheet-checklist.ts';
import { readBack, written } from '../helpers/read-workbook.ts';
import { ABOUT, FILES, HARDEST, hardDefinition } from '../helpers/sample-definition.ts';
import { tableCells } from '../helpers/strategy-sheets.ts';

const WRITERS = { ods: odsFile, xlsx: xlsxFile };
const FORMATS = ['ods', 'xlsx'] as const;
const BOOK = strategyWorkbook(hardDefinition(), ABOUT);
const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

describe('the names of sheets and columns', () => {
  test.each(FILES)('are words with the letters of %s', (file) => {
    expect(letters(sheetNameOf(file))).toBe(letters(file.replace('.csv', '')));
    expect(sheetNameOf(file)).toMatch(/^[A-Z][a-z ]{1,30}$/);
    for (const column of columnsOf(file)) {
      expect(letters(columnLabel(column))).toBe(letters(column));
      expect(columnLabel(column)).toMatch(/^[A-Z]/);
      expect(cellWords(file, column)).toMatch(/^[A-Z“].{3,}/);
    }
  });

  test('say of each cell what it must hold', () => {
    expect(cellWords('milestone_dates.csv', 'said_on')).toBe(
      'A date such as 2019-10-01, 2019-10, 2019-Q4 or 2019. When it was announced',
    );
    expect(cellWords('sources.csv', 'type')).toBe('One of: official, delivering body, trade body, press, other');
    expect(cellWords('events.csv', 'also_bears_on')).toBe(
      'Codes of the sheet “Recommendations”, with “ | ” between them',
    );
    expect(cellWords('themes.csv', 'name')).toBe('Text of up to 4,000 characters');
  });
});

describe('the sheets', () => {
  test('are a cover, contents, notes, columns, then one for each file; each says what it may be used for', () => {
    const names = BOOK.sheets.map(({ name }) => name);
    expect(names).toEqual(['Cover', 'Contents', 'Notes', 'Columns', ...FILES.map(sheetNameOf)]);
    const demonstration = 'Demonstration: all of it is made up.';
    for (const { lines } of strategyWorkbook(hardDefinition(), { ...ABOUT, demonstration }).sheets)
      expect(lines.slice(0, 2)).toEqual(['OFFICIAL', demonstration]);
  });

  test('begin with what the workbook was made from, and how to send it back', () => {
    const [cover] = BOOK.sheets;
    expect(cover?.lines.join(' ')).toMatch(
      /23 November 2026, after change 12.*Nothing is deleted by leaving out a row/,
    );
    expect(cover?.table?.rows).toEqual([
      ['Strategy code', 'HARD'],
      ['Made from change', '12'],
      ['Made on', '2026-11-23'],
    ]);
  });

  test('have every column, and where nothing is recorded an empty row to write in', () => {
    const findings = BOOK.sheets.find(({ name }) => name === 'Findings');
    expect(findings?.table?.columns.map(({ label }) => label)).toEqual(['Code', 'Source', 'Themes', 'Text']);
    expect(findings?.table?.rows).toEqual([['', '', '', '']]);
    const contents = BOOK.sheets.find(({ name }) => name === 'Contents');
    expect(contents?.table?.rows.find(([, title]) => title === 'Findings')?.[2]).toBe(0);
  });

  test('have no sentence that is longer than their columns are wide', () => {
    for (const { name, lines, table } of BOOK.sheets) {
      const wide = table?.columns.reduce((sum, { width }) => sum + width, 0) ?? 0;
      expect([name, lines.filter((line) => line.length > wide)]).toEqual([name, []]);
    }
  });
});

describe.each(FORMATS)('as %s', (format) => {
  const bytes = WRITERS[format](BOOK);

  test('another library reads every cell as it was written', () => {
    const filled = (sheets: ReturnType<typeof written>) =>
      [...sheets].map(([name, rows]) => [name, rows.filter((row) => row.some((cell) => cell !== ''))]);
    expect(filled(readBack(bytes))).toEqual(filled(written(BOOK)));
  });

  test('every table has the cells of the definition, hard text too', () => {
    const definition = hardDefinition();
    const back = readBack(bytes);
    for (const file of FILES)
      expect([file, tableCells(file, back)]).toEqual([file, definition[file].map(({ cells }) => cells)]);
    expect(tableCells('recommendations.csv', back).map((cells) => cells['title'])).toEqual(HARDEST);
  });

  test('every cell is text and none a formula', () => {
    const book = read(bytes, { dense: true });
    for (const file of FILES) {
      const cells = (book.Sheets[sheetNameOf(file)]?.['!data'] ?? []).flat().filter((cell) => cell?.v !== undefined);
      expect(cells.filter((cell) => cell.t !== 's' || cell.f !== undefined)).toEqual([]);
    }
  });

  test('passes the checklist for a workbook to fill in', () => {
    expect(checklistFaults(bytes, format, { toFillIn: true })).toEqual([]);
  });

  test('the same strategy gives the same bytes', () => {
    const again = WRITERS[format](strategyWorkbook(hardDefinition(), ABOUT));
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });
});

test('the folder of CSV files gives the same bytes each time', () => {
  expect(strategyZip(hardDefinition(), ABOUT)).toEqual(strategyZip(hardDefinition(), ABOUT));
});

test.each([...FORMATS, 'zip'] as const)(
  'the site itself reads the %s back, every cell, and nothing is wrong with it',
  async (format) => {
    const definition = hardDefinition();
    const bytes = format === 'zip' ? strategyZip(definition, ABOUT) : WRITERS[format](BOOK);
    const { tables, refused } = await findTables(`strategy.${format}`, bytes);
    expect(refused).toBeNull();
    expect(tables.flatMap(({ missing, unknown, faults }) => [...missing, ...unknown, ...faults])).toEqual([]);
    const rowsOf = (what: string) => tables.find((table) => table.what === what)?.rows.map(({ cells }) => cells);
    expect(rowsOf('about')?.[1]).toEqual({ what: 'Made from change', value: '12' });
    for (const file of FILES) expect([file, rowsOf(file)]).toEqual([file, definition[file].map(({ cells }) => cells)]);
  },
);
