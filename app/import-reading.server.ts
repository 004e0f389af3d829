import { db } from './db.server.ts';
import type { FoundFile } from './domain/imports/found-file.ts';
import { keepFound, readImportBytes } from './domain/imports/imports.server.ts';
import { findTables } from './imports/find-tables.ts';

/** How far the reading of a file has come: rows read, of how many; null while that is not known. */
export interface ReadingProgress {
  rows: number;
  of: number | null;
}

interface Reading {
  progress: ReadingProgress;
  done: Promise<FoundFile | null>;
}

/** The files that this process is reading. A file that waits and is not here is read from the start. */
const readings = new Map<number, Reading>();

/** What was found in a file that waits, when that is known within the time; else how far it has come. */
export async function foundWithin(
  id: number,
  milliseconds: number,
): Promise<{ found: FoundFile | null } | { progress: ReadingProgress }> {
  const reading = readings.get(id) ?? begin(id);
  const late = Symbol('late');
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  const first = await Promise.race([reading.done, time]);
  clearTimeout(timer);
  return first === late ? { progress: reading.progress } : { found: first };
}

function begin(id: number): Reading {
  const reading: Reading = { progress: { rows: 0, of: null }, done: Promise.resolve(null) };
  reading.done = read(id, reading).finally(() => readings.delete(id));
  readings.set(id, reading);
  return reading;
}

async function read(id: number, reading: Reading): Promise<FoundFile | null> {
  const sent = await readImportBytes(db, id);
  if (!sent) return null;
  const found = await findTables(sent.fileName, sent.bytes, (progress) => {
    reading.progress = progress;
  });
  await keepFound(db, id, found);
  return found;
}
