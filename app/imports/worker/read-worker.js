import { parentPort, workerData } from 'node:worker_threads';
import { Budget } from './budget.js';
import { openArchive } from './check-archive.js';
import { checkName, isZip } from './file-kind.js';
import { many, megabytes, notATable, Refused } from './refused.js';

/**
 * Reads one sent file in a thread of its own, which the other side ends. Imports nothing of the site but words, since it
 * runs as it stands.
 *
 * @typedef {import('../limits.ts').ImportLimits} ImportLimits
 * @typedef {import('../sheets.ts').ReadRow} ReadRow
 * @typedef {import('../read-file.ts').FromWorker} FromWorker
 * @typedef {{ name: string, bytes: Uint8Array, limits: ImportLimits }} Sent
 */

const BATCH = 500;

/** @param {FromWorker} message */
const say = (message) => parentPort?.postMessage(message);

/** Hands over the rows of one sheet after the other. */
class Hand {
  /** @type {ReadRow[]} */
  batch = [];

  /** @param {string} name */
  sheet(name) {
    this.flush();
    say({ kind: 'sheet', name });
  }

  /** @param {ReadRow} row */
  row(row) {
    this.batch.push(row);
    if (this.batch.length === BATCH) this.flush();
  }

  flush() {
    if (this.batch.length > 0) say({ kind: 'rows', rows: this.batch });
    this.batch = [];
  }
}

/** @param {Sent} sent */
async function read({ name, bytes, limits }) {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.length > limits.fileBytes)
    throw new Refused(
      `The file has ${megabytes(content.length)}. The limit is ${megabytes(limits.fileBytes)}. Split it.`,
    );
  const budget = new Budget(limits);
  if (!isZip(content)) {
    checkName(name, 'csv');
    return { format: 'csv', said: await readTexts(new Map([[name, content]]), budget) };
  }
  const { format, parts } = openArchive(content, limits);
  checkName(name, format);
  if (format === 'zip') return { format, said: await readFolder(parts, budget) };
  return { format, said: await readBook(/** @type {'ods' | 'xlsx'} */ (format), parts, budget) };
}

/** @param {'ods' | 'xlsx'} format @param {Map<string, Buffer>} parts @param {Budget} budget */
async function readBook(format, parts, budget) {
  // Large, and not needed for CSV.
  const { readWorkbook } = await import('./read-workbook.js');
  const { sheets, said } = readWorkbook(format, parts, budget);
  say({ kind: 'total', rows: sheets.reduce((sum, { rows }) => sum + rows.length, 0) });
  const hand = new Hand();
  for (const { name, rows } of sheets) {
    hand.sheet(name);
    for (const row of rows) hand.row(row);
  }
  hand.flush();
  return said;
}

/** @param {Map<string, Buffer>} parts the files of a .zip @param {Budget} budget */
async function readFolder(parts, budget) {
  const tables = new Map([...parts].filter(([name]) => /\.csv$/i.test(name) && !/(^|\/)[._]/.test(name)));
  if (tables.size === 0) throw notATable('a .zip file without any .csv file');
  const folders = new Set([...tables.keys()].map((name) => name.slice(0, name.lastIndexOf('/') + 1)));
  const deep = [...folders].find((folder) => folder.split('/').length > 2);
  if (folders.size > 1 || deep)
    throw new Refused('The .csv files of the .zip file stand in different folders. Put them into one.');
  const others = [...parts.keys()].filter((name) => !tables.has(name) && !/(^|\/)(\.|__MACOSX)/.test(name));
  const said = await readTexts(tables, budget);
  return others.length === 0
    ? said
    : [
        ...said,
        `Passed over, since they are no CSV files: ${others.slice(0, 10).join(', ')}${others.length > 10 ? ' and more' : ''}`,
      ];
}

/** @param {Map<string, Buffer>} files @param {Budget} budget */
async function readTexts(files, budget) {
  const { readCsvRows } = await import('./read-csv.js');
  budget.sheets(files.size);
  const hand = new Hand();
  const said = [];
  for (const [path, content] of files) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[A-Za-z]+$/, '');
    if (files.size > 1 && isZip(content)) throw new Refused(`“${path}” in the .zip file is another packed file.`);
    hand.sheet(name);
    const words = await readCsvRows(name, content, budget, (row) => hand.row(row));
    said.push(...words.map((sentence) => (files.size > 1 ? `${name}.csv: ${sentence}` : sentence)));
  }
  hand.flush();
  if (budget.cells === 0)
    throw notATable(
      `a file of ${many(files.size)} empty table${files.size === 1 ? '' : 's'}`,
      'Send the one with something in it',
    );
  return said;
}

try {
  const { format, said } = await read(workerData);
  say({ kind: 'done', format: /** @type {'csv'} */ (format), said });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  say({ kind: 'refused', message: error.message });
}
