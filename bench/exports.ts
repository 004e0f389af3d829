import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { loadStrategy } from '#seeds/load.ts';
import { generateStrategy } from './generate.ts';

/**
 * Part of `npm run bench`: time and memory of a board's summary in each format, for the real strategy and for one with
 * 10,000 milestones more. Each is made three times in a process of its own; the median is shown. Peak memory is that of
 * the whole process, which takes about 130 MB before it does anything.
 */
const RUNS = 3;
const QUARTER = '2025-26-Q4';
const run = promisify(execFile);

/** What one export took: milliseconds for the document and for the format, megabytes at the peak. */
export interface Measured {
  documentMs: number;
  formatMs: number;
  bytes: number;
  peakMb: number;
}

const folder = await mkdtemp(join(tmpdir(), 'tracker-exports-'));
try {
  const large = join(folder, 'large');
  await generateStrategy(large, { recommendations: 1_000, milestones: 10 });
  console.log(
    `\nThe board's summary of ${QUARTER}: time to write each format, its size, and the peak of the process.\n`,
  );
  console.log('format\treal ms\treal kB\treal peak MB\tlarge ms\tlarge kB\tlarge peak MB');
  const real = await loaded('real', 'seeds/life-sciences-industrial-strategy');
  const big = await loaded('large', large);
  for (const format of ['document', ...SUMMARY_FORMATS])
    console.log([format, ...(await measure(real, format)), ...(await measure(big, format))].join('\t'));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function loaded(name: string, strategy: string): Promise<string> {
  const file = join(folder, `${name}.db`);
  const db = openDatabase(file);
  await migrate(db);
  await loadStrategy(db, strategy, { now: new Date('2026-11-23T12:00:00Z'), today: '2026-11-23' });
  await db.destroy();
  return file;
}

async function measure(file: string, format: string): Promise<string[]> {
  const all: Measured[] = [];
  for (let i = 0; i < RUNS; i++) {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'bench/one-export.ts', file, QUARTER, format], {
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    });
    all.push(JSON.parse(stdout) as Measured);
  }
  const middle = (of: (one: Measured) => number): number =>
    all.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  const time = middle(({ documentMs, formatMs }) => (format === 'document' ? documentMs : formatMs));
  return [time, middle(({ bytes }) => bytes / 1024), middle(({ peakMb }) => peakMb)].map((n) => n.toFixed(0));
}
