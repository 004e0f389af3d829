import { expect } from 'vitest';
import { cellsOf, type HostileFile, read, refused } from './case.ts';
import { makeOds, odsCell, odsRow, odsText, table } from './make-office.ts';

const rows = (inside: string, more: Parameters<typeof makeOds>[0] = {}) =>
  makeOds({ tables: table('Sheet1', inside), ...more });
const first =
  (...cells: unknown[]) =>
  (file: Parameters<typeof cellsOf>[0]) =>
    expect(cellsOf(file)[0]).toEqual(cells);
const across = (count: number | string) => ` table:number-columns-repeated="${count}"`;
const down = (count: number | string) => ` table:number-rows-repeated="${count}"`;
const empty = (attributes = '') => `<table:table-cell${attributes}/>`;
const file = (name: string, content = '<a/>') => ({ name, content });

/** OpenDocument spreadsheets. */
export function openDocument(): HostileFile[] {
  return [...repeats(), ...dangers(), ...sound()];
}

function repeats(): HostileFile[] {
  return [
    refused(
      'repeat-columns.ods',
      'a cell repeated across 16,384 columns',
      rows(odsRow(odsText('x', across(16_384)))),
      /column 16,384\. The limit is 60/,
    ),
    refused(
      'repeat-rows.ods',
      'a row repeated a million times',
      rows(odsRow(odsText('x'), down(1_048_576))),
      /row 1,048,576\. The limit is 20,000/,
    ),
    refused(
      'repeat-both.ods',
      'cells repeated both ways: seventeen billion',
      rows(odsRow(odsText('x', across(16_384)), down(1_048_576))),
      /The limit is/,
    ),
    refused(
      'repeat-within.ods',
      'cells repeated within the limits of rows and columns',
      rows(odsRow(odsText('x', across(60)), down(19_999))),
      /more than 150,000 filled cells/,
    ),
    refused(
      'repeat-text.ods',
      'a long text repeated within the limits',
      rows(odsRow(odsText('x'.repeat(9_999), across(10)), down(300))),
      /more than 20,000,000 characters/,
    ),
    refused(
      'repeat-many.ods',
      '2,000 rows, each repeated 20 times',
      rows(odsRow(odsText('x'), down(20)).repeat(2_000)),
      /The limit is 20,000 rows/,
    ),
    refused(
      'repeat-number.ods',
      'a number repeated a billion times',
      rows(odsRow(odsCell(`office:value-type="float" office:value="1"${across('999999999')}`))),
      /repeats something “999999999” times/,
    ),
    refused(
      'repeat-word.ods',
      'repeated “many” times',
      rows(odsRow(odsText('x', across('many')))),
      /repeats something “many” times/,
    ),
    refused(
      'repeat-minus.ods',
      'repeated fewer times than none',
      rows(odsRow(odsText('x', across(-5)))),
      /repeats something “-5” times/,
    ),
    refused(
      'spaces.ods',
      'a billion spaces in one element',
      rows(odsRow(odsText('a<text:s text:c="1000000000"/>b'))),
      /repeats something/,
    ),
    refused(
      'spaces-many.ods',
      'a thousand times ten million spaces',
      rows(odsRow(odsText('<text:s text:c="10000000"/>'.repeat(1_000)))),
      /cell A1 has [\d,]+ characters/,
    ),
    refused(
      'long-cell.ods',
      'a cell of 100,000 characters',
      rows(odsRow(odsText('x'.repeat(100_000)))),
      /cell A1 has 100,000 characters/,
    ),
    refused(
      'sheets.ods',
      '300 sheets',
      makeOds({ tables: Array.from({ length: 300 }, (_, i) => table(`S${i}`, '')).join('') }),
      /has more than 150 sheets, which is the limit/,
    ),
    refused(
      'same.ods',
      'two sheets of one name',
      makeOds({ tables: table('A', '') + table('a', '') }),
      /Two sheets are named “a”/,
    ),
    read(
      'million.ods',
      'a million empty rows at the end, as LibreOffice writes them',
      rows(odsRow(odsText('x') + empty(across(16_383))) + odsRow(empty(across(16_384)), down(1_048_575))),
      (book) => {
        expect(book.sheets[0]?.rows).toEqual([{ row: 1, cells: ['x'] }]);
      },
    ),
    read(
      'each-empty.ods',
      '200,000 empty rows one by one',
      rows(
        odsRow(odsText('x')) +
          Array.from({ length: 200_000 }, (_, i) => odsRow(empty(` table:style-name="c${i % 977}"`))).join(''),
      ),
      (book) => {
        expect(book.sheets[0]?.rows).toHaveLength(1);
      },
    ),
    read(
      'repeated.ods',
      'repeats within the limits are read',
      rows(
        odsRow(odsText('a', across(2)) + odsCell(`office:value-type="float" office:value="1.5"${across(2)}`), down(3)),
      ),
      (book) => {
        expect(book.sheets[0]?.rows.map(({ row, cells }) => [row, ...cells])).toEqual(
          [1, 2, 3].map((row) => [row, 'a', 'a', 1.5, 1.5]),
        );
      },
    ),
  ];
}

function dangers(): HostileFile[] {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`;
  const links = /links to other files or data/;
  return [
    refused(
      'laughs.ods',
      'a billion laughs',
      makeOds({ content: `${laughs}<office:document-content>&c;</office:document-content>` }),
      /declares a document type or entities/,
    ),
    refused(
      'laughs-meta.ods',
      'a document type in a part that is not read',
      makeOds({ more: [file('meta.xml', `${laughs}<a>&c;</a>`)] }),
      /declares a document type/,
    ),
    refused('basic.ods', 'macros', makeOds({ more: [file('Basic/Standard/Module1.xml')] }), /holds macros/),
    refused(
      'python.ods',
      'macros in Python',
      makeOds({ more: [file('Scripts/python/x.py', 'print(1)')] }),
      /holds macros/,
    ),
    refused(
      'event.ods',
      'a macro that runs by itself',
      makeOds({
        front:
          '<office:scripts><office:event-listeners><script:event-listener script:event-name="dom:load"/></office:event-listeners></office:scripts>',
      }),
      /holds macros/,
    ),
    refused(
      'linked.ods',
      'a sheet that comes from another file',
      rows(`<table:table-source xlink:href="file:///etc/passwd" table:table-name="x"/>${odsRow(odsText('x'))}`),
      links,
    ),
    refused(
      'linked-cells.ods',
      'cells that come from a web page',
      rows(
        odsRow(
          `<table:table-cell office:value-type="string"><table:cell-range-source table:name="x" xlink:href="http://example.org/"/><text:p>x</text:p></table:table-cell>`,
        ),
      ),
      links,
    ),
    refused(
      'dde.ods',
      'data from another program (DDE)',
      makeOds({
        tables: `${table('Sheet1', odsRow(odsText('x')))}<table:dde-links><table:dde-link><office:dde-source office:dde-application="cmd"/></table:dde-link></table:dde-links>`,
      }),
      links,
    ),
    refused(
      'object.ods',
      'an embedded document',
      makeOds({ more: [file('Object 1/content.xml')] }),
      /embedded objects/,
    ),
    refused(
      'drawn-object.ods',
      'an object in a cell',
      rows(odsRow('<table:table-cell><draw:frame><draw:object-ole xlink:href="./x"/></draw:frame></table:table-cell>')),
      /embedded objects/,
    ),
    refused(
      'password.ods',
      'a password',
      makeOds({
        manifest:
          '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
      }),
      /protected by a password/,
    ),
    refused(
      'table-in-cell.ods',
      'a table in a cell',
      rows(odsRow(`<table:table-cell>${table('inner', odsRow(odsText('x')))}</table:table-cell>`)),
      /holds a whole table/,
    ),
    refused(
      'kind.ods',
      'a cell of a kind that there is not',
      rows(odsRow(odsCell('office:value-type="zzz"', 'x'))),
      /says that it holds “zzz”/,
    ),
    refused(
      'cut.ods',
      'content that breaks off',
      makeOds({ content: '<office:document-content><office:body>' }),
      /its end is missing/,
    ),
    refused(
      'no-content.ods',
      'no content',
      makeOds({ change: (files) => files.filter(({ name }) => name !== 'content.xml') }),
      /“content\.xml” is missing/,
    ),
    refused('no-sheet.ods', 'no sheet', makeOds({ tables: '' }), /it has no sheet/),
    refused(
      'encoding.ods',
      'another encoding',
      makeOds({ content: '<?xml version="1.0" encoding="UTF-7"?><office:document-content/>' }),
      /not UTF-8/,
    ),
  ];
}

function sound(): HostileFile[] {
  const hidden =
    '<office:automatic-styles><style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';
  const old =
    '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>';
  const day = (value: string) => odsCell(`office:value-type="date" office:date-value="${value}"`, 'shown');
  return [
    read(
      'kinds.ods',
      'a number, days, yes and no, an error, a formula, a time',
      rows(
        odsRow(
          odsCell('office:value-type="float" office:value="0.1"', '0.1') +
            day('2019-10-01') +
            day('2019-10-01T23:59:59') +
            odsCell('office:value-type="boolean" office:boolean-value="false"', 'FALSE') +
            odsCell('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', '#DIV/0!') +
            odsCell('office:value-type="string" calcext:value-type="error"', '#N/A') +
            odsCell('office:value-type="percentage" office:value="0.5"', '50%') +
            odsCell('office:value-type="time" office:time-value="PT10H30M00S"', '10:30'),
        ),
      ),
      (book) => {
        const dayCell = { day: '2019-10-01' };
        expect(cellsOf(book)[0]).toEqual([
          0.1,
          dayCell,
          dayCell,
          false,
          { formula: '=1/0' },
          { error: '#N/A' },
          0.5,
          { error: '10:30' },
        ]);
        expect(book.said).toEqual(['Days with a time were read as days: 1 cell']);
      },
    ),
    read(
      '1904.ods',
      'days that count from 1904',
      makeOds({ tables: old + table('S', odsRow(day('2019-10-01'))) }),
      first({ day: '2019-10-01' }),
    ),
    read(
      'bad-days.ods',
      'days that are none',
      rows(
        odsRow(
          day('1 October 2019') + day('2019-13-45') + odsCell('office:value-type="float" office:value="NaN"', 'x'),
        ),
      ),
      first({ error: '1 October 2019' }, expect.anything(), { error: expect.any(String) }),
    ),
    read(
      'texts.ods',
      'texts that look like something else',
      rows(
        odsRow(
          odsText('007') +
            odsText('1.10') +
            odsText('=1+1') +
            odsText('_x0041_') +
            odsText('<text:s text:c="2"/>two <text:s/>spaces<text:tab/>tab<text:line-break/>line') +
            odsText('&#128512;<text:span>&lt;b&gt;</text:span>'),
        ),
      ),
      first('007', '1.10', '=1+1', '_x0041_', '  two  spaces\ttab\nline', '😀<b>'),
    ),
    read(
      'paragraphs.ods',
      'empty paragraphs before, between and behind',
      rows(
        odsRow(
          '<table:table-cell office:value-type="string"><text:p/><text:p>a</text:p><text:p></text:p><text:p>b</text:p><text:p/></table:table-cell>',
        ),
      ),
      first('\na\n\nb\n'),
    ),
    read(
      'pretty.ods',
      'XML with line breaks of its own',
      rows(odsRow(odsText('\n   one\n   two\n'))),
      first('one two'),
    ),
    read(
      'note.ods',
      'a comment and a picture in a cell, which are none of its text',
      rows(
        odsRow(
          '<table:table-cell office:value-type="string"><office:annotation><dc:creator>me</dc:creator><text:p>no</text:p></office:annotation><draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame><text:p>yes</text:p></table:table-cell>',
        ),
      ),
      (book) => {
        expect(cellsOf(book)).toEqual([['yes']]);
        expect(book.said).toEqual(['Comments on cells were not read']);
      },
    ),
    read(
      'covered.ods',
      'merged cells, with text under one',
      rows(
        odsRow(
          `${odsText('a', ' table:number-columns-spanned="3"')}<table:covered-table-cell/><table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>`,
        ),
      ),
      first('a', '', 'under'),
    ),
    read(
      'hidden.ods',
      'a hidden sheet, row and column',
      makeOds({
        front: hidden,
        tables: table(
          'Secret',
          `<table:table-column table:visibility="collapse"/>${odsRow(odsText('x'), ' table:visibility="filter"')}`,
          ' table:style-name="h"',
        ),
      }),
      (book) => {
        expect(cellsOf(book)).toEqual([['x']]);
        expect(book.said).toHaveLength(3);
      },
    ),
    read(
      'attribute.ods',
      'text that stands in an attribute alone',
      rows(odsRow('<table:table-cell office:value-type="string" office:string-value="a &quot;b&quot;"/>')),
      first('a "b"'),
    ),
    read(
      'header-rows.ods',
      'rows in groups and headers',
      rows(
        `<table:table-header-rows>${odsRow(odsText('code'))}</table:table-header-rows><table:table-row-group>${odsRow(odsText('A'))}</table:table-row-group>`,
      ),
      (book) => expect(cellsOf(book)).toEqual([['code'], ['A']]),
    ),
    read(
      'changes.ods',
      'changes that were tracked are not the table',
      makeOds({
        tables: `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>old</text:p></table:change-track-table-cell><table:table-cell office:value-type="string"><text:p>old</text:p></table:table-cell></table:previous></table:cell-content-change></table:tracked-changes>${table('S', odsRow(odsText('new')))}`,
      }),
      (book) => expect(cellsOf(book)).toEqual([['new']]),
    ),
    read(
      'proto.ods',
      'sheets that are words of JavaScript',
      makeOds({ tables: ['__proto__', 'constructor'].map((name) => table(name, odsRow(odsText(name)))).join('') }),
      (book) => {
        expect(book.sheets.map(({ name, rows: [only] }) => [name, only?.cells])).toEqual([
          ['__proto__', ['__proto__']],
          ['constructor', ['constructor']],
        ]);
      },
    ),
  ];
}
