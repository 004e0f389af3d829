import { letters, ownText } from './budget.js';
import { damaged, notATable, Refused } from './refused.js';
import { attribute, local, scanXml, textBetween, xmlText } from './xml.js';

/**
 * @typedef {import('../sheets.ts').ReadCell} ReadCell
 * @typedef {import('./budget.js').Budget} Budget
 * @typedef {import('./check-archive.js').Parts} Parts
 * @typedef {import('./plain-ods.js').SheetLook} SheetLook
 */

/** As Excel writes letters that XML cannot hold: `_x000D_`. @param {string} text */
const unescaped = (text) =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
/** @param {string} text */
const exact = (text) => ownText(unescaped(text).replace(/\p{Surrogate}/gu, '\uFFFD'));

/**
 * The sheets of a workbook in their order, by name and file; where its styles are; and whether its days count from 1904.
 * @param {Parts} parts
 * @param {Budget} budget
 * @returns {{ sheets: { name: string, hidden: boolean, part: string }[], styles: Buffer | null, from1904: boolean }}
 */
export function readFront(parts, budget) {
  const workbook =
    [...relationsOf(parts, '').values()].find(({ type }) => type.endsWith('/officeDocument'))?.part ??
    'xl/workbook.xml';
  const relations = relationsOf(parts, workbook);
  /** @type {{ name: string, hidden: boolean, part: string }[]} */
  const sheets = [];
  let from1904 = false;
  scanPart(parts, workbook, (name, kind, tag) => {
    if (local(name) === 'workbookPr') from1904 ||= /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
    if (local(name) !== 'sheet' || kind === 'close') return;
    const title = exact(attribute(tag, 'name') ?? '');
    const relation = relations.get(attribute(tag, 'r:id') ?? attribute(tag, 'id') ?? '');
    if (!relation || !parts.has(relation.part)) throw damaged(`sheet “${title.slice(0, 60)}” is missing from it`);
    if (!relation.type.endsWith('/worksheet'))
      throw notATable(
        `a workbook in which “${title.slice(0, 60)}” is no sheet of cells`,
        'Take it out, and send it again',
      );
    sheets.push({ name: title, hidden: /hidden/i.test(attribute(tag, 'state') ?? ''), part: relation.part });
    budget.sheets(sheets.length);
  });
  if (sheets.length === 0) throw damaged('it has no sheet');
  const styles = [...relations.values()].find(({ type }) => type.endsWith('/styles'))?.part;
  return { sheets, styles: parts.get(styles ?? '') ?? null, from1904 };
}

/** @param {Parts} parts @param {string} of the file whose relations they are; empty for the whole package */
function relationsOf(parts, of) {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  /** @type {Map<string, { part: string, type: string }>} */
  const relations = new Map();
  scanPart(parts, `${folder}_rels/${of.slice(folder.length)}.rels`, (name, kind, tag) => {
    if (local(name) !== 'Relationship' || kind === 'close') return;
    const target = attribute(tag, 'Target') ?? '';
    const part = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
    relations.set(attribute(tag, 'Id') ?? '', { part, type: attribute(tag, 'Type') ?? '' });
  });
  return relations;
}

/** @param {Parts} parts @param {string} part @param {(name: string, kind: string, tag: string) => void} onTag */
function scanPart(parts, part, onTag) {
  const bytes = parts.get(part);
  if (!bytes) throw damaged(`“${part}” is missing from it`);
  const xml = xmlText(bytes, part);
  scanXml(xml, part, (name, kind, from, to) => onTag(name, kind, xml.slice(from, to)));
}

/**
 * The texts that cells share, in their order. Readings of letters beside them (`rPh`) are none of the text.
 * @param {Parts} parts
 * @param {Budget} budget
 * @returns {string[]}
 */
export function sharedTexts(parts, budget) {
  const part = 'xl/sharedStrings.xml';
  const bytes = parts.get(part);
  parts.delete(part);
  if (!bytes) return [];
  const texts = new Texts(xmlText(bytes, part), 'si');
  scanXml(texts.xml, part, (name, kind, from, to) => texts.tag(local(name), kind, from, to));
  if (texts.found.length > budget.limits.cells)
    throw new Refused('The file has more different texts than a file may have cells. Split it.');
  return texts.found;
}

/** Gathers the text of each element of one name. */
class Texts {
  /** @type {string[]} */
  found = [];
  text = '';
  from = -1;
  reading = 0;

  /** @param {string} xml @param {string} element */
  constructor(xml, element) {
    this.xml = xml;
    this.element = element;
  }

  /** @param {string} name @param {string} kind @param {number} from @param {number} to */
  tag(name, kind, from, to) {
    if (name === 'rPh' && kind !== 'empty') this.reading += kind === 'open' ? 1 : -1;
    if (name === 't' && this.reading === 0) {
      if (kind === 'open') this.from = to;
      if (kind === 'close') this.text += exact(textBetween(this.xml.slice(this.from, from)));
    }
    if (name === this.element && kind !== 'open') {
      this.found.push(kind === 'empty' ? '' : this.text);
      this.text = '';
    }
  }
}

/** One sheet made plain for the library, as plain-ods.js does: texts, formulas and errors stay here, by number. */
export class PlainSheet {
  /** @type {string[]} */
  out = ['<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'];
  /** @type {string[]} the cells of the row */
  line = [];
  row = 0;
  column = 0;
  /** @type {{ tag: string, row: number, column: number, value: string | null, formula: string | null, texts: Texts } | null} */
  cell = null;
  from = 0;

  /**
   * @param {string} xml
   * @param {{ part: string, look: SheetLook, shared: string[], values: ReadCell[], budget: Budget }} about
   */
  constructor(xml, { part, look, shared, values, budget }) {
    this.xml = xml;
    this.part = part;
    this.look = look;
    this.shared = shared;
    this.values = values;
    this.budget = budget;
  }

  read() {
    scanXml(this.xml, this.part, (name, kind, from, to) => {
      const short = local(name);
      if (this.cell) return this.inCell(short, kind, from, to);
      if (short === 'row') this.startRow(kind, this.xml.slice(from, to));
      else if (short === 'c' && kind !== 'close') this.startCell(kind, this.xml.slice(from, to));
      else if (short === 'col' && /\shidden\s*=\s*["'](1|true)/.test(this.xml.slice(from, to)))
        this.look.hiddenColumns = true;
    });
    this.out.push('</sheetData></worksheet>');
    return this.out.join('');
  }

  /** @param {string} kind @param {string} tag */
  startRow(kind, tag) {
    if (kind === 'close') {
      // One text a row: a large sheet is many small ones.
      if (this.line.length > 0) this.out.push(`<row r="${this.row}">`, this.line.join(''), '</row>');
      this.line = [];
      return;
    }
    this.row = numberOr(attribute(tag, 'r'), this.row + 1);
    this.column = 0;
    if (/\shidden\s*=\s*["'](1|true)/.test(tag)) this.look.hiddenRows = true;
  }

  /** @param {string} kind @param {string} tag */
  startCell(kind, tag) {
    const [, named, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, 'r') ?? '') ?? [];
    this.column =
      named === undefined ? this.column + 1 : [...named].reduce((sum, mark) => sum * 26 + mark.charCodeAt(0) - 64, 0);
    const row = digits === undefined ? this.row : Number(digits);
    if (row !== this.row)
      throw damaged(`cell ${named}${digits} of sheet “${this.look.name}” stands in row ${this.row}`);
    if (kind === 'open')
      this.cell = { tag, row, column: this.column, value: null, formula: null, texts: new Texts(this.xml, 'is') };
  }

  /** @param {string} name @param {string} kind @param {number} from @param {number} to */
  inCell(name, kind, from, to) {
    const { cell } = this;
    if (!cell) return;
    if (name === 'c') {
      this.cell = null;
      this.endCell(cell);
      return;
    }
    if (kind === 'open') this.from = to;
    if (name === 'v' && kind === 'close') cell.value = textBetween(this.xml.slice(this.from, from));
    else if (name === 'f' && kind !== 'open')
      cell.formula = kind === 'empty' ? '' : textBetween(this.xml.slice(this.from, from));
    else cell.texts.tag(name, kind, from, to);
  }

  /** @param {NonNullable<PlainSheet['cell']>} cell */
  endCell({ tag, row, column, value, formula, texts }) {
    const held = this.heldBy(attribute(tag, 't') ?? 'n', value, formula, texts);
    if (held === '') return;
    const place = { sheet: this.look.name, row, column };
    this.budget.cell({ ...place, length: typeof held === 'string' ? held.length : 1 });
    const at = `r="${letters(column)}${row}"`;
    if (held === null)
      this.line.push(
        `<c ${at} s="${numberOr(attribute(tag, 's'), 0)}" t="${attribute(tag, 't') ?? 'n'}"><v>${value}</v></c>`,
      );
    else this.line.push(`<c ${at} t="inlineStr"><is><t>${this.values.push(held) - 1}</t></is></c>`);
  }

  /** @param {string} type @param {string | null} value @param {string | null} formula @param {Texts} texts @returns {ReadCell | null} null for what the library reads */
  heldBy(type, value, formula, texts) {
    if (formula !== null) return { formula: `=${formula === '' ? '…' : formula}`.slice(0, 200) };
    if (type === 'inlineStr') return texts.found.join('');
    if (value === null || value === '') return '';
    if (type === 's') return this.sharedText(value);
    if (type === 'str') return exact(value);
    if (type === 'e') return { error: value.slice(0, 40) };
    if (type === 'b' && /^([01]|true|false)$/.test(value)) return null;
    if (type === 'd' && /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?$/.test(value)) return null;
    if (type === 'n')
      return Number.isFinite(Number(value)) && value.trim() !== '' ? null : { error: value.slice(0, 40) };
    throw damaged(`a cell of sheet “${this.look.name}” holds “${value.slice(0, 40)}”, which is not what it says`);
  }

  /** @param {string} value */
  sharedText(value) {
    const text = /^\d{1,9}$/.test(value) ? this.shared[Number(value)] : undefined;
    if (text === undefined) throw damaged(`a cell of sheet “${this.look.name}” asks for text that is not in it`);
    return text;
  }
}

/** @param {string | null} text @param {number} otherwise */
function numberOr(text, otherwise) {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
