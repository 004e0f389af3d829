import { expect } from 'vitest';
import { cellsOf, type HostileFile, read, refused } from './case.ts';
import { makeXlsx, number, row, text, type XlsxParts } from './make-office.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const rows = (inside: string, more: XlsxParts = {}) =>
  makeXlsx({ sheets: [{ name: 'Sheet1', rows: inside }], ...more });
const first =
  (...cells: unknown[]) =>
  (file: Parameters<typeof cellsOf>[0]) =>
    expect(cellsOf(file)[0]).toEqual(cells);
const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i + 1)).join('');
const sharedCell = (place: string, index: number | string) => `<c r="${place}" t="s"><v>${index}</v></c>`;
const file = (name: string, content = '<a/>') => ({ name, content });
const without =
  (name: string): XlsxParts['change'] =>
  (files) =>
    files.filter((each) => each.name !== name);
const replaced =
  (name: string, content: string | Uint8Array): XlsxParts['change'] =>
  (files) =>
    files.map((each) => (each.name === name ? { ...each, content } : each));

/** Workbooks of Excel. */
export function excel(): HostileFile[] {
  return [...dangers(), ...limits(), ...invalid(), ...sound()];
}

function dangers(): HostileFile[] {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${many(9, (n) => `<!ENTITY a${n} "${`&a${n === 1 ? '' : n - 1};`.repeat(10)}">`)}]>`;
  const external =
    '<Relationships><Relationship Id="r" Type="x/oleObject" Target="file:///etc/passwd" TargetMode="External"/></Relationships>';
  const declares = /declares a document type or entities/;
  return [
    refused('macros.xlsx', 'macros', makeXlsx({ more: [file('xl/vbaProject.bin', 'x')] }), /holds macros/),
    refused(
      'macro-type.xlsx',
      'says that it has macros',
      makeXlsx({
        types:
          '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
      }),
      /holds macros/,
    ),
    refused(
      'macro-sheet.xlsx',
      'a sheet of macros of Excel 4',
      makeXlsx({ more: [file('xl/macrosheets/sheet1.xml')] }),
      /holds macros/,
    ),
    refused(
      'links.xlsx',
      'links to another workbook',
      makeXlsx({ more: [file('xl/externalLinks/externalLink1.xml')] }),
      /links to other files or data/,
    ),
    refused(
      'connection.xlsx',
      'a connection to a database',
      makeXlsx({ more: [file('xl/connections.xml')] }),
      /links to other files or data/,
    ),
    refused(
      'ole-link.xlsx',
      'an object that lives in another file',
      makeXlsx({ more: [file('xl/worksheets/_rels/sheet1.xml.rels', external)] }),
      /links to other files or data/,
    ),
    refused(
      'embedded.xlsx',
      'an embedded document',
      makeXlsx({ more: [file('xl/embeddings/oleObject1.bin', 'x')] }),
      /embedded objects/,
    ),
    refused('control.xlsx', 'a control', makeXlsx({ more: [file('xl/activeX/activeX1.xml')] }), /embedded objects/),
    refused(
      'laughs.xlsx',
      'a billion laughs in the texts',
      makeXlsx({ more: [file('xl/sharedStrings.xml', `${laughs}<sst><si><t>&a9;</t></si></sst>`)] }),
      declares,
    ),
    refused(
      'entity.xlsx',
      'an entity that reads a file',
      makeXlsx({
        change: replaced(
          SHEET,
          '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>',
        ),
      }),
      declares,
    ),
    refused(
      'styles.xlsx',
      'a document type in the styles',
      makeXlsx({ change: replaced('xl/styles.xml', '<!DOCTYPE s SYSTEM "http://example.org/x.dtd"><styleSheet/>') }),
      declares,
    ),
    refused(
      'wide.xlsx',
      'XML in UTF-16, in which nothing can be looked for',
      makeXlsx({ change: replaced(SHEET, Buffer.from('\uFEFF<worksheet/>', 'utf16le')) }),
      /not UTF-8/,
    ),
    refused(
      'chart-sheet.xlsx',
      'a sheet that is a chart',
      makeXlsx({
        change: (files) =>
          files.map((each) =>
            each.name === 'xl/_rels/workbook.xml.rels'
              ? { ...each, content: String(each.content).replace('/worksheet"', '/chartsheet"') }
              : each,
          ),
      }),
      /is no sheet of cells/,
    ),
  ];
}

function limits(): HostileFile[] {
  const long = 'x'.repeat(9_000);
  const sharedRows = many(3_000, (n) => row(n, sharedCell(`A${n}`, 0)));
  return [
    refused(
      'corner.xlsx',
      'one cell in the last corner',
      rows(row(1_048_576, text('XFD1048576', 'x'))),
      /row 1,048,576\. The limit is 20,000 rows/,
    ),
    refused(
      'right.xlsx',
      'one cell in the last column',
      rows(row(1, text('XFD1', 'x'))),
      /column XFD, which is column 16,384\. The limit is 60/,
    ),
    refused('far.xlsx', 'a cell outside of any sheet', rows(row(1, text('ZZZ1', 'x'))), /The limit is 60 columns/),
    refused('long.xlsx', '20,001 rows', rows(many(20_001, (n) => row(n, number(`A${n}`, n)))), /row 20,001/),
    refused(
      'cells.xlsx',
      '201,000 cells',
      rows(many(3_350, (n) => row(n, '<c><v>1</v></c>'.repeat(60)))),
      /more than 150,000 filled cells/,
    ),
    refused(
      'long-cell.xlsx',
      'a cell of 100,000 characters',
      rows(row(1, text('A1', 'x'.repeat(100_000)))),
      /cell A1 has 100,000 characters/,
    ),
    refused(
      'long-shared.xlsx',
      'a shared text of 100,000 characters',
      rows(row(1, sharedCell('A1', 0)), { shared: `<si><t>${'x'.repeat(100_000)}</t></si>` }),
      /cell A1 has 100,000 characters/,
    ),
    refused(
      'shared-bomb.xlsx',
      'one text of 9,000 characters in 3,000 cells',
      rows(sharedRows, { shared: `<si><t>${long}</t></si>` }),
      /more than 20,000,000 characters/,
    ),
    refused(
      'sheets.xlsx',
      '300 sheets',
      makeXlsx({ sheets: Array.from({ length: 300 }, (_, i) => ({ name: `S${i}`, rows: '' })) }),
      /has more than 150 sheets, which is the limit/,
    ),
    refused(
      'name.xlsx',
      'a sheet with a name of 10,000 letters',
      makeXlsx({ sheets: [{ name: 'x'.repeat(10_000), rows: '' }] }),
      /has 10,000 letters/,
    ),
    refused(
      'same.xlsx',
      'two sheets of one name',
      makeXlsx({ sheets: ['Data', 'DATA'].map((name) => ({ name, rows: '' })) }),
      /Two sheets are named “DATA”/,
    ),
    refused(
      'nested.xlsx',
      '200 elements in one another',
      rows('<a>'.repeat(200) + '</a>'.repeat(200)),
      /do not stand in one another/,
    ),
    read(
      'million.xlsx',
      '600,000 empty rows, and one with text',
      rows(row(1, text('A1', 'x')) + many(600_000, (n) => `<row r="${n + 1}"/>`)),
      (book) => expect(book.sheets[0]?.rows).toEqual([{ row: 1, cells: ['x'] }]),
    ),
    read(
      'styled.xlsx',
      '200,000 empty cells with a style',
      rows(many(2_000, (n) => row(n, '<c s="1"/>'.repeat(100))) + row(2_001, text('B2001', 'x'))),
      (book) => expect(book.sheets[0]?.rows).toEqual([{ row: 2001, cells: ['', 'x'] }]),
    ),
  ];
}

function invalid(): HostileFile[] {
  const damaged = /The file is damaged/;
  return [
    refused(
      'cut-xml.xlsx',
      'a sheet that breaks off',
      makeXlsx({ change: replaced(SHEET, '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>') }),
      /not well-formed XML \(its end is missing\)/,
    ),
    refused(
      'crossed.xlsx',
      'elements that cross',
      rows('<row r="1"><c r="A1"><v>1</c></v></row>'),
      /not well-formed XML/,
    ),
    refused(
      'no-tag-end.xlsx',
      'a tag without its end',
      rows('<row r="1"><c r="A1" <v>1</v></c></row>'),
      /a tag has no end/,
    ),
    refused(
      'index.xlsx',
      'a shared text that is not there',
      rows(row(1, sharedCell('A1', 7)), { shared: '<si><t>x</t></si>' }),
      /asks for text that is not in it/,
    ),
    refused(
      'negative.xlsx',
      'a shared text before the first',
      rows(row(1, sharedCell('A1', -1)), { shared: '<si><t>x</t></si>' }),
      /asks for text that is not in it/,
    ),
    refused(
      'proto-index.xlsx',
      'a shared text by a word of JavaScript',
      rows(row(1, sharedCell('A1', '__proto__')), { shared: '<si><t>x</t></si>' }),
      /asks for text/,
    ),
    refused(
      'missing.xlsx',
      'a sheet that is not there',
      makeXlsx({ change: without(SHEET) }),
      /sheet “Sheet1” is missing/,
    ),
    refused('no-workbook.xlsx', 'no list of sheets', makeXlsx({ change: without('xl/workbook.xml') }), damaged),
    refused('no-sheets.xlsx', 'a list without sheets', makeXlsx({ sheets: [] }), /it has no sheet/),
    refused(
      'type.xlsx',
      'a cell of a kind that there is not',
      rows(row(1, '<c r="A1" t="zzz"><v>1</v></c>')),
      /which is not what it says/,
    ),
    refused(
      'moved.xlsx',
      'a cell that stands in another row than it says',
      rows(row(1, text('A9', 'x'))),
      /cell A9 of sheet “Sheet1” stands in row 1/,
    ),
    refused(
      'entity-name.xlsx',
      'an entity that means nothing',
      rows(row(1, text('A1', '&nbsp;'))),
      /“&nbsp;” in it means nothing/,
    ),
    refused(
      'bytes.xlsx',
      'a sheet that is not UTF-8',
      makeXlsx({
        change: replaced(SHEET, Buffer.from('<worksheet><sheetData>\xE9</sheetData></worksheet>', 'latin1')),
      }),
      /it is not UTF-8/,
    ),
  ];
}

function sound(): HostileFile[] {
  const hidden = {
    name: 'Secret',
    rows: row(1, text('A1', 'x'), ' hidden="1"'),
    state: 'veryHidden',
    before: '<cols><col min="1" max="1" hidden="1"/></cols>',
  };
  return [
    read(
      'kinds.xlsx',
      'a number, a day, yes and no, an error, a formula, a time',
      rows(
        row(
          1,
          number('A1', 0.1) +
            number('B1', 43739, 1) +
            '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"><f>1+1</f><v>2</v></c>' +
            number('G1', 43739.75, 2),
        ),
      ),
      (book) => {
        expect(cellsOf(book)[0]).toEqual([
          0.1,
          { day: '2019-10-01' },
          true,
          { error: '#N/A' },
          { formula: '=1+1' },
          '',
          { day: '2019-10-01' },
        ]);
        expect(book.said).toEqual(['Days with a time were read as days: 1 cell']);
      },
    ),
    read(
      '1904.xlsx',
      'days that count from 1904',
      rows(row(1, `${number('A1', 43739 - 1462, 2)}<c r="B1" t="d" s="1"><v>2019-10-01</v></c>`), { from1904: true }),
      first({ day: '2019-10-01' }, { day: '2019-10-01' }),
    ),
    read(
      'infinite.xlsx',
      'numbers that are none',
      rows(row(1, number('A1', 'INF') + number('B1', 'NaN') + number('C1', '1e999') + number('D1', '-1e-3'))),
      first({ error: 'INF' }, { error: 'NaN' }, { error: '1e999' }, -0.001),
    ),
    read(
      'shared-formula.xlsx',
      'formulas that share one',
      rows(
        row(
          1,
          '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c><c r="C1" t="str"><f>T("x")</f><v>x</v></c>',
        ),
      ),
      first({ formula: '=B1*2' }, { formula: '=…' }, { formula: '=T("x")' }),
    ),
    read(
      'texts.xlsx',
      'texts that look like something else',
      rows(
        row(
          1,
          text('A1', '007') +
            text('B1', '1.10') +
            text('C1', '=1+1') +
            text('D1', ' two  spaces ') +
            text('E1', '&#128512;&lt;b&gt;') +
            text('F1', 'a_x000D__x000A_b_x005F_x0041_'),
        ),
      ),
      first('007', '1.10', '=1+1', ' two  spaces ', '😀<b>', 'a\nb_x0041_'),
    ),
    read(
      'rich.xlsx',
      'text in parts, with its reading beside',
      rows(row(1, sharedCell('A1', 0)), {
        shared: '<si><r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>',
      }),
      first('one two'),
    ),
    read(
      'cdata.xlsx',
      'CDATA and comments',
      rows(row(1, text('A1', '<![CDATA[<b>&amp;]]>x<!-- no -->'))),
      first('<b>&amp;x'),
    ),
    read(
      'prefix.xlsx',
      'elements with a prefix',
      rows('', {
        change: replaced(
          SHEET,
          '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        ),
      }),
      first('x'),
    ),
    read(
      'strict.xlsx',
      'the strict form of the standard',
      rows(row(1, `${text('A1', 'x')}<c r="B1" t="d" s="1"><v>2019-10-01T00:00:00</v></c>`), {
        main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
        office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
      }),
      first('x', { day: '2019-10-01' }),
    ),
    read(
      'no-places.xlsx',
      'rows and cells that do not say where they stand',
      rows('<row><c><v>1</v></c><c><v>2</v></c></row>'),
      first(1, 2),
    ),
    read(
      'hidden.xlsx',
      'a hidden sheet, row and column',
      makeXlsx({ sheets: [{ name: 'Sheet1', rows: row(1, text('A1', 'a')) }, hidden] }),
      (book) => {
        expect(book.sheets.map(({ rows: [only] }) => only?.cells)).toEqual([['a'], ['x']]);
        expect(book.said).toEqual([
          'Sheet “Secret” is hidden and was read',
          'Sheet “Secret” has hidden rows, which were read',
          'Sheet “Secret” has hidden columns, which were read',
        ]);
      },
    ),
    read(
      'merged.xlsx',
      'merged cells',
      makeXlsx({
        sheets: [
          {
            name: 'S',
            rows: row(1, `${text('A1', 'a')}<c r="B1" s="1"/>${text('C1', 'c')}`),
            after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
          },
        ],
      }),
      first('a', '', 'c'),
    ),
    read(
      'proto.xlsx',
      'sheets and headers that are words of JavaScript',
      makeXlsx({
        sheets: ['__proto__', 'constructor', 'toString'].map((name) => ({
          name,
          rows: row(1, text('A1', '__proto__') + text('B1', 'constructor')),
        })),
      }),
      (book) => {
        expect(book.sheets.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString']);
        for (const sheet of book.sheets) expect(sheet.rows).toEqual([{ row: 1, cells: ['__proto__', 'constructor'] }]);
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
    read(
      'link.xlsx',
      'a link that a reader clicks',
      makeXlsx({
        more: [
          file(
            'xl/worksheets/_rels/sheet1.xml.rels',
            '<Relationships><Relationship Id="r" Type="http://x/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>',
          ),
        ],
      }),
      first('Code'),
    ),
    read(
      'comment.xlsx',
      'a comment on a cell, which is said',
      makeXlsx({ more: [file('xl/comments1.xml', '<comments/>')] }),
      (book) => expect(book.said).toEqual(['Comments on cells were not read']),
    ),
  ];
}
