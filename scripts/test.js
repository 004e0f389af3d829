import './lib/check-node.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './lib/chromium.js';
import { countTests } from './lib/count-tests.js';
import { buildIfNeeded, installIfNeeded } from './lib/prepare.js';
import { main, run, say } from './lib/run.js';

/** `npm test`: gets ready, runs every test (extra arguments go to Vitest), and ends with the counts on a line of their own. */
await main(async () => {
  await installIfNeeded();
  await buildIfNeeded();
  await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'tracker-report-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...process.argv.slice(2)], {
      nodeEnv: 'test',
    });
    const { passed, failed } = countTests(report, code);
    say(`${passed} passed, ${failed} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
