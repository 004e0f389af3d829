import { strToU8, type Zippable, zipSync } from 'fflate';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { type Workbook, workbookOf } from './workbook.ts';
import {
  appXml,
  contentTypesXml,
  coreXml,
  packageRelationsXml,
  workbookRelationsXml,
  workbookXml,
} from './xlsx/parts.ts';
import { isTyped, sheetRelationsXml, sheetXml, tableXml } from './xlsx/sheet.ts';
import { stylesXml } from './xlsx/styles.ts';

/** The summary as an Excel workbook. The same document gives the same bytes. */
export function xlsx(document: SummaryDocument): Uint8Array {
  return xlsxFile(workbookOf(document));
}

/** A workbook as an Excel file (Office Open XML). */
export function xlsxFile(book: Workbook): Uint8Array {
  const files: Zippable = {};
  const add = (name: string, xml: string) => {
    files[name] = [strToU8(xml), { level: 6, mtime: `${book.dated}T00:00:00` }];
  };
  add('[Content_Types].xml', contentTypesXml(book));
  add('_rels/.rels', packageRelationsXml());
  add('docProps/core.xml', coreXml(book));
  add('docProps/app.xml', appXml());
  add('xl/workbook.xml', workbookXml(book));
  add('xl/_rels/workbook.xml.rels', workbookRelationsXml(book));
  add('xl/styles.xml', stylesXml(book.sheets.some(isTyped)));
  for (const [place, sheet] of book.sheets.entries()) {
    const number = place + 1;
    add(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, place));
    if (!sheet.table) continue;
    add(`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetRelationsXml(number));
    add(`xl/tables/table${number}.xml`, tableXml(sheet, sheet.table, number));
  }
  return zipSync(files);
}
