import { columnLetters } from '../workbook/cells.ts';
import { columnWidths, isWrapped } from '../workbook/widths.ts';
import type { Sheet, SheetCell, SheetColumn, SheetTable, Workbook } from '../workbook.ts';
import { escapeXml } from '../xml.ts';
import { listNames, listsXml, typedStyle } from './lists.ts';
import { NAMESPACES, XML } from './parts.ts';

/** Names of the cell styles, short because every cell carries one. */
const STYLE = {
  text: 'ct',
  code: 'cc',
  number: 'cn',
  head: 'ch',
  headNumber: 'cr',
  title: 'ci',
  line: 'cl',
  typed: 'ct1',
};

/** The sheets, with each table marked as a table: its header row, and its range under its name. */
export function odsContent({ sheets }: Workbook): string {
  const ranges = sheets.flatMap((sheet) => (sheet.table ? [rangeXml(sheet, sheet.table)] : []));
  const parts = [
    `${XML}<office:document-content ${NAMESPACES} office:version="1.3">`,
    `<office:automatic-styles>${stylesOf(sheets)}</office:automatic-styles><office:body><office:spreadsheet>`,
    listsXml(sheets),
    ...sheets.flatMap(sheetXml),
    `<table:database-ranges>${ranges.join('')}</table:database-ranges>`,
    '</office:spreadsheet></office:body></office:document-content>',
  ];
  return parts.join('');
}

function sheetXml(sheet: Sheet): string[] {
  const { name, title, lines, table } = sheet;
  return [
    `<table:table table:name="${escapeXml(name)}" table:style-name="sheet"><table:title>${escapeXml(title)}</table:title>`,
    ...columnWidths(sheet).map((width) => `<table:table-column table:style-name="w${width}"/>`),
    rowXml(textCell(title, STYLE.title)),
    ...lines.map((line) => rowXml(textCell(line, isWrapped(line, sheet) ? STYLE.text : STYLE.line))),
    ...(table ? tableRows(table) : []),
    '</table:table>',
  ];
}

function tableRows(table: SheetTable): string[] {
  const { columns, rows } = table;
  const lists = listNames(table);
  const head = columns.map(({ label, numeric }) => textCell(label, numeric ? STYLE.headNumber : STYLE.head));
  return [
    `<table:table-header-rows>${rowXml(head.join(''))}</table:table-header-rows>`,
    ...rows.map((row, at) =>
      rowXml(row.map((cell, place) => cellXml(cell, columns[place], lists.get(`${at} ${place}`))).join('')),
    ),
  ];
}

function rowXml(cells: string): string {
  return `<table:table-row table:style-name="row">${cells}</table:table-row>`;
}

function cellXml(cell: SheetCell, column: SheetColumn | undefined, list?: string): string {
  if (typeof cell === 'number') {
    return `<table:table-cell table:style-name="${STYLE.number}" office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  }
  const style = column?.typed ? STYLE.typed : column?.numeric ? STYLE.code : STYLE.text;
  if (typeof cell === 'string') return textCell(cell, style, list);
  const address = `#${quoted(cell.sheet)}.A1`;
  const link = `<text:a xlink:type="simple" xlink:href="${escapeXml(address)}">${spaced(cell.text)}</text:a>`;
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${link}</text:p></table:table-cell>`;
}

function textCell(text: string, style: string, list?: string): string {
  const look = `table:style-name="${style}"${list === undefined ? '' : ` table:content-validation-name="${list}"`}`;
  if (text === '') return `<table:table-cell ${look}/>`;
  const paragraphs = text.split('\n').map((line) => `<text:p>${spaced(line)}</text:p>`);
  return `<table:table-cell ${look} office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
}

/** Spaces that a reader of XML would drop are elements, as tabs are: at the ends, beside a tab, and more than one. */
function spaced(text: string): string {
  const escaped = escapeXml(text);
  if (!/^ | $| {2}|\t/.test(escaped)) return escaped;
  return escaped.replace(/\t|(?<=^|\t) +| +(?=$|\t)| {2,}/g, (run) =>
    run === '\t' ? '<text:tab/>' : `<text:s text:c="${run.length}"/>`,
  );
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

function rangeXml({ name, lines }: Sheet, { name: table, columns, rows }: SheetTable): string {
  const first = lines.length + 2;
  const place = (cell: string) => `${quoted(name)}.${cell}`;
  const address = `${place(`A${first}`)}:${place(`${columnLetters(columns.length)}${first + rows.length}`)}`;
  return `<table:database-range table:name="${table}" table:target-range-address="${escapeXml(address)}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}

function stylesOf(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap(columnWidths))].sort((a, b) => a - b);
  const bold = '<style:text-properties fo:font-weight="bold"/>';
  const right = '<style:paragraph-properties fo:text-align="end"/>';
  // Away from the words of the next column.
  const apart = ' fo:padding-right="0.25cm"';
  const top = 'style:vertical-align="top"';
  const head = 'style:vertical-align="bottom" fo:border-bottom="1pt solid #0b0c0c"';
  return [
    ...widths.map(columnStyle),
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>',
    cellStyle(STYLE.text, 'wrap'),
    cellStyle(STYLE.code, 'wrap', top + apart, right),
    cellStyle(STYLE.number, 'wrap', top + apart, right),
    cellStyle(STYLE.head, 'wrap', head, bold),
    cellStyle(STYLE.headNumber, 'wrap', head + apart, right + bold),
    cellStyle(STYLE.line, 'no-wrap'),
    cellStyle(STYLE.title, 'no-wrap', undefined, '<style:text-properties fo:font-size="15pt" fo:font-weight="bold"/>'),
    ...(sheets.some(isTyped) ? [typedStyle(STYLE.typed)] : []),
  ].join('');
}

const isTyped = ({ table }: Sheet): boolean => table?.columns.some(({ typed }) => typed) ?? false;

function columnStyle(width: number): string {
  const wide = (width * 0.24 + 0.3).toFixed(2);
  return `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${wide}cm"/></style:style>`;
}

function cellStyle(name: string, wrap: string, cell = 'style:vertical-align="top"', rest = ''): string {
  return (
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default">` +
    `<style:table-cell-properties fo:wrap-option="${wrap}" ${cell}/>${rest}</style:style>`
  );
}
