import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { unguarded } from '../documents/csv.ts';
import { IMPORT_LIMITS, type ImportLimits } from './limits.ts';
import { FileRefusedError, type ReadCell, type ReadFile, type ReadRow, type ReadSheet } from './sheets.ts';

/** What the worker tells, in this order: per sheet its name and its rows, then that it is done, or why it refuses. */
export type FromWorker =
  | { kind: 'total'; rows: number }
  | { kind: 'sheet'; name: string }
  | { kind: 'rows'; rows: ReadRow[] }
  | { kind: 'done'; format: ReadFile['format']; said: string[] }
  | { kind: 'refused'; message: string };

/** How far the reading is; `of` is null while the number of rows is not known. */
export interface ReadProgress {
  rows: number;
  of: number | null;
}

const WORKER = createRequire(import.meta.url).resolve('#app/imports/worker/read-worker.js');
const TOO_LARGE = 'The file needs more memory than there is for reading it. Split it into several files.';
const UNREADABLE = 'The file cannot be read. Open it in your spreadsheet program, save it again, and send that.';

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a sent file (.ods, .xlsx, .csv, or a .zip of .csv files) in a worker with limits of memory and time, one file
 * after the other. Throws FileRefusedError, in words, for everything that cannot be read whole within the limits.
 */
export function readSentFile(
  name: string,
  bytes: Uint8Array,
  onProgress: (done: ReadProgress) => void = () => {},
): Promise<ReadFile> {
  const reading = last.then(() => readInWorker(name, bytes, onProgress, IMPORT_LIMITS));
  last = reading.catch(() => {});
  return reading;
}

async function readInWorker(
  name: string,
  bytes: Uint8Array,
  onProgress: (done: ReadProgress) => void,
  limits: ImportLimits,
): Promise<ReadFile> {
  const worker = new Worker(WORKER, {
    workerData: { name, bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    // Loaders of the process are none of its business.
    execArgv: [],
    env: {},
    // What the library says to a console is nothing that whoever runs this could mend.
    stdout: true,
    stderr: true,
  });
  try {
    return await collected(worker, onProgress, limits);
  } finally {
    await worker.terminate();
  }
}

function collected(
  worker: Worker,
  onProgress: (done: ReadProgress) => void,
  { milliseconds }: ImportLimits,
): Promise<ReadFile> {
  const sheets: ReadSheet[] = [];
  let [rows, of]: [number, number | null] = [0, null];
  return new Promise((done, fail) => {
    const refuse = (words: string) => fail(new FileRefusedError(words));
    const timer = setTimeout(
      () => refuse(`The file takes more than ${milliseconds / 1000} seconds to read. Split it into several files.`),
      milliseconds,
    );
    const end = (message: FromWorker) => {
      if (message.kind === 'done')
        done({ format: message.format, sheets: unguardedIf(message.format, sheets), said: message.said });
      if (message.kind === 'refused') refuse(message.message);
    };
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'total') of = message.rows;
      if (message.kind === 'sheet') sheets.push({ name: message.name, rows: [] });
      if (message.kind === 'rows') {
        sheets.at(-1)?.rows.push(...message.rows);
        rows += message.rows.length;
        onProgress({ rows, of });
      }
      end(message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : UNREADABLE);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      refuse(UNREADABLE);
    });
  });
}

/** CSV files carry a mark before text that a spreadsheet might run. */
function unguardedIf(format: ReadFile['format'], sheets: ReadSheet[]): ReadSheet[] {
  if (format !== 'csv' && format !== 'zip') return sheets;
  const plain = (cell: ReadCell): ReadCell => (typeof cell === 'string' ? unguarded(cell) : cell);
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ row, cells }) => ({ row, cells: cells.map(plain) })),
  }));
}
