import { readSummary } from '#app/domain/summary/read-summary.server.ts';
import { SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import { maker } from '#app/summary-maker.server.ts';
import { openDatabase } from '#db/client.server.ts';
import type { Measured } from './exports.ts';

/**
 * Makes the board's summary of one quarter in one format, in a process of its own, and prints what it took. `document`
 * stands for the document alone, from which every format is made.
 */
const [file = '', quarter = '', asked = ''] = process.argv.slice(2);
const db = openDatabase(file);
try {
  const start = performance.now();
  const document = await readSummary(db, { quarter, audience: 'board', today: '2026-11-23' }, maker);
  const read = performance.now();
  const format = SUMMARY_FORMATS.find((one) => one === asked);
  const bytes = format ? (await maker.file(document, format)).bytes.length : JSON.stringify(document).length;
  const measured: Measured = {
    documentMs: read - start,
    formatMs: performance.now() - read,
    bytes,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(measured));
} finally {
  await db.destroy();
}
