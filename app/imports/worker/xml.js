import { damaged, Refused } from './refused.js';

/**
 * @typedef {{ name: string, kind: 'open' | 'close' | 'empty', from: number, to: number }} Tag
 * `name` with its prefix; `from` and `to` are where the tag stands in the text.
 */

const DEEPEST = 100;

/** @param {string} part @param {string} why */
const broken = (part, why) => damaged(`“${part}” inside it is not well-formed XML (${why})`);

/**
 * The text of an XML file, which must be UTF-8 and may declare nothing.
 * @param {Buffer} bytes
 * @param {string} part its name, for messages
 */
export function xmlText(bytes, part) {
  checkDeclarations(bytes, part);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw broken(part, 'it is not UTF-8');
  }
}

/**
 * Refuses a document type and entities, which can name other files and grow without end.
 * @param {Buffer} bytes
 * @param {string} part
 */
export function checkDeclarations(bytes, part) {
  if (bytes.subarray(0, 4).includes(0) || /^(\xFF\xFE|\xFE\xFF)/.test(bytes.toString('latin1', 0, 2)))
    throw broken(part, 'it is not UTF-8');
  const encoding = /^[^>]*encoding=["']([^"']*)/.exec(bytes.toString('latin1', 0, 200))?.[1] ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/i.test(encoding)) throw broken(part, 'it is not UTF-8');
  for (const mark of ['<!DOCTYPE', '<!ENTITY', '<!ELEMENT', '<!ATTLIST'])
    if (bytes.includes(mark))
      throw new Refused(
        `“${part}” inside the file declares a document type or entities, which no spreadsheet needs. It was not made by a spreadsheet program.`,
      );
}

/**
 * Hands on every tag of well-formed XML, in order; text stands between them. Throws where it is not well-formed.
 * @param {string} xml
 * @param {string} part
 * @param {(name: string, kind: Tag['kind'], from: number, to: number) => void} onTag
 */
export function scanXml(xml, part, onTag) {
  /** @type {string[]} */
  const open = [];
  let roots = 0;
  let at = xml.indexOf('<');
  while (at !== -1) {
    const second = xml.charCodeAt(at + 1);
    if (second === 33 || second === 63) {
      at = xml.indexOf('<', afterAside(xml, part, at));
      continue;
    }
    const to = endOfTag(xml, at, part) + 1;
    const kind = second === 47 ? 'close' : xml.charCodeAt(to - 2) === 47 ? 'empty' : 'open';
    const name = nameAt(xml, kind === 'close' ? at + 2 : at + 1);
    if (kind === 'close') {
      if (open.pop() !== name) throw broken(part, `</${name.slice(0, 40)}> closes nothing`);
    } else {
      if (open.length === 0) roots += 1;
      if (kind === 'open') open.push(name);
      if (open.length > DEEPEST || name === '' || roots > 1)
        throw broken(part, 'its elements do not stand in one another');
    }
    onTag(name, kind, at, to);
    at = xml.indexOf('<', to);
  }
  if (open.length > 0 || roots === 0) throw broken(part, 'its end is missing');
}

/** Where a comment, a CDATA section or an instruction ends. @param {string} xml @param {string} part @param {number} at */
function afterAside(xml, part, at) {
  const [, end] =
    [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
    ].find(([begin]) => xml.startsWith(begin ?? '', at)) ?? [];
  const found = end === undefined ? -1 : xml.indexOf(end, at);
  if (end === undefined || found === -1) throw broken(part, 'its end is missing');
  return found + end.length;
}

/** @param {string} xml @param {number} at @param {string} part */
function endOfTag(xml, at, part) {
  let quote = 0;
  for (let i = at + 1; i < xml.length; i += 1) {
    const mark = xml.charCodeAt(i);
    if (quote !== 0) {
      if (mark === quote) quote = 0;
      else if (mark === 60) break;
    } else if (mark === 62) return i;
    else if (mark === 34 || mark === 39) quote = mark;
    else if (mark === 60) break;
  }
  throw broken(part, 'a tag has no end');
}

/** @param {string} xml @param {number} at */
function nameAt(xml, at) {
  let to = at;
  for (; to < xml.length; to += 1) {
    const mark = xml.charCodeAt(to);
    if (mark === 62 || mark === 47 || mark <= 32) break;
  }
  return xml.slice(at, to);
}

/** "c" of `x:c`. @param {string} name */
export const local = (name) => name.slice(name.indexOf(':') + 1);

/**
 * The value of an attribute of a tag, by its name with or without a prefix; null where it has none.
 * @param {string} tag its whole text
 * @param {string} name
 */
export function attribute(tag, name) {
  for (let at = tag.indexOf(name); at !== -1; at = tag.indexOf(name, at + 1)) {
    if (!/[\s:]/.test(tag.charAt(at - 1))) continue;
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(at + name.length));
    if (match) return decoded((match[1] ?? match[2] ?? '').replace(/[\t\r\n]/g, ' '));
  }
  return null;
}

/** @type {Record<string, string>} */
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML without its escapes. @param {string} text */
export function decoded(text) {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{0,10});?/g, (_, name) => {
    if (Object.hasOwn(NAMED, name)) return NAMED[name] ?? '';
    const code = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10) : -1;
    if (point < 0 || point > 0x10ffff) throw damaged(`“&${name};” in it means nothing`);
    // Half a letter is none.
    return String.fromCodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  });
}

/** The text between two tags, with what stands in CDATA sections and without comments. @param {string} xml */
export function textBetween(xml) {
  if (!xml.includes('<')) return decoded(xml);
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[')
        ? piece.slice(9, -3)
        : decoded(piece.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')),
    )
    .join('');
}

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"\n\t]/g, (mark) => `&#${mark.charCodeAt(0)};`);
