import { notATable, Refused } from './refused.js';

/** @typedef {import('../sheets.ts').ReadFile['format']} Format */

/** @type {Record<string, Format>} */
const BY_NAME = { ods: 'ods', xlsx: 'xlsx', csv: 'csv', txt: 'csv', tsv: 'csv', zip: 'zip' };
/** @type {Record<Format, string>} */
const WORDS = { ods: 'an OpenDocument spreadsheet', xlsx: 'an Excel workbook', csv: 'text', zip: 'a .zip file' };

/** How files that hold no tables, or hold them in a form that is not read, begin. @type {[string, string][]} */
const OTHERS = [
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xFF\xD8\xFF', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['{\\rtf', 'a text document (RTF)'],
  ['\x1F\x8B', 'a packed file (gzip)'],
  ['7z\xBC\xAF', 'a packed file (7z)'],
  ['Rar!', 'a packed file (RAR)'],
  ['SQLite format 3', 'a database'],
  ['MZ', 'a program'],
  ['\x7FELF', 'a program'],
];
const OLE = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';

/**
 * Refuses what is no table by how it begins. True for a zip, false for what may be text.
 * @param {Buffer} bytes
 */
export function isZip(bytes) {
  if (bytes.length === 0) throw notATable('an empty file', 'Send the one with the tables in it');
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith(OLE)) throw ofOle(bytes);
  for (const [begins, words] of OTHERS) if (start.startsWith(begins)) throw notATable(words);
  if (start.startsWith('PK')) return true;
  const text = bytes
    .toString('latin1', 0, 1024)
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype html|html|head|body|table|meta|!--)/.test(text)) throw notATable('a web page (HTML)');
  if (/^<\?xml|^<[a-z]+:?[a-z-]*[\s>]/.test(text)) throw notATable('an XML file');
  return false;
}

/** @param {Buffer} bytes */
function ofOle(bytes) {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new Refused('The file is protected by a password. Take the password off, and send it again.');
  if (bytes.includes(Buffer.from('Workbook', 'utf16le')) || bytes.includes(Buffer.from('Book', 'utf16le')))
    return notATable('a workbook of Excel 97 to 2003 (.xls)', 'Save it as an .xlsx or .ods file, and send that');
  return notATable('a document of Office 97 to 2003');
}

/**
 * Refuses a file whose name says another thing than what it is.
 * @param {string} name
 * @param {Format} format
 */
export function checkName(name, format) {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const said = Object.hasOwn(BY_NAME, ending) ? BY_NAME[ending] : undefined;
  if (said === format) return;
  const right = `.${format}`;
  throw said === undefined
    ? new Refused(
        `The name “${name}” does not end in .ods, .xlsx, .csv or .zip. It is ${WORDS[format]}: give it a name that ends in ${right}.`,
      )
    : new Refused(
        `The name “${name}” says ${WORDS[said]}, but it is ${WORDS[format]}. Save it as what its name says, or give it a name that ends in ${right}.`,
      );
}
