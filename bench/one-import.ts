import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { planStrategy } from '#app/domain/strategy/plan-strategy.server.ts';
import { findTables } from '#app/imports/find-tables.ts';
import { openDatabase } from '#db/client.server.ts';
import type { MeasuredImport } from './imports.ts';

/** Reads one file and works out what it would do to a database, in a process of its own, and prints what it took. */
const [database = '', file = ''] = process.argv.slice(2);
const db = openDatabase(database);
try {
  const bytes = await readFile(file);
  const start = performance.now();
  const found = await findTables(basename(file), bytes);
  if (found.refused !== null) throw new Error(found.refused);
  const read = performance.now();
  const { tables, faults } = await planStrategy(db, found, { today: '2026-11-23', choices: {} });
  const [fault] = faults;
  if (fault) throw new Error(`${faults.length} faults; the first: ${JSON.stringify(fault)}`);
  const measured: MeasuredImport = {
    readMs: read - start,
    planMs: performance.now() - read,
    rows: tables.reduce((sum, { rows }) => sum + rows.filter(({ row }) => row !== null).length, 0),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(measured));
} finally {
  await db.destroy();
}
