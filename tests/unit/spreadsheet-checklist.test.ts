import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ods } from '#app/documents/ods.ts';
import { xlsx } from '#app/documents/xlsx.ts';
import { checklistFaults } from '../../scripts/lib/spreadsheet-checklist.ts';
import { sampleSummary } from '../helpers/sample-summary.ts';

const GOOD = { ods: ods(sampleSummary()), xlsx: xlsx(sampleSummary()) };

/** Parts of a file to change: a part's name, what stands there, and what is put in its place; or a part to add. */
type Edit = [part: string, from: string | RegExp, to: string] | [part: string, content: string];
interface Plant {
  fault: string;
  ods: Edit[];
  xlsx: Edit[];
}

function planted(format: 'ods' | 'xlsx', edits: readonly Edit[]): Uint8Array {
  const files = unzipSync(GOOD[format]);
  for (const [part, from, to] of edits) {
    const before = files[part] ? strFromU8(files[part]) : '';
    const after = to === undefined ? String(from) : before.replace(from, to);
    if (after === before) throw new Error(`Nothing was changed in ${part}: ${from}`);
    files[part] = strToU8(after);
  }
  return zipSync(files, { level: 1 });
}

const CONTENT = 'content.xml';
/** A sheet of the sample in the Excel file, by its place. */
const sheet = (place: number): string => `xl/worksheets/sheet${place}.xml`;
const [COVER, CONTENTS, NOTES, WORDS, FIGURE, NONE] = [sheet(1), sheet(2), sheet(3), sheet(4), sheet(5), sheet(7)];
const FIGURE_TABLE = 'xl/tables/table5.xml';
const FIGURE_RELATIONS = 'xl/worksheets/_rels/sheet5.xml.rels';

/** From the start of the figure's sheet in ODS to what follows, so that the first match is in it. */
const inFigure = (rest: string): RegExp => new RegExp(`(table:name="Figure 1"[\\s\\S]*?)${rest}`);
const odsCell = (text: string): string =>
  `<table:table-cell table:style-name="ct" office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const xlsxCell = (place: string, text: string): string =>
  `<c r="${place}" s="0" t="inlineStr"><is><t>${text}</t></is></c>`;
const property = (name: string, fault: string): Plant => ({
  fault,
  ods: [['meta.xml', new RegExp(`<dc:${name}>[^<]*`), `<dc:${name}>`]],
  xlsx: [['docProps/core.xml', new RegExp(`<dc:${name}>[^<]*`), `<dc:${name}>`]],
});

/** The figure's table, one column to the right. */
const odsMoved = (): Edit[] =>
  ['Quarter', 'April to June 2026', 'July to September 2026'].map((text) => [
    CONTENT,
    inFigure(`(<table:table-cell[^>]*><text:p>${text}</text:p>)`),
    '$1<table:table-cell/>$2',
  ]);
const xlsxMoved = (): Edit[] =>
  ['C', 'B', 'A'].map((letter) => [FIGURE, new RegExp(`r="${letter}(9|1\\d)"`, 'g'), `r="${after(letter)}$1"`]);
const after = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 1);

const PLANTS: Plant[] = [
  property('title', 'The property “title” is empty.'),
  property('subject', 'The property “subject” is empty.'),
  property('creator', 'The property “creator” is empty.'),
  property('language', 'The property “language” is empty.'),
  {
    fault: 'The sheets are not in the order cover, contents, notes, tables.',
    ods: [
      [
        CONTENT,
        /(<table:table table:name="Contents"[\s\S]*?<\/table:table>)(<table:table table:name="Notes"[\s\S]*?<\/table:table>)/,
        '$2$1',
      ],
    ],
    xlsx: [['xl/workbook.xml', /(<sheet name="Contents"[^>]*>)(<sheet name="Notes"[^>]*>)/, '$2$1']],
  },
  {
    fault: 'Two sheets have the same name.',
    ods: [[CONTENT, 'table:name="None"', 'table:name="cover"']],
    xlsx: [['xl/workbook.xml', 'name="None"', 'name="cover"']],
  },
  {
    fault: 'Two tables have the same name.',
    ods: [[CONTENT, 'table:name="table_milestones"', 'table:name="table_notes"']],
    xlsx: [['xl/tables/table6.xml', / name="table_milestones"/, ' name="table_notes"']],
  },
  {
    fault: 'The first sheet is not in front.',
    ods: [['settings.xml', /("ActiveTable"[^>]*>)Cover/, '$1Notes']],
    xlsx: [['xl/workbook.xml', 'activeTab="0"', 'activeTab="2"']],
  },
  {
    fault: 'The cursor is not in A1 of the first sheet.',
    ods: [['settings.xml', /("CursorPositionY"[^>]*>)0/, '$14']],
    xlsx: [[COVER, 'activeCell="A1"', 'activeCell="A5"']],
  },
  {
    fault: 'The file has macros.',
    ods: [['Basic/Standard/Module1.xml', '<x/>']],
    xlsx: [['xl/vbaProject.bin', 'x']],
  },
  {
    fault: 'The file has images.',
    ods: [['Pictures/crest.png', 'x']],
    xlsx: [['xl/media/image1.png', 'x']],
  },
  {
    fault: 'The file has headers or footers.',
    ods: [
      [
        'styles.xml',
        /(<style:master-page[^>]*)\/>/,
        '$1><style:footer><text:p>Page</text:p></style:footer></style:master-page>',
      ],
    ],
    xlsx: [[FIGURE, '<ignoredErrors>', '<headerFooter><oddFooter>Page</oddFooter></headerFooter><ignoredErrors>']],
  },
  {
    fault: 'Sheet7: its name says nothing.',
    ods: [[CONTENT, 'table:name="None"', 'table:name="Sheet7"']],
    xlsx: [['xl/workbook.xml', 'name="None"', 'name="Sheet7"']],
  },
  {
    fault: 'None: it is hidden.',
    ods: [
      [CONTENT, /(table:name="None" table:style-name=")sheet/, '$1gone'],
      [
        CONTENT,
        '</office:automatic-styles>',
        '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>',
      ],
    ],
    xlsx: [['xl/workbook.xml', 'name="None"', 'name="None" state="hidden"']],
  },
  {
    fault: 'None: it is blank.',
    ods: [
      [
        CONTENT,
        /(<table:table table:name="None"[\s\S]*?)<table:table-row[\s\S]*<\/table:table-row>(<\/table:table>)/,
        '$1$2',
      ],
    ],
    xlsx: [[NONE, /<sheetData>.*<\/sheetData>/, '<sheetData/>']],
  },
  {
    fault: 'None: it has no title in A1.',
    ods: [
      [
        CONTENT,
        /(<table:table table:name="None"[\s\S]*?<table:table-row[^>]*>)<table:table-cell.*?<\/table:table-cell>/,
        '$1',
      ],
    ],
    xlsx: [[NONE, /<c r="A1".*?<\/c>/, '']],
  },
  {
    fault: 'Figure 1: rows or columns are hidden.',
    ods: [[CONTENT, inFigure('<table:table-column '), '$1<table:table-column table:visibility="collapse" ']],
    xlsx: [[FIGURE, '<col ', '<col hidden="1" ']],
  },
  {
    fault: 'Figure 1: cells are merged.',
    ods: [[CONTENT, inFigure('<table:table-cell '), '$1<table:table-cell table:number-columns-spanned="2" ']],
    xlsx: [[FIGURE, '</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>']],
  },
  {
    fault: 'Figure 1: it has filters.',
    ods: [[CONTENT, /(table:name="table_figure_1_rows".*?display-filter-buttons=")false/, '$1true']],
    xlsx: [[FIGURE_TABLE, '<tableColumns', '<autoFilter ref="A9:C11"/><tableColumns']],
  },
  {
    fault: 'Figure 1: it has frozen panes.',
    ods: [
      [
        'settings.xml',
        /(config:name="Figure 1">)/,
        '$1<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>',
      ],
    ],
    xlsx: [[FIGURE, '<selection ', '<pane ySplit="9" topLeftCell="A10" state="frozen"/><selection ']],
  },
  {
    fault: 'Figure 1: it has floating boxes.',
    ods: [
      [CONTENT, inFigure('<table:table-row'), '$1<table:shapes><draw:custom-shape/></table:shapes><table:table-row'],
    ],
    xlsx: [
      [
        FIGURE_RELATIONS,
        '</Relationships>',
        '<Relationship Id="rId9" Type="x" Target="../drawings/drawing1.xml"/></Relationships>',
      ],
    ],
  },
  {
    fault: 'Figure 1: cells have a background fill.',
    ods: [
      [CONTENT, inFigure('table:style-name="ct"'), '$1table:style-name="filled"'],
      [
        CONTENT,
        '</office:automatic-styles>',
        '<style:style style:name="filled" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" fo:background-color="#f3f2f1"/></style:style></office:automatic-styles>',
      ],
    ],
    xlsx: [
      ['xl/styles.xml', '</fills>', '<fill><patternFill patternType="solid"/></fill></fills>'],
      ['xl/styles.xml', '</cellXfs>', '<xf fillId="2"><alignment wrapText="1"/></xf></cellXfs>'],
      [FIGURE, 's="0"', 's="8"'],
    ],
  },
  {
    fault: 'Figure 1: it has formulas.',
    ods: [[CONTENT, inFigure('office:value-type="float"'), '$1table:formula="of:=40" office:value-type="float"']],
    xlsx: [[FIGURE, '<v>40</v>', '<f>20+20</f><v>40</v>']],
  },
  {
    fault: 'Figure 1: a note is a symbol or superscript.',
    ods: [[CONTENT, '<text:p>Open</text:p>', '<text:p>Open*</text:p>']],
    xlsx: [[FIGURE, '>Open<', '>Open*<']],
  },
  {
    fault: 'None: a note is a symbol or superscript.',
    ods: [
      [CONTENT, 'No milestone had', '<text:span text:style-name="raised">1</text:span>No milestone had'],
      [
        CONTENT,
        '</office:automatic-styles>',
        '<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>',
      ],
    ],
    xlsx: [[NONE, /<is>(<t[^>]*>No milestone)/, '<is><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>$1']],
  },
  {
    fault: 'Contents: a link is a bare address.',
    ods: [[CONTENT, />Figure 1<\/text:a>/, '>https://example.org</text:a>']],
    xlsx: [[CONTENTS, /(<t [^>]*>)Figure 1</, '$1https://example.org<']],
  },
  {
    fault: 'Figure 1: it has more than one table.',
    ods: [
      [
        CONTENT,
        '</table:database-ranges>',
        `<table:database-range table:name="table_2" table:target-range-address="'Figure 1'.A1:'Figure 1'.A2"/></table:database-ranges>`,
      ],
    ],
    xlsx: [
      [
        FIGURE_RELATIONS,
        '</Relationships>',
        '<Relationship Id="rId9" Type="x" Target="../tables/table9.xml"/></Relationships>',
      ],
      ['xl/tables/table9.xml', '<table name="table_2" ref="A1:A2"/>'],
    ],
  },
  {
    fault: 'Figure 1: its table is not marked as one.',
    ods: [[CONTENT, /<table:database-range table:name="table_figure_1_rows"[^>]*>/, '']],
    xlsx: [[FIGURE_RELATIONS, /<Relationship .*?\/>/, '']],
  },
  {
    fault: 'None: [e] is not explained on the notes sheet.',
    ods: [[CONTENT, 'No milestone had', '[e] No milestone had']],
    xlsx: [[NONE, 'No milestone had', '[e] No milestone had']],
  },
  {
    fault: 'None: [note 1] is not explained on the notes sheet.',
    ods: [[CONTENT, 'No milestone had', '[note 1] No milestone had']],
    xlsx: [[NONE, 'No milestone had', '[note 1] No milestone had']],
  },
  {
    fault: 'Figure 1: its table does not start in column A.',
    ods: [[CONTENT, /('Figure 1'\.)A(\d+:'Figure 1'\.)C/, '$1B$2D'], ...odsMoved()],
    xlsx: [[FIGURE_TABLE, /ref="A(\d+):C/, 'ref="B$1:D'], ...xlsxMoved()],
  },
  {
    fault: 'Figure 1: its table has not one header row.',
    ods: [[CONTENT, inFigure('<table:table-header-rows>([\\s\\S]*?)</table:table-header-rows>'), '$1$2']],
    xlsx: [[FIGURE_TABLE, ' totalsRowShown', ' headerRowCount="0" totalsRowShown']],
  },
  {
    fault: 'Figure 1: a column has no name.',
    ods: [[CONTENT, '<text:p>Open</text:p>', '']],
    xlsx: [[FIGURE, />Open</, '><']],
  },
  {
    fault: 'Figure 1: two columns have the same name.',
    ods: [[CONTENT, '<text:p>Open</text:p>', '<text:p>done</text:p>']],
    xlsx: [[FIGURE, '>Open<', '>done<']],
  },
  {
    fault: 'Figure 1: its table has a blank row.',
    ods: [
      [
        CONTENT,
        /<table:table-row[^>]*>(?:(?!<table:table-row).)*<text:p>April to June 2026.*?<\/table:table-row>/,
        '<table:table-row/>',
      ],
    ],
    xlsx: [[FIGURE, /<row [^>]*>(?:(?!<row ).)*April to June 2026.*?<\/row>/, '']],
  },
  {
    fault: 'Figure 1: its table has a blank column.',
    ods: ['12', '11'].map((text) => [
      CONTENT,
      inFigure(`<table:table-cell[^>]*><text:p>${text}</text:p></table:table-cell>`),
      '$1<table:table-cell/>',
    ]),
    xlsx: [
      [FIGURE, '<v>12</v>', ''],
      [FIGURE, '<v>11</v>', ''],
    ],
  },
  {
    fault: 'Figure 1: empty cells are not explained.',
    ods: [
      [CONTENT, inFigure('<table:table-cell[^>]*><text:p>11</text:p></table:table-cell>'), '$1<table:table-cell/>'],
    ],
    xlsx: [[FIGURE, '<v>11</v>', '']],
  },
  {
    fault: 'Milestones: empty cells are not explained.',
    ods: [[CONTENT, 'Columns with blank cells: Shorthand', 'Columns with blank cells: none']],
    xlsx: [[NOTES, 'Columns with blank cells: Shorthand', 'Columns with blank cells: none']],
  },
  {
    fault: 'In words: text is not wrapped.',
    ods: [
      [
        CONTENT,
        /(<table:table table:name="In words"[\s\S]*?<\/table:table-header-rows>[\s\S]*?table:style-name=")ct/,
        '$1cl',
      ],
    ],
    xlsx: [[WORDS, 's="0"', 's="6"']],
  },
  {
    fault: 'Figure 1: something is below its table.',
    ods: [
      [
        CONTENT,
        /(<table:table table:name="Figure 1"[\s\S]*?)(<\/table:table>)/,
        `$1<table:table-row/><table:table-row>${odsCell('Total')}</table:table-row>$2`,
      ],
    ],
    xlsx: [[FIGURE, '</sheetData>', `<row r="40">${xlsxCell('A40', 'Total')}</row></sheetData>`]],
  },
  {
    fault: 'Figure 1: something is beside its table.',
    ods: [
      [
        CONTENT,
        inFigure('</table:table-row>'),
        `$1<table:table-cell table:number-columns-repeated="5"/>${odsCell('Beside')}</table:table-row>`,
      ],
    ],
    xlsx: [[FIGURE, '</row>', `${xlsxCell('G1', 'Beside')}</row>`]],
  },
];

describe.each(['ods', 'xlsx'] as const)('the checklist for accessible spreadsheets, on %s', (format) => {
  test('finds nothing in a good file', () => {
    expect(checklistFaults(GOOD[format], format)).toEqual([]);
  });

  test.each(PLANTS)('finds one planted fault, and no other: $fault', (plant) => {
    expect(checklistFaults(planted(format, plant[format]), format)).toEqual([plant.fault]);
  });
});
