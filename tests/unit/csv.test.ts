import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, csvOf, guarded, unguarded } from '#app/documents/csv.ts';
import { HARD_TEXT, sampleSummary, sampleTable } from '../helpers/sample-summary.ts';

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
  test.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["''-1", "'''-1"],
    ["'tis", "'tis"],
    ["rock 'n' roll", "rock 'n' roll"],
    ["' =1", "'' =1"],
  ])('of %j makes %j, which can be undone', (text, safe) => {
    expect(guarded(text)).toBe(safe);
    expect(unguarded(safe)).toBe(text);
  });
  test('the mark in front can be taken off again, whatever the text', () => {
    const plain = fc.string({ unit: 'grapheme' });
    const risky = fc
      .tuple(fc.string({ unit: fc.constantFrom("'", ' ', '=', '+', '-', '@', '|', '＝', 'a') }), plain)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(plain, risky), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
  test('gives back the text that was put in, whatever it is, and numbers without a mark', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((s) => !/[\p{Cc}\uFEFF]/u.test(s));
    const number = fc.oneof(fc.integer(), fc.double({ noDefaultInfinity: true, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, number), { minLength: 1 }), (rows) => {
        const back = parse(csv(rows), { bom: true, trim: false }) as [string, string][];
        expect(back.map(([words, n]) => [unguarded(words), n])).toEqual(rows.map(([words, n]) => [words, String(n)]));
      }),
    );
  });
});

describe('the main table of a summary as CSV', () => {
  const STRICT = { bom: true, record_delimiter: '\r\n', relax_quotes: false, relax_column_count: false };
  const read = (changes: Parameters<typeof sampleSummary>[0] = {}) =>
    parse(Buffer.from(csvOf(sampleSummary(changes))), STRICT) as string[][];

  test('a strict parser reads the header and every value, once the guard is taken off', () => {
    const { columns, rows } = sampleTable(60);
    const [header, ...lines] = read();
    expect(header).toEqual(columns.map(({ label }) => label));
    expect(lines.map((line) => line.map(unguarded))).toEqual(
      rows.map((row) =>
        row.map((cell, i) => {
          if (columns[i]?.kind === 'marks') return cell === 'f r' ? '[f] [r]' : '';
          return typeof cell === 'object' ? (cell?.text ?? '') : String(cell);
        }),
      ),
    );
    for (const text of HARD_TEXT) expect(lines.some(([, words]) => unguarded(words ?? '') === text)).toBe(true);
  });

  test('begins with a byte-order mark, and the same document gives the same bytes', () => {
    const bytes = csvOf(sampleSummary());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csvOf(sampleSummary())).toEqual(bytes);
  });

  test('says at its end that it is a demonstration', () => {
    expect(read({ demonstration: 'Demonstration: people are made up.' }).at(-1)?.[0]).toMatch(/^Demonstration/);
    expect(read().at(-1)?.[0]).toBe('DAT-1.60');
  });

  test('is refused where the document names a table that it does not hold', () => {
    expect(() => read({ mainTable: 'nothing' })).toThrow('no table "nothing"');
  });
});
