import { expect } from 'vitest';
import { cellsOf, type HostileFile, read, refused } from './case.ts';

const HEAD = 'code,name\n';
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** CSV files. */
export function texts(): HostileFile[] {
  return [...encodings(), ...shapes(), ...meanings()];
}

function encodings(): HostileFile[] {
  const cafe = (file: Parameters<typeof cellsOf>[0]) => expect(cellsOf(file)[1]).toEqual(['A', 'café “x”']);
  const said = (words: string) => (file: Parameters<typeof cellsOf>[0]) => {
    cafe(file);
    expect(file.said).toEqual([words]);
  };
  const wide = `${HEAD}A,café “x”\n`;
  return [
    read('utf8.csv', 'UTF-8 needs no word', bytes(HEAD, 'A,café “x”\n'), (file) => {
      cafe(file);
      expect(file.said).toEqual([]);
    }),
    read('bom.csv', 'UTF-8 with a mark in front', `\uFEFF${HEAD}A,café “x”\n`, (file) =>
      expect(cellsOf(file)[0]).toEqual(['code', 'name']),
    ),
    read(
      '1252.csv',
      'Windows-1252',
      bytes(HEAD, 'A,caf', [0xe9], ' ', [0x93], 'x', [0x94], '\n'),
      said('Read as Windows-1252, since it is not UTF-8'),
    ),
    read('utf16le.csv', 'UTF-16 as Excel writes it', Buffer.from(`\uFEFF${wide}`, 'utf16le'), said('Read as UTF-16')),
    read('utf16be.csv', 'UTF-16 the other way round', swapped(`\uFEFF${wide}`), said('Read as UTF-16')),
    refused('utf16-bare.csv', 'UTF-16 without a mark', Buffer.from(wide, 'utf16le'), /NUL byte/),
    refused('nul.csv', 'a NUL byte in the third line', `${HEAD}A,b\nB,x\0y\n`, /“nul\.csv”, line 3, holds a NUL byte/),
    refused(
      'mixed.csv',
      'UTF-8 in one line and Windows-1252 in another',
      bytes(HEAD, 'A,café\nB,caf', [0xe9], '\n'),
      /line 3, holds bytes of two encodings/,
    ),
    refused(
      'mixed-back.csv',
      'the other way round',
      bytes(HEAD, 'A,caf', [0xe9], '\nB,café\n'),
      /line 2, holds bytes of two encodings/,
    ),
    refused(
      'overlong.csv',
      'a long way of writing a slash, beside letters',
      bytes(HEAD, 'é,', [0xc0, 0xaf], '\n'),
      /two encodings/,
    ),
    refused(
      'cut-utf16.csv',
      'half a letter of UTF-16',
      bytes([0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8]),
      /bytes that are no text/,
    ),
  ];
}

function shapes(): HostileFile[] {
  const two = (file: Parameters<typeof cellsOf>[0]) =>
    expect(cellsOf(file)).toEqual([
      ['code', 'name'],
      ['A', 'b'],
    ]);
  return [
    read('semicolons.csv', 'semicolons', 'code;name\nA;b\n', (file) => {
      two(file);
      expect(file.said).toEqual(['Read with semicolons between the cells']);
    }),
    read('tabs.csv', 'tabs', 'code\tname\r\nA\tb\r\n', two),
    read('sep.csv', 'a first line for Excel', 'sep=;\r\ncode;name\r\nA;b', (file) => {
      two(file);
      expect(file.sheets[0]?.rows[0]?.row).toBe(2);
    }),
    read('ends.csv', 'three ways of ending a line', 'code,name\rA,b\r\n', two),
    read(
      'blank.csv',
      '200,000 blank lines before the last',
      `${HEAD}A,b\n${',\n'.repeat(9_000)}C,d\n${',,,\r\n'.repeat(200_000)}`,
      (file) => {
        expect(file.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 2, 9003]);
      },
    ),
    refused(
      'unclosed.csv',
      'a quote that is not closed',
      `${HEAD}A,"b\nC,d\n`,
      /cannot be read after row 1: a quote is not closed/,
    ),
    refused(
      'inner-quote.csv',
      'a quote in the middle of a cell',
      `${HEAD}A,b"c\n`,
      /after row 1: a quote stands where none may be/,
    ),
    refused(
      'quoted-bomb.csv',
      'one quoted cell of 9 MB',
      `${HEAD}A,"${'x'.repeat(9_000_000)}"\n`,
      /cell B2 has 9,000,000 characters\. The limit is 10,000/,
    ),
    refused(
      'open-bomb.csv',
      'a quote that is not closed for 9 MB',
      `${HEAD}A,"${'x\n'.repeat(4_500_000)}`,
      /a quote is not closed/,
    ),
    refused('quotes.csv', 'nothing but quotes', `${HEAD}${'"'.repeat(4_000_001)}`, /quote|characters/),
    refused(
      'long-cell.csv',
      'a cell of 100,000 characters',
      `${HEAD}A,${'x'.repeat(100_000)}\n`,
      /cell B2 has 100,000 characters/,
    ),
    refused('long.csv', '20,001 rows', `${HEAD}${'A,b\n'.repeat(20_000)}`, /row 20,001\. The limit is 20,000 rows/),
    refused(
      'wide.csv',
      '1,000 columns',
      `${'a,'.repeat(1_000)}b\n`,
      /column BI, which is column 61\. The limit is 60 columns/,
    ),
    refused('million.csv', 'a million rows', 'a\n'.repeat(1_000_000), /row 20,001/),
    refused('cells.csv', '1,200,000 cells', `${'a,'.repeat(59)}b\n`.repeat(20_000), /more than 150,000 filled cells/),
    refused('nothing.csv', 'nothing but commas', ',,,\n,,,\n', /a file of 1 empty table/),
  ];
}

function meanings(): HostileFile[] {
  const second = (cells: string[]) => (file: Parameters<typeof cellsOf>[0]) => expect(cellsOf(file)[1]).toEqual(cells);
  return [
    read(
      'guard.csv',
      'text with the mark against formulas, once and twice',
      `${HEAD}'=1+1,''=1+1\n`,
      second(['=1+1', "'=1+1"]),
    ),
    read('formula.csv', 'text that a spreadsheet would run', `${HEAD}=1+1,@SUM(A1)\n`, second(['=1+1', '@SUM(A1)'])),
    read('zeros.csv', 'leading zeros and 1.10', `${HEAD}007,1.10\n`, second(['007', '1.10'])),
    read(
      'look-alike.csv',
      'a code with a Cyrillic letter stays what it is',
      `${HEAD}DАT-1,DAT-1\n`,
      second(['DАT-1', 'DAT-1']),
    ),
    read(
      'controls.csv',
      'control characters are taken out',
      `${HEAD}a\u0007b,c\u001B[31md\u0085\n`,
      second(['ab', 'c[31md']),
    ),
    read('lines.csv', 'line ends in a cell are one kind', `${HEAD}"a\r\nb\rc",d\n`, second(['a\nb\nc', 'd'])),
    read('proto.csv', 'headers that are words of JavaScript', '__proto__,constructor,toString\n1,2,3\n', (file) => {
      expect(cellsOf(file)).toEqual([
        ['__proto__', 'constructor', 'toString'],
        ['1', '2', '3'],
      ]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    read('__proto__.csv', 'a table of that name', HEAD, (file) => expect(file.sheets[0]?.name).toBe('__proto__')),
    read('emoji.csv', 'emoji and right-to-left', `${HEAD}👩‍🔬,‮שלום\n`, second(['👩‍🔬', '‮שלום'])),
  ];
}
