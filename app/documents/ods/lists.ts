import { columnLetters } from '../workbook/cells.ts';
import { checkedList, NOT_IN_THE_LIST } from '../workbook/lists.ts';
import type { Sheet, SheetTable } from '../workbook.ts';
import { escapeXml } from '../xml.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

/** The lists to choose from in all sheets, in the place where the file has them; nothing where no cell has one. */
export function listsXml(sheets: readonly Sheet[]): string {
  const lists = sheets.flatMap((sheet) => (sheet.table ? tableLists(sheet, sheet.table) : []));
  if (lists.length === 0) return '';
  return `<table:content-validations xmlns:of="${OASIS}:of:1.2">${lists.join('')}</table:content-validations>`;
}

/** The name of the list of each cell that has one, by its row and column: "3 2". */
export function listNames({ name, lists = [] }: SheetTable): Map<string, string> {
  return new Map(lists.map(({ row, column }) => [`${row} ${column}`, listName(name, row, column)]));
}

const listName = (table: string, row: number, column: number): string => `${table}_${row}_${column}`;

function tableLists({ name: sheet, lines }: Sheet, { name, lists = [] }: SheetTable): string[] {
  return lists.map(({ row, column, values }) => {
    const words = checkedList(values).map((value) => `"${value}"`);
    const condition = escapeXml(`of:cell-content-is-in-list(${words.join(';')})`);
    const place = `'${sheet.replaceAll("'", "''")}'.${columnLetters(column + 1)}${lines.length + 3 + row}`;
    return (
      `<table:content-validation table:name="${listName(name, row, column)}" table:condition="${condition}" ` +
      `table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${escapeXml(place)}">` +
      `<table:error-message table:message-type="stop" table:title="${NOT_IN_THE_LIST.title}" table:display="true">` +
      `<text:p>${NOT_IN_THE_LIST.words}</text:p></table:error-message></table:content-validation>`
    );
  });
}

/** The style of cells to write in: a box around them, and everything that is typed stays text. */
export function typedStyle(name: string): string {
  return (
    `<number:text-style xmlns:number="${OASIS}:datastyle:1.0" style:name="typed"><number:text-content/></number:text-style>` +
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="typed">` +
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" fo:border="0.5pt solid #505a5f"/></style:style>'
  );
}
