import { makeZip, type Packed } from './make-zip.ts';

const NS = 'http://schemas.openxmlformats.org';
const STYLES = `<styleSheet xmlns="${NS}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

export interface XlsxParts {
  /** What stands in `sheetData` of each sheet. */
  sheets?: { name: string; rows: string; state?: string; before?: string; after?: string }[];
  shared?: string;
  workbook?: string;
  from1904?: boolean;
  types?: string;
  more?: Packed[];
  /** Changes of files that are there. */
  change?: (files: Packed[]) => Packed[];
  main?: string;
  office?: string;
  tail?: string;
}

const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_ML}.${type}+xml"/>`;
const typed = (sheets: number): string =>
  [
    override('workbook', 'sheet.main'),
    override('styles', 'styles'),
    ...Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}`, 'worksheet')),
  ].join('');

/** An .xlsx file from the insides of its sheets. Style 1 and 2 are dates. */
export function makeXlsx({
  sheets = [{ name: 'Sheet1', rows: row(1, text('A1', 'Code')) }],
  shared,
  workbook,
  from1904 = false,
  types = '',
  more = [],
  change = (files) => files,
  main = `${NS}/spreadsheetml/2006/main`,
  office = `${NS}/officeDocument/2006/relationships`,
  tail = '',
}: XlsxParts = {}): Uint8Array {
  const names = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const links = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const rels = (inside: string) => `<Relationships xmlns="${NS}/package/2006/relationships">${inside}</Relationships>`;
  const files: Packed[] = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${typed(sheets.length)}${types}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: rels(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    },
    {
      name: 'xl/workbook.xml',
      content:
        workbook ??
        `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: rels(`${links.join('')}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/>`),
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...(shared === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${shared}</sst>` }]),
    ...sheets.map(({ rows, before = '', after = '' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
    ...more,
  ];
  return makeZip(change(files), { tail });
}

/** A row of a sheet of .xlsx. */
export const row = (number: number, cells: string, attributes = ''): string =>
  `<row r="${number}"${attributes}>${cells}</row>`;
/** A cell with text of its own; the text is XML. */
export const text = (place: string, xml: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`;
/** A cell with a number, in style `style`. */
export const number = (place: string, value: string | number, style = 0): string =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = ['office', 'style', 'text', 'table', 'number', 'script'].map(
  (name) => `xmlns:${name}="${ODF}:${name}:1.0"`,
);
const OPEN = `<office:document-content ${SPACES.join(' ')} xmlns:draw="${ODF}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">`;

export interface OdsParts {
  /** What stands in `office:spreadsheet`. */
  tables?: string;
  front?: string;
  content?: string;
  manifest?: string;
  mimetype?: string;
  more?: Packed[];
  change?: (files: Packed[]) => Packed[];
}

/** An .ods file from the insides of its content. */
export function makeOds({
  tables = table('Sheet1', odsRow(odsText('Code'))),
  front = '',
  content = `<?xml version="1.0" encoding="UTF-8"?>${OPEN}${front}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  manifest = '',
  mimetype = 'application/vnd.oasis.opendocument.spreadsheet',
  more = [],
  change = (files) => files,
}: OdsParts = {}): Uint8Array {
  return makeZip(
    change([
      { name: 'mimetype', content: mimetype, stored: true },
      {
        name: 'META-INF/manifest.xml',
        content: `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0">${manifest}</manifest:manifest>`,
      },
      { name: 'content.xml', content },
      ...more,
    ]),
  );
}

/** A sheet of .ods. */
export const table = (name: string, rows: string, attributes = ''): string =>
  `<table:table table:name="${name}"${attributes}>${rows}</table:table>`;
export const odsRow = (cells: string, attributes = ''): string =>
  `<table:table-row${attributes}>${cells}</table:table-row>`;
/** A cell with text; the text is XML. */
export const odsText = (xml: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${xml}</text:p></table:table-cell>`;
/** A cell of another kind: `office:value-type="date" office:date-value="2019-10-01"`. */
export const odsCell = (attributes: string, shown = ''): string =>
  `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
