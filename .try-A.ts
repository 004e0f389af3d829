import { readFileSync } from 'node:fs';
import { readSentFile } from '#app/imports/read-file.ts';
for (const file of process.argv.slice(2)) {
  const t = performance.now(); let steps = 0;
  try { const r = await readSentFile(file.replace(/.*\//, ''), new Uint8Array(readFileSync(file)), () => { steps += 1; });
    console.log(file, r.format, r.said, r.sheets.map((s) => [s.name, s.rows.length, JSON.stringify(s.rows.slice(0, 4)).slice(0, 400)]), steps);
  } catch (e) { console.log(file, String(e)); }
  console.log((performance.now() - t).toFixed(0), 'ms rss', process.resourceUsage().maxRSS / 1024);
}
