import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { odsFile } from '#app/documents/ods.ts';
import { strategyWorkbook } from '#app/documents/strategy-workbook.ts';
import { strategyZip } from '#app/documents/strategy-zip.ts';
import { xlsxFile } from '#app/documents/xlsx.ts';
import type { AboutFile } from '#app/domain/strategy/about-file.ts';
import { readDefinition } from '#app/domain/strategy/read-definition.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { findNewestChange } from '#db/queries/find-newest-change.ts';
import { loadStrategy } from '#seeds/load.ts';
import { generateStrategy } from './generate.ts';

/**
 * Part of `npm run bench`: time and memory of reading and previewing a strategy of 10,000 rows more than the real one, in
 * each format: sent to a record that does not have them (all are added) and to one that has them (nothing changes). Each
 * is read three times in a process of its own; the median is shown.
 */
const RUNS = 3;
const DAY = '2026-11-23';
const run = promisify(execFile);

/** What one file took: milliseconds for reading and for the plan, megabytes at the peak of the process. */
export interface MeasuredImport {
  readMs: number;
  planMs: number;
  rows: number;
  peakMb: number;
}

const folder = await mkdtemp(join(tmpdir(), 'tracker-imports-'));
try {
  const large = join(folder, 'large');
  await generateStrategy(large, { recommendations: 400, milestones: 8 });
  const real = await loaded('real', 'seeds/life-sciences-industrial-strategy');
  const big = await loaded('large', large);
  const files = await written(big);
  console.log('\nA strategy workbook of about 10,000 rows more: reading, preview, peak of the process.\n');
  console.log('format\tMB\trows\tread ms\tadded: preview ms\tpeak MB\tunchanged: preview ms\tpeak MB');
  for (const [format, { path, size }] of Object.entries(files)) {
    const [added, same] = [await measure(real, path), await measure(big, path)];
    const row = [size / 1e6, added.rows, added.readMs, added.planMs, added.peakMb, same.planMs, same.peakMb];
    console.log([format, ...row.map((n, i) => n.toFixed(i === 0 ? 1 : 0))].join('\t'));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function loaded(name: string, strategy: string): Promise<string> {
  const file = join(folder, `${name}.db`);
  const db = openDatabase(file);
  await migrate(db);
  await loadStrategy(db, strategy, { now: new Date(`${DAY}T12:00:00Z`), today: DAY });
  await db.destroy();
  return file;
}

async function written(database: string): Promise<Record<string, { path: string; size: number }>> {
  const db = openDatabase(database);
  const definition = await readDefinition(db);
  const about: AboutFile = {
    ...{ code: 'LSIS', name: 'Life Sciences Industrial Strategy', change: await findNewestChange(db), madeOn: DAY },
    ...{ marking: 'OFFICIAL', demonstration: null },
  };
  await db.destroy();
  const book = strategyWorkbook(definition, about);
  const files = { ods: odsFile(book), xlsx: xlsxFile(book), zip: strategyZip(definition, about) };
  const sizes: Record<string, { path: string; size: number }> = {};
  for (const [format, bytes] of Object.entries(files)) {
    const path = join(folder, `strategy.${format}`);
    await writeFile(path, bytes);
    sizes[format] = { path, size: bytes.length };
  }
  return sizes;
}

async function measure(database: string, file: string): Promise<MeasuredImport> {
  const all: MeasuredImport[] = [];
  for (let i = 0; i < RUNS; i++) {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'bench/one-import.ts', database, file]);
    all.push(JSON.parse(stdout) as MeasuredImport);
  }
  const middle = (of: keyof MeasuredImport): number =>
    all.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { readMs: middle('readMs'), planMs: middle('planMs'), rows: middle('rows'), peakMb: middle('peakMb') };
}
