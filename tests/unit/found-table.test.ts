import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadCell, ReadSheet } from '#app/imports/sheets.ts';
import { findTable, lettersAndDigits } from '#app/imports/table.ts';

const COLUMNS = ['code', 'said_on', 'value'];
const sheet = (...rows: ReadCell[][]): ReadSheet => ({
  name: 'Dates',
  rows: rows.map((cells, i) => ({ row: i + 1, cells })),
});
const inTable = (...rows: ReadCell[][]) => findTable(sheet(COLUMNS, ...rows), COLUMNS);
const textIn = (cell: ReadCell) => inTable(['A', '', cell])?.rows[0]?.cells['value'];
const faultOf = (cell: ReadCell) => inTable(['A', '', cell])?.faults[0];

describe('the header of a table', () => {
  test('stands below words, in any order, whatever its case and spaces', () => {
    const found = findTable(
      sheet(['Dates'], ['One sentence.'], [' SAID  ON ', 'Value', 'CODE (do not change)'], ['2019', '1', 'A']),
      COLUMNS,
    );
    expect(found).toEqual({
      sheet: 'Dates',
      rows: [{ row: 4, cells: { code: 'A', said_on: '2019', value: '1' } }],
      missing: [],
      unknown: [],
      faults: [],
    });
  });
  test('needs two known columns, or the only one there is', () => {
    expect(findTable(sheet(['code', 'other'], ['A', 'b']), COLUMNS)).toBeNull();
    expect(findTable(sheet(['code', 'other'], ['A', 'b']), ['code'])?.rows).toEqual([{ row: 2, cells: { code: 'A' } }]);
    expect(findTable(sheet(), COLUMNS)).toBeNull();
  });
  test('names what is missing and what means nothing here', () => {
    const found = findTable(sheet(['code', 'colour', 'said_on'], ['A', 'red', '2019']), COLUMNS);
    expect(found).toMatchObject({ missing: ['value'], unknown: ['colour'], faults: [] });
    expect(found?.rows).toEqual([{ row: 2, cells: { code: 'A', said_on: '2019', value: '' } }]);
  });
  test('may have each known column once', () => {
    expect(findTable(sheet(['code', 'Said on', 'said_on', 'value']), COLUMNS)?.faults).toEqual([
      { file: 'Dates', row: 1, column: 'said_on', found: 'Said on, said_on', mend: 'keep one column of this name' },
    ]);
  });
  test('words of JavaScript are words', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const [row] = findTable(sheet(names, ['1', '2', '3']), names)?.rows ?? [];
    expect(Object.entries(row?.cells ?? {})).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
    expect(findTable(sheet(names, ['1', '2', '3']), COLUMNS)).toBeNull();
  });
  test('letters of other alphabets count', () => {
    expect(lettersAndDigits(' Größe_1 (x) ')).toBe('größe1');
    expect(lettersAndDigits('cоde')).not.toBe('code');
  });
});

describe('the cells of a table are text', () => {
  test.each<[ReadCell, string]>([
    [64, '64'],
    [240900, '240900'],
    [0.1, '0.1'],
    [-5, '-5'],
    [0, '0'],
    [1e-7, '0.0000001'],
    [-1.5e-7, '-0.00000015'],
    [{ day: '2019-10-01' }, '2019-10-01'],
    [true, 'yes'],
    [false, 'no'],
    ['1.10', '1.10'],
    ['007', '007'],
    ['=1+1', '=1+1'],
    [' two\nlines ', 'two\nlines'],
  ])('%j is %j', (cell, text) => {
    expect(textIn(cell)).toBe(text);
  });
  test('numbers that a spreadsheet no longer has in full are refused', () => {
    for (const number of [1e21, 1e15, -1e16]) expect(faultOf(number)?.mend).toMatch(/^write it as text/);
  });
  test('formulas and errors are refused, by their place, and their cells are empty', () => {
    const found = inTable(['A', '', { formula: '=1+1' }], ['B', { error: '#N/A' }, 'x']);
    expect(found?.faults.map(({ file, row, column, found: held }) => [file, row, column, held])).toEqual([
      ['Dates', 2, 'value', '=1+1'],
      ['Dates', 3, 'said_on', '#N/A'],
    ]);
    expect(found?.rows.map(({ cells }) => cells['value'])).toEqual(['', 'x']);
  });
  test('text beside the table, without a header, is refused', () => {
    expect(inTable(['A', '2019', '1', 'stray'])?.faults).toEqual([
      { file: 'Dates', row: 2, column: 'D', found: 'stray', mend: 'give this column a header, or take the text out' },
    ]);
  });
  test('rows with nothing in known columns are left out, and rows keep their number', () => {
    const rows = inTable(['', ' ', ''], ['A', '', ''])?.rows;
    expect(rows?.map(({ row }) => row)).toEqual([3]);
  });
  test('a number is text that means the same number, or a fault; nothing is thrown', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const found = inTable(['A', '', number]);
        if (found?.faults.length === 0) expect(Number(textIn(number))).toBe(number === 0 ? 0 : number);
      }),
      { numRuns: 500 },
    );
  });
  test('whatever a sheet holds, each cell is told or comes out', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom<ReadCell>(...COLUMNS, true, { formula: '=x' }, { error: '#N/A' }, { day: '2019-10-01' }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const found = findTable(sheet(...rows), COLUMNS);
        for (const { cells } of found?.rows ?? []) expect(Object.keys(cells)).toEqual(COLUMNS);
      }),
    );
  });
});
