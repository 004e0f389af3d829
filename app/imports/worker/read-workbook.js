import { read } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { PlainOds } from './plain-ods.js';
import { PlainSheet, readFront, sharedTexts } from './plain-xlsx.js';
import { damaged, many, Refused } from './refused.js';
import { xmlText } from './xml.js';

/**
 * @typedef {import('../sheets.ts').ReadCell} ReadCell
 * @typedef {import('../sheets.ts').ReadRow} ReadRow
 * @typedef {import('./budget.js').Budget} Budget
 * @typedef {import('./check-archive.js').Parts} Parts
 * @typedef {import('./plain-ods.js').SheetLook} SheetLook
 * @typedef {{ sheets: SheetLook[], values: ReadCell[], notes: boolean, file: Record<string, Uint8Array> }} Plain
 */

const XMLNS = 'http://schemas.openxmlformats.org';
const OOXML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The rows of an .ods or .xlsx file, sheet by sheet. The library is given a plain copy without texts and formulas, so
 * that nothing in it can be large, lead elsewhere, or be misread.
 * @param {'ods' | 'xlsx'} format
 * @param {Parts} parts
 * @param {Budget} budget
 * @returns {{ sheets: { name: string, rows: ReadRow[] }[], said: string[] }}
 */
export function readWorkbook(format, parts, budget) {
  const { sheets, values, notes, file } = format === 'ods' ? plainOds(parts, budget) : plainXlsx(parts, budget);
  parts.clear();
  checkSheetNames(sheets);
  const book = openPlain(file);
  const rows = new Rows(values);
  const found = sheets.map(({ name }, i) => ({ name, rows: rows.of(book.Sheets[`s${i + 1}`]) }));
  if (rows.filled !== budget.cells)
    throw damaged(`${many(budget.cells)} cells are in it, and ${many(rows.filled)} of them can be read`);
  return { sheets: found, said: saidOf(sheets, { notes, timed: rows.timed }) };
}

/** @param {Parts} parts @param {Budget} budget @returns {Plain} */
function plainOds(parts, budget) {
  const bytes = parts.get('content.xml');
  if (!bytes) throw damaged('“content.xml” is missing from it');
  parts.delete('content.xml');
  const { xml, sheets, values, notes } = new PlainOds(xmlText(bytes, 'content.xml'), budget).read();
  if (sheets.length === 0) throw damaged('it has no sheet');
  const styles = parts.get('styles.xml') ?? strToU8('<office:document-styles/>');
  const manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>';
  const file = { 'META-INF/manifest.xml': strToU8(manifest), 'content.xml': strToU8(xml), 'styles.xml': styles };
  return { sheets, values, notes, file };
}

/** @param {Parts} parts @param {Budget} budget @returns {Plain} */
function plainXlsx(parts, budget) {
  const front = readFront(parts, budget);
  const shared = sharedTexts(parts, budget);
  /** @type {ReadCell[]} */
  const values = [];
  /** @type {Record<string, Uint8Array>} */
  const file = frontOfPlain(front);
  const sheets = front.sheets.map(({ name, hidden, part }, i) => {
    const look = { name, hidden, hiddenRows: false, hiddenColumns: false };
    const xml = xmlText(parts.get(part) ?? Buffer.alloc(0), part);
    parts.delete(part);
    file[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      new PlainSheet(xml, { part, look, shared, values, budget }).read(),
    );
    return look;
  });
  const notes = [...parts.keys()].some((name) => /^xl\/(threadedComments\/|comments)/.test(name));
  return { sheets, values, notes, file };
}

/** @param {ReturnType<typeof readFront>} front */
function frontOfPlain({ sheets, styles, from1904 }) {
  const numbers = sheets.map((_, i) => i + 1);
  const relation = (/** @type {number | string} */ id, /** @type {string} */ type, /** @type {string} */ target) =>
    `<Relationship Id="r${id}" Type="${XMLNS}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  /** @param {string} inside */
  const relations = (inside) => `<Relationships xmlns="${XMLNS}/package/2006/relationships">${inside}</Relationships>`;
  /** @param {string} part @param {string} type */
  const typed = (part, type) => `<Override PartName="/xl/${part}.xml" ContentType="${OOXML}.${type}+xml"/>`;
  const types = numbers.map((n) => typed(`worksheets/sheet${n}`, 'worksheet')).join('');
  const links = numbers.map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`)).join('');
  const names = numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join('');
  return {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${XMLNS}/package/2006/content-types">${typed('workbook', 'sheet.main')}${styles ? typed('styles', 'styles') : ''}${types}</Types>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${XMLNS}/spreadsheetml/2006/main" xmlns:r="${XMLNS}/officeDocument/2006/relationships"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${names}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relations(links + (styles ? relation('S', 'styles', 'styles.xml') : ''))),
    ...(styles ? { 'xl/styles.xml': styles } : {}),
  };
}

/** @param {Record<string, Uint8Array>} file */
function openPlain(file) {
  try {
    return read(zipSync(file, { level: 0 }), {
      dense: true,
      cellDates: true,
      cellHTML: false,
      cellText: false,
      cellFormula: false,
    });
  } catch {
    throw damaged('its cells cannot be read');
  }
}

/** @param {SheetLook[]} sheets */
function checkSheetNames(sheets) {
  const seen = new Set();
  for (const { name } of sheets) {
    if (name.length > 100)
      throw new Refused(
        `The name of a sheet has ${many(name.length)} letters: “${name.slice(0, 40)}…”. The limit is 100.`,
      );
    if (seen.has(name.toLowerCase())) throw new Refused(`Two sheets are named “${name}”. Give each its own name.`);
    seen.add(name.toLowerCase());
  }
}

/** Turns the cells of the library into ours, with the texts that were kept from it. */
class Rows {
  filled = 0;
  timed = 0;

  /** @param {ReadCell[]} values */
  constructor(values) {
    this.values = values;
  }

  /** @param {import('@e965/xlsx').WorkSheet | undefined} sheet @returns {ReadRow[]} */
  of(sheet) {
    /** @type {ReadRow[]} */
    const rows = [];
    const data = sheet?.['!data'] ?? [];
    data.forEach((row, at) => {
      const cells = Array.from(row, (cell) => this.cellOf(cell));
      if (cells.some((cell) => cell !== '')) rows.push({ row: at + 1, cells });
      delete data[at];
    });
    return rows;
  }

  /** @param {import('@e965/xlsx').CellObject | undefined} cell @returns {ReadCell} */
  cellOf(cell) {
    if (!cell || cell.t === 'z') return '';
    this.filled += 1;
    const { v: value } = cell;
    if (value instanceof Date) return this.dayOf(value);
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : { error: 'a number that is none' };
    return this.values[Number(value)] ?? '';
  }

  /** @param {Date} date midnight in UTC, or a time of that day @returns {ReadCell} */
  dayOf(date) {
    const time = date.getTime();
    if (!(time >= Date.UTC(1900, 0, 1) && time < Date.UTC(10_000, 0, 1)))
      return { error: 'a day or time that is none' };
    if (time % 86_400_000 !== 0) this.timed += 1;
    return { day: date.toISOString().slice(0, 10) };
  }
}

/** @param {SheetLook[]} sheets @param {{ notes: boolean, timed: number }} file */
function saidOf(sheets, { notes, timed }) {
  return [
    ...sheets.flatMap(({ name, hidden, hiddenRows, hiddenColumns }) => [
      ...(hidden ? [`Sheet “${name}” is hidden and was read`] : []),
      ...(hiddenRows ? [`Sheet “${name}” has hidden rows, which were read`] : []),
      ...(hiddenColumns ? [`Sheet “${name}” has hidden columns, which were read`] : []),
    ]),
    ...(timed > 0 ? [`Days with a time were read as days: ${many(timed)} cell${timed === 1 ? '' : 's'}`] : []),
    ...(notes ? ['Comments on cells were not read'] : []),
  ];
}
