import { cleanText, ownText } from './budget.js';
import { holds } from './check-archive.js';
import { damaged, many, Refused } from './refused.js';
import { attribute, scanXml, textBetween } from './xml.js';

/**
 * @typedef {import('../sheets.ts').ReadCell} ReadCell
 * @typedef {import('./budget.js').Budget} Budget
 * @typedef {{ name: string, hidden: boolean, hiddenRows: boolean, hiddenColumns: boolean }} SheetLook
 * @typedef {{ sheets: SheetLook[], values: ReadCell[], notes: boolean }} Plain
 */

const PART = 'content.xml';
const DATE = /^-?\d{4,5}-\d{2}-\d{2}(T[\d:.,]+Z?)?$/;
const KINDS = ['float', 'percentage', 'currency', 'boolean', 'date', 'time', 'string', 'void'];
/** What stands in a cell and is not its text. */
const ASIDE =
  /^(office:(annotation|forms|scripts)|table:(shapes|tracked-changes|content-validations|named-expressions|database-ranges|data-pilot-tables|scenario)|draw:|dr3d:|chart:|form:|text:ruby-text$)/;

/**
 * A sheet's XML made plain for the library: each text, formula and error is kept here in `values`, where it is exact, and
 * its cell holds the number of its place; empty cells hold nothing; what is hidden, drawn or noted is left out. Repeats
 * are counted before anything is repeated.
 */
export class PlainOds {
  /** @type {string[]} */
  out = [];
  /** @type {ReadCell[]} */
  values = [];
  /** @type {SheetLook[]} */
  sheets = [];
  notes = false;
  /** @type {Set<string>} */
  hiddenStyles = new Set();
  row = 1;
  rowRepeat = 1;
  column = 1;
  tables = 0;
  aside = 0;
  /** @type {string | null} */
  cell = null;
  paragraphs = 0;
  inParagraph = false;
  text = '';
  last = 0;
  style = '';

  /** @param {string} xml @param {Budget} budget */
  constructor(xml, budget) {
    this.xml = xml;
    this.budget = budget;
  }

  /** @returns {Plain & { xml: string }} */
  read() {
    const { xml } = this;
    scanXml(xml, PART, (name, kind, from, to) => {
      if (this.inParagraph && this.aside === 0) this.addText(xml.slice(this.last, from));
      this.last = to;
      if (this.aside > 0 || ASIDE.test(name)) this.passBy(name, kind, from, to);
      else this.tag(name, kind, from, to);
    });
    return { xml: this.out.join(''), sheets: this.sheets, values: this.values, notes: this.notes };
  }

  /** @param {string} name @param {string} kind @param {number} from @param {number} to */
  passBy(name, kind, from, to) {
    if (name === 'office:annotation') this.notes = true;
    if (/^draw:(object|object-ole|plugin|applet|floating-frame)$/.test(name)) throw holds('embedded objects');
    this.refuse(name);
    if (kind === 'open') this.aside += 1;
    if (kind === 'close') this.aside -= 1;
    if (this.aside < 0)
      throw damaged(`“${PART}” inside it is not well-formed XML (${this.xml.slice(from, to).slice(0, 40)})`);
  }

  /** @param {string} name @param {'open' | 'close' | 'empty'} kind @param {number} from @param {number} to */
  tag(name, kind, from, to) {
    switch (name) {
      case 'table:table':
        return this.table(kind, this.xml.slice(from, to));
      case 'table:table-row':
        return this.tableRow(kind, this.xml.slice(from, to));
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return this.tableCell(kind, this.xml.slice(from, to));
      case 'text:p':
        return this.paragraph(kind);
      case 'text:s':
        return this.inText(kind, () => ' '.repeat(this.spaces(attribute(this.xml.slice(from, to), 'text:c'))));
      case 'text:tab':
        return this.inText(kind, () => '\t');
      case 'text:line-break':
        return this.inText(kind, () => '\n');
      default:
        return this.other(name, kind, this.xml.slice(from, to));
    }
  }

  /** @param {string} name */
  refuse(name) {
    if (/^(table:(table-source|cell-range-source|dde-link|dde-links|database-source-.*)|office:dde-source)$/.test(name))
      throw holds('links to other files or data');
    if (/^script:/.test(name)) throw holds('macros');
  }

  /** @param {string} name @param {string} kind @param {string} tag */
  other(name, kind, tag) {
    this.refuse(name);
    if (name === 'style:style') this.style = attribute(tag, 'style:name') ?? '';
    if (name === 'style:table-properties' && attribute(tag, 'table:display') === 'false')
      this.hiddenStyles.add(this.style);
    const sheet = this.sheets.at(-1);
    if (sheet && name === 'table:table-column' && isHidden(tag)) sheet.hiddenColumns = true;
    // What stands in a cell beside its paragraphs is markup; what stands outside of tables the library wants to see.
    if (this.tables === 0) this.out.push(this.outside(tag, kind));
  }

  /** Text of styles, such as the marks between the parts of a date, is passed on with the tag before it. @param {string} tag @param {string} kind */
  outside(tag, kind) {
    if (kind !== 'open' || !tag.startsWith('<number:text')) return tag;
    const end = this.xml.indexOf('<', this.last);
    return tag + this.xml.slice(this.last, end);
  }

  /** @param {string} kind @param {string} tag */
  table(kind, tag) {
    if (kind === 'close') {
      this.tables -= 1;
      this.out.push('</table>');
      return;
    }
    if (this.tables > 0)
      throw new Refused('A cell of the file holds a whole table. Take it out, and send the file again.');
    const name = attribute(tag, 'table:name') ?? `Sheet${this.sheets.length + 1}`;
    const hidden = this.hiddenStyles.has(attribute(tag, 'table:style-name') ?? '');
    this.sheets.push({ name: cleanText(name), hidden, hiddenRows: false, hiddenColumns: false });
    this.budget.sheets(this.sheets.length);
    this.row = 1;
    this.out.push(`<table name="s${this.sheets.length}">`);
    if (kind === 'open') this.tables += 1;
    else this.out.push('</table>');
  }

  /** @param {string} kind @param {string} tag */
  tableRow(kind, tag) {
    if (kind === 'close') {
      this.row += this.rowRepeat;
      this.out.push('</table-row>');
      return;
    }
    this.rowRepeat = this.count(attribute(tag, 'table:number-rows-repeated'));
    this.column = 1;
    const sheet = this.sheets.at(-1);
    if (sheet && isHidden(tag)) sheet.hiddenRows = true;
    this.out.push(this.rowRepeat === 1 ? '<table-row>' : `<table-row number-rows-repeated="${this.rowRepeat}">`);
    if (kind === 'empty') this.tableRow('close', '');
  }

  /** @param {string} kind @param {string} tag */
  tableCell(kind, tag) {
    if (kind !== 'close') {
      if (this.cell !== null) throw damaged('a cell of it stands in another');
      Object.assign(this, { cell: tag, paragraphs: 0, text: '' });
    }
    if (kind !== 'open') this.endCell(this.cell ?? '');
  }

  /** @param {string} tag */
  endCell(tag) {
    this.cell = null;
    const repeat = this.count(attribute(tag, 'table:number-columns-repeated'));
    const value = this.valueOf(tag);
    const place = { sheet: this.sheets.at(-1)?.name ?? '', row: this.row, column: this.column };
    this.column += repeat;
    if (value === '') {
      this.out.push(repeat === 1 ? '<table-cell/>' : `<table-cell number-columns-repeated="${repeat}"/>`);
      return;
    }
    const length = typeof value === 'string' ? value.length : 1;
    this.budget.cell({ ...place, length, times: repeat, rows: this.rowRepeat });
    this.out.push(this.plainCell(tag, value, repeat));
  }

  /** What the cell holds, as far as the library need not find it; null for a number, a day or yes and no. @param {string} tag @returns {ReadCell | null} */
  valueOf(tag) {
    const formula = attribute(tag, 'table:formula');
    if (formula !== null) return { formula: formula.replace(/^(of|oooc|msoxl):/, '').slice(0, 200) };
    const kind = attribute(tag, 'office:value-type') ?? 'string';
    if (attribute(tag, 'calcext:value-type') === 'error') return { error: this.text };
    if (!KINDS.includes(kind)) throw damaged(`a cell of it says that it holds “${kind.slice(0, 40)}”`);
    if (kind === 'string' || kind === 'void')
      return ownText(this.paragraphs > 0 ? this.text : (attribute(tag, 'office:string-value') ?? ''));
    if (kind === 'date' && !DATE.test(attribute(tag, 'office:date-value') ?? ''))
      return { error: attribute(tag, 'office:date-value') ?? '' };
    if (kind === 'time') return { error: this.text || 'a time of day' };
    return null;
  }

  /** Without prefixes, which the library passes over too: a large sheet is many cells. @param {string} tag @param {ReadCell | null} value @param {number} repeat */
  plainCell(tag, value, repeat) {
    if (value === null) return `<table-cell${tag.replace(/^<[^\s/>]+|\s*\/?>$/g, '')}><p>x</p></table-cell>`;
    this.values.push(value);
    const repeated = repeat === 1 ? '' : ` number-columns-repeated="${repeat}"`;
    return `<table-cell value-type="string"${repeated}><p>${this.values.length - 1}</p></table-cell>`;
  }

  /** @param {string} kind */
  paragraph(kind) {
    if (this.cell === null) return;
    if (kind !== 'close') {
      if (this.paragraphs > 0) this.text += '\n';
      this.paragraphs += 1;
      this.start = this.text.length;
    }
    this.inParagraph = kind === 'open';
    // Spaces of XML at the end of a paragraph are none of the text; those that are, stand in `text:s`.
    if (kind === 'close' && this.loose && this.text.length > (this.start ?? 0)) this.text = this.text.replace(/ $/, '');
    this.loose = false;
  }

  start = 0;
  /** The text ends in a space of XML. */
  loose = false;

  /** Runs of space in XML are one space, and none at the beginning. @param {string} xml */
  addText(xml) {
    if (xml === '') return;
    const text = textBetween(xml.replace(/[\t\r\n ]+/g, ' '));
    const glued = text.startsWith(' ') && (this.loose || this.text.length === this.start) ? text.slice(1) : text;
    if (glued === '') return;
    this.text += glued;
    this.loose = xml.length > 0 && /[\t\r\n ]$/.test(xml);
  }

  /** @param {string} kind @param {() => string} add */
  inText(kind, add) {
    if (!this.inParagraph || kind === 'close') return;
    this.text += add();
    this.loose = false;
    if (this.text.length > 10 * this.budget.limits.cellCharacters)
      this.budget.cell({
        sheet: this.sheets.at(-1)?.name ?? '',
        row: this.row,
        column: this.column,
        length: this.text.length,
      });
  }

  /** @param {string | null} text */
  spaces(text) {
    return Math.min(this.count(text), this.budget.limits.cellCharacters + 1);
  }

  /** How often something is repeated. @param {string | null} text */
  count(text) {
    if (text === null) return 1;
    const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(count >= 0 && count <= 20_000_000))
      throw new Refused(
        `The file repeats something “${text.slice(0, 20)}” times. The most that a spreadsheet has is ${many(1_048_576)} rows.`,
      );
    return Math.max(count, 1);
  }
}

/** @param {string} tag */
function isHidden(tag) {
  return /table:visibility\s*=\s*["'](collapse|filter)/.test(tag);
}
