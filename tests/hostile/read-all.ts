import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSentFile } from '#app/imports/read-file.ts';

/** What became of the files of a folder, read one after the other in a process that does nothing else. */
export interface AllRead {
  refused: string[];
  read: string[];
  /** The most memory that the process had at any time. */
  megabytes: number;
  /** What would keep the process alive, or take its time, when all is done. */
  left: string[];
}

const folder = process.argv[2] ?? '';
const outcome: AllRead = { refused: [], read: [], megabytes: 0, left: [] };
for (const entry of readdirSync(folder)) {
  // Two files of the corpus may have one name; the number in front tells them apart.
  const name = entry.replace(/^\d+-/, '');
  const bytes = new Uint8Array(readFileSync(join(folder, entry)));
  await readSentFile(name, bytes).then(
    () => outcome.read.push(entry),
    () => outcome.refused.push(entry),
  );
}
outcome.megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
outcome.left = process.getActiveResourcesInfo().filter((name) => /Timeout|Worker|MessagePort|FSReq/.test(name));
process.stdout.write(JSON.stringify(outcome));
