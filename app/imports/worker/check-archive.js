import { notATable, Refused } from './refused.js';
import { checkDeclarations } from './xml.js';
import { unpack, zipEntries } from './zip.js';

/**
 * @typedef {import('../limits.ts').ImportLimits} ImportLimits
 * @typedef {import('../sheets.ts').ReadFile['format']} Format
 * @typedef {Map<string, Buffer>} Parts the files inside, by name
 */

const TYPES = 'application/vnd.oasis.opendocument.';
const PACKED = /\.(zip|ods|xlsx|xlsm|xlsb|xls|odt|docx|pptx|odp|7z|rar|gz|tar|jar|exe|dll)$/i;
const XML = /\.(xml|rels|vml|rdf)$/i;
const PICTURES = /^(Pictures|Thumbnails|xl\/media|docProps)\//i;

/** What is refused by the name of the file that holds it, in a spreadsheet. @type {[RegExp, string][]} */
const NOT_IN_SHEETS = [
  [/(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml)$|^xl\/(macrosheets|dialogsheets)\//i, 'macros'],
  [/^(Basic|Scripts|Dialogs)\//i, 'macros'],
  [/^xl\/(externalLinks\/|connections\.xml|queryTables\/|model\/)/i, 'links to other files or data'],
  [/^(xl\/(embeddings|activeX|ctrlProps)\/|Object[ _]?\d+\/|ObjectReplacements\/)/i, 'embedded objects'],
];
const MEND = {
  macros: 'Save it without macros, as .ods or .xlsx, and send that',
  'links to other files or data': 'Break the links, so that the cells hold values, and send that',
  'embedded objects': 'Take them out, and send it again',
};

/** @param {keyof typeof MEND | string} what */
export const holds = (what) => new Refused(`The file holds ${what}. ${MEND[/** @type {keyof typeof MEND} */ (what)]}.`);

/**
 * The files inside a zip, each checked, and what kind of file they make. Nothing is unpacked before their list was
 * checked, and nothing beyond what the list said.
 * @param {Buffer} bytes
 * @param {ImportLimits} limits
 * @returns {{ format: Format, parts: Parts }}
 */
export function openArchive(bytes, limits) {
  const entries = zipEntries(bytes, limits);
  const names = entries.map(({ name }) => name);
  const mime = entries.find(({ name }) => name === 'mimetype');
  const format = formatOf(names, mime && mime.unpacked < 200 ? unpack(bytes, mime).toString('latin1').trim() : null);
  checkContents(names, format);
  /** @type {Parts} */
  const parts = new Map();
  for (const entry of entries) {
    const content = unpack(bytes, entry);
    if (content.length > 3 && content.readUInt32BE(0) === 0x504b0304)
      throw new Refused(`The file holds another packed file, “${entry.name}”. Send that one by itself.`);
    if (XML.test(entry.name)) checkDeclarations(content, entry.name);
    if (!PICTURES.test(entry.name)) parts.set(entry.name, content);
  }
  if (format === 'ods') checkManifest(parts);
  if (format === 'xlsx') checkRelations(parts);
  return { format, parts };
}

/** @param {string[]} names @param {string | null} mime @returns {Format} */
function formatOf(names, mime) {
  const has = (/** @type {RegExp} */ pattern) => names.some((name) => pattern.test(name));
  if (mime?.startsWith(TYPES)) {
    if (/^spreadsheet(-template)?$/.test(mime.slice(TYPES.length))) return 'ods';
    throw notATable(`an OpenDocument file of another kind (${mime.slice(TYPES.length).slice(0, 30)})`);
  }
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^xl\/workbook\.bin$/i))
      throw notATable('an Excel binary workbook (.xlsb)', 'Save it as .xlsx, and send that');
    if (has(/^xl\//i)) return 'xlsx';
    throw notATable(
      has(/^word\//i) ? 'a Word document' : has(/^ppt\//i) ? 'a presentation' : 'an Office file without sheets',
    );
  }
  if (has(/^content\.xml$/)) return 'ods';
  return 'zip';
}

/** @param {string[]} names @param {Format} format */
function checkContents(names, format) {
  const packed = names.find((name) => PACKED.test(name));
  if (format === 'zip') {
    if (packed)
      throw new Refused(`The .zip file holds another packed file or workbook, “${packed}”. Send that one by itself.`);
    return;
  }
  for (const name of names) for (const [pattern, what] of NOT_IN_SHEETS) if (pattern.test(name)) throw holds(what);
  if (packed) throw holds('embedded objects');
}

/** @param {Parts} parts */
function checkManifest(parts) {
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data'))
    throw new Refused('The file is protected by a password. Take the password off, and send it again.');
}

/** Links that a reader clicks are text; every other thing that lives outside is refused. @param {Parts} parts */
function checkRelations(parts) {
  for (const [name, content] of parts) {
    if (!name.endsWith('.rels')) continue;
    for (const [tag] of content.toString('utf8').matchAll(/<[^<>]*TargetMode\s*=\s*["']External["'][^<>]*>/gi))
      if (!/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag)) throw holds('links to other files or data');
  }
  if (/macroEnabled/i.test(parts.get('[Content_Types].xml')?.toString('latin1') ?? '')) throw holds('macros');
}
