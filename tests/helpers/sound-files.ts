import { parse } from 'csv-parse/sync';
import { unguarded } from '#app/documents/csv.ts';
import { workbookOf } from '#app/documents/workbook.ts';
import type { DocumentTable, SummaryDocument } from '#app/domain/summary/document.ts';
import { parseSummaryDocument, summaryFileSchema } from '#app/domain/summary/document-schema.server.ts';
import { tablesOf } from '#app/domain/summary/document-tables.ts';
import type { SummaryFile } from '#app/domain/summary/summary-maker.ts';
import { checklistFaults } from '../../scripts/lib/spreadsheet-checklist.ts';
import { hasPoppler, poppler } from './poppler.ts';
import { readBack, written } from './read-workbook.ts';

type Fault = string;
const plain = (text: string): string => text.replace(/[\s\u00AD]+/g, '');

/** The headings of levels 1 to 4, in order. */
export const headingsOf = ({ title, sections }: SummaryDocument): string[] => [
  title,
  ...sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => (block.kind === 'subheading' ? [block.text] : [])),
  ]),
];

/** Everything wrong with the files of a document, read by other programs than wrote them; empty when all are sound. */
export function faultsOf(document: SummaryDocument, files: readonly SummaryFile[]): Fault[] {
  const bytesOf = (name: string): Uint8Array => files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
  return [
    ...files.filter(({ bytes }) => bytes.length === 0).map(({ name }) => `${name} is empty`),
    ...(['docx', 'odt', 'ods', 'xlsx'] as const).flatMap((format) => zipFaults(format, bytesOf(`summary.${format}`))),
    ...(['ods', 'xlsx'] as const).flatMap((format) => sheetFaults(document, format, bytesOf(`summary.${format}`))),
    ...csvFaults(document, bytesOf('summary.csv')),
    ...jsonFaults(document, bytesOf('summary.json')),
    ...(hasPoppler ? pdfFaults(document, bytesOf('summary.pdf')) : []),
  ];
}

const zipFaults = (format: string, bytes: Uint8Array): Fault[] =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? [] : [`summary.${format} is no zip`];

function sheetFaults(document: SummaryDocument, format: 'ods' | 'xlsx', bytes: Uint8Array): Fault[] {
  const [found, wanted] = [readBack(bytes), written(workbookOf(document))];
  const unequal = [...wanted].filter(([name, rows]) => JSON.stringify(found.get(name)) !== JSON.stringify(rows));
  return [
    ...checklistFaults(bytes, format),
    ...unequal.map(([name]) => `${format}: another program reads other cells on sheet ${name}`),
    ...(found.size === wanted.size ? [] : [`${format}: ${found.size} sheets and not ${wanted.size}`]),
  ];
}

/** Every cell of the main table, as a strict reader finds it. */
function csvFaults(document: SummaryDocument, bytes: Uint8Array): Fault[] {
  const main = tablesOf(document).find(({ id }) => id === document.mainTable);
  if (!main) return [`There is no table ${document.mainTable}`];
  const [header, ...read] = parse(Buffer.from(bytes), { bom: true, record_delimiter: '\r\n' }) as string[][];
  const same = JSON.stringify(header) === JSON.stringify(main.columns.map(({ label }) => label));
  // A demonstration says what it is in a row of its own, the last.
  const lines = document.demonstration === null ? read : read.slice(0, -1);
  return [
    ...(document.demonstration === null || read.at(-1)?.[0] === document.demonstration
      ? []
      : ['csv: no demonstration row']),
    ...(same ? [] : ['csv: the header is not that of the main table']),
    ...(lines.length === main.rows.length ? [] : [`csv: ${lines.length} rows and not ${main.rows.length}`]),
    ...lines.flatMap((line, row) => cellFaults(line, main, row)),
  ];
}

function cellFaults(line: string[], { columns, rows }: DocumentTable, row: number): Fault[] {
  return columns.flatMap(({ kind, label }, place) => {
    const cell = rows[row]?.[place] ?? '';
    const text = typeof cell === 'object' ? cell.text : String(cell);
    const wanted = kind === 'marks' ? text.replace(/\w+/g, '[$&]') : text;
    const found = unguarded(line[place] ?? '');
    return found === wanted ? [] : [`csv: row ${row + 1}, ${label}: “${found}” and not “${wanted}”`];
  });
}

function jsonFaults(document: SummaryDocument, bytes: Uint8Array): Fault[] {
  const { error } = summaryFileSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  const stored = JSON.stringify(document);
  return [
    ...(error ? [`json: ${error.issues[0]?.message}`] : []),
    ...(JSON.stringify(parseSummaryDocument(stored)) === stored
      ? []
      : ['the document is not read back as it was stored']),
  ];
}

function pdfFaults(document: SummaryDocument, bytes: Uint8Array): Fault[] {
  const info = poppler('pdfinfo', bytes);
  const text = plain(poppler('pdftotext', bytes));
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
  return [
    ...(info.includes(document.title) ? [] : ['pdf: no title']),
    ...(/^Tagged:\s+yes/m.test(info) ? [] : ['pdf: not tagged']),
    ...(Buffer.from(bytes).includes('/Lang (en-GB)') ? [] : ['pdf: no language']),
    ...headingsOf(document).flatMap((heading) =>
      text.includes(plain(heading)) ? [] : [`pdf: no heading “${heading}”`],
    ),
    ...(document.audience === 'ministers' && pages > 2 ? [`pdf: ${pages} pages for ministers`] : []),
  ];
}
