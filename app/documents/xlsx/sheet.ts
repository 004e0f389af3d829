import { columnLetters } from '../workbook/cells.ts';
import { checkedList, NOT_IN_THE_LIST } from '../workbook/lists.ts';
import { columnWidths, isWrapped } from '../workbook/widths.ts';
import type { Sheet, SheetCell, SheetColumn, SheetTable } from '../workbook.ts';
import { heightOf } from './heights.ts';
import { MAIN, quotedSheet, RELATION, relationsXml, WITH_RELATIONS, XML, xlsxText } from './names.ts';
import { FORMAT, TYPED_FORMAT } from './styles.ts';

const TITLE_HEIGHT = 21;

/** One sheet. Text is written in its cell, so that nothing of it can be a formula. */
export function sheetXml(sheet: Sheet, place: number): string {
  const { table } = sheet;
  const widths = columnWidths(sheet);
  const front = place === 0 ? ' tabSelected="1"' : '';
  const parts = [
    `${XML}<worksheet ${MAIN} ${WITH_RELATIONS}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${columnLetters(widths.length)}${lastRow(sheet)}"/><sheetViews><sheetView${front} workbookViewId="0">`,
    '<selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>',
    ...widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + 1}" customWidth="1"/>`),
    '</cols><sheetData>',
    ...wordRows(sheet),
    ...(table ? tableRows(table, sheet.lines.length + 2) : []),
    `</sheetData>${table ? listsXml(table, sheet.lines.length + 2) + linksXml(table, sheet.lines.length + 2) : ''}`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    table
      ? `<ignoredErrors><ignoredError sqref="${rangeOf(sheet, table)}" numberStoredAsText="1"/></ignoredErrors>`
      : '',
    table ? '<tableParts count="1"><tablePart r:id="rIdTable"/></tableParts>' : '',
    '</worksheet>',
  ];
  return parts.join('');
}

/** True for a sheet with cells in which everything that is typed stays text. */
export const isTyped = ({ table }: Sheet): boolean => table?.columns.some(({ typed }) => typed) ?? false;

const lastRow = ({ lines, table }: Sheet): number => lines.length + 1 + (table ? table.rows.length + 1 : 0);

function rangeOf(sheet: Sheet, { columns }: SheetTable): string {
  return `A${sheet.lines.length + 2}:${columnLetters(columns.length)}${lastRow(sheet)}`;
}

/** The title and the sentences, which run across the columns unless they are too long for them. */
function wordRows(sheet: Sheet): string[] {
  const widths = columnWidths(sheet).slice(0, 1);
  return [
    `<row r="1" ht="${TITLE_HEIGHT}">${textXml('A1', sheet.title, FORMAT.title)}</row>`,
    ...sheet.lines.map((line, i) => {
      const wraps = isWrapped(line, sheet);
      const cell = textXml(`A${i + 2}`, line, wraps ? FORMAT.text : FORMAT.line);
      return `<row r="${i + 2}"${wraps ? heightOf([line], widths) : ''}>${cell}</row>`;
    }),
  ];
}

function tableRows({ columns, rows }: SheetTable, first: number): string[] {
  const widths = columns.map(({ width }) => width);
  const letters = columns.map((_, i) => columnLetters(i + 1));
  const labels = columns.map(({ label }) => label);
  const head = columns.map(({ label, numeric }, i) =>
    textXml(`${letters[i]}${first}`, label, numeric ? FORMAT.headNumber : FORMAT.head),
  );
  const narrower = widths.map((width) => width * 0.88);
  return [
    `<row r="${first}"${heightOf(labels, narrower)}>${head.join('')}</row>`,
    ...rows.map((row, at) => {
      const number = first + 1 + at;
      const cells = row.map((cell, i) => cellXml(`${letters[i]}${number}`, cell, columns[i]));
      return `<row r="${number}"${heightOf(row.map(wordsOf), widths)}>${cells.join('')}</row>`;
    }),
  ];
}

const wordsOf = (cell: SheetCell): string => (typeof cell === 'object' ? cell.text : String(cell));

function cellXml(place: string, cell: SheetCell, column: SheetColumn | undefined): string {
  if (typeof cell === 'number') return `<c r="${place}" s="${FORMAT.number}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return textXml(place, cell.text, FORMAT.link);
  return textXml(place, cell, column?.typed ? TYPED_FORMAT : column?.numeric ? FORMAT.code : FORMAT.text);
}

function textXml(place: string, text: string, format: number): string {
  if (text === '') return `<c r="${place}" s="${format}"/>`;
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${xlsxText(text)}</t></is></c>`;
}

/** The lists to choose from. */
function listsXml({ lists = [] }: SheetTable, first: number): string {
  if (lists.length === 0) return '';
  const each = lists.map(({ row, column, values }) => {
    const place = `${columnLetters(column + 1)}${first + 1 + row}`;
    return (
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1" ' +
      `errorTitle="${NOT_IN_THE_LIST.title}" error="${NOT_IN_THE_LIST.words}" sqref="${place}"><formula1>"${xlsxText(checkedList(values).join(','))}"</formula1></dataValidation>`
    );
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function linksXml({ rows }: SheetTable, first: number): string {
  const links = rows.flatMap((row, at) =>
    row.flatMap((cell, i) => {
      if (typeof cell !== 'object') return [];
      const place = `${columnLetters(i + 1)}${first + 1 + at}`;
      return [`<hyperlink ref="${place}" location="${quotedSheet(cell.sheet)}!A1" display="${xlsxText(cell.text)}"/>`];
    }),
  );
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
}

/** The part that marks the rows as a table with a header. No filter buttons, no stripes. */
export function tableXml(sheet: Sheet, table: SheetTable, number: number): string {
  const columns = table.columns.map(({ label }, i) => `<tableColumn id="${i + 1}" name="${xlsxText(label)}"/>`);
  return (
    `${XML}<table ${MAIN} id="${number}" name="${table.name}" displayName="${table.name}" ref="${rangeOf(sheet, table)}" totalsRowShown="0">` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  );
}

/** The table that a sheet has. */
export function sheetRelationsXml(number: number): string {
  return relationsXml([{ id: 'rIdTable', type: `${RELATION}/table`, target: `../tables/table${number}.xml` }]);
}
