import type { Workbook } from '../workbook.ts';
import { escapeXml } from '../xml.ts';
import {
  CORE,
  CORE_RELATION,
  MAIN,
  PROPERTIES,
  quotedSheet,
  RELATION,
  relationsXml,
  TYPES,
  WITH_RELATIONS,
  XML,
} from './names.ts';

/** The parts of an Excel file beside its sheets. */

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OVERRIDES = [
  ['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
  ['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
];

/** What each part is. */
export function contentTypesXml({ sheets }: Workbook): string {
  const parts = sheets.flatMap(({ table }, i) => [
    [`/xl/worksheets/sheet${i + 1}.xml`, `${SPREADSHEET}.worksheet+xml`],
    ...(table ? [[`/xl/tables/table${i + 1}.xml`, `${SPREADSHEET}.table+xml`]] : []),
  ]);
  const overrides = [...OVERRIDES, ...parts].map(
    ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`,
  );
  return (
    `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

/** Where the parts of the package begin. */
export function packageRelationsXml(): string {
  return relationsXml([
    { id: 'rId1', type: `${RELATION}/officeDocument`, target: 'xl/workbook.xml' },
    { id: 'rId2', type: CORE_RELATION, target: 'docProps/core.xml' },
    { id: 'rId3', type: `${RELATION}/extended-properties`, target: 'docProps/app.xml' },
  ]);
}

/** Properties: title, subject, who made it, language, and the document's own day as the day it was made. */
export function coreXml({ title, subject, creator, dated }: Workbook): string {
  const when = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${dated}T00:00:00Z</dcterms:${name}>`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject>` +
    `<dc:creator>${escapeXml(creator)}</dc:creator><dc:language>en-GB</dc:language>` +
    `${when('created')}${when('modified')}</cp:coreProperties>`
  );
}

/** The program that made it. */
export function appXml(): string {
  return `${XML}<Properties xmlns="${PROPERTIES}"><Application>Strategy tracker</Application></Properties>`;
}

/** The list of sheets, the first in front; a table's header is printed again on each page. */
export function workbookXml({ sheets }: Workbook): string {
  const list = sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const titles = sheets.flatMap(({ name, lines, table }, i) => {
    const row = `$${lines.length + 2}`;
    const rows = `${quotedSheet(name)}!${row}:${row}`;
    return table ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${rows}</definedName>`] : [];
  });
  return (
    `${XML}<workbook ${MAIN} ${WITH_RELATIONS}><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
  );
}

/** Which part each sheet is. */
export function workbookRelationsXml({ sheets }: Workbook): string {
  return relationsXml([
    ...sheets.map((_, i) => ({
      id: `rId${i + 1}`,
      type: `${RELATION}/worksheet`,
      target: `worksheets/sheet${i + 1}.xml`,
    })),
    { id: 'rIdStyles', type: `${RELATION}/styles`, target: 'styles.xml' },
  ]);
}
