import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '#app/documents/csv.ts';

const lines = (...rows: (string | number | null)[][]) => csv(rows).slice(1).split('\r\n');

describe('a CSV file', () => {
  test('begins with a byte-order mark, for Excel, and ends each line as RFC 4180 says', () => {
    expect(
      csv([
        ['Code', 'Late by'],
        ['DAT-1.3', -669],
        ['X', null],
      ]),
    ).toBe('\uFEFFCode,Late by\r\nDAT-1.3,-669\r\nX,\r\n');
  });
  test('puts quotes around commas, quotes, line ends and outer spaces', () => {
    expect(lines(['a,b', 'say "no"', 'two\nlines', ' x '])[0]).toBe('"a,b","say ""no""","two\nlines"," x "');
  });
  test.each(['=1+1', '+44 20', '-1', '@SUM(A1)', '|calc', '  =1+1', '\t=1', '＝1+1', '\u0000=1'])(
    'never lets a spreadsheet run %j',
    (text) => {
      const [[cell = '']] = parse(csv([[text]]), { bom: true }) as [[string]];
      expect(cell.startsWith("'")).toBe(true);
    },
  );
  test('a number stays a number, also below nought', () => {
    expect(lines([-5, 0, 1234.5])[0]).toBe('-5,0,1234.5');
  });
  test('gives back what was put in, whatever it is', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((s) => !/[\p{Cc}\uFEFF]|^\s*[=+\-@|＝＋－＠]/u.test(s));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        expect(parse(csv(rows), { bom: true, trim: false })).toEqual(rows);
      }),
    );
  });
});
