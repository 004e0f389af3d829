import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from './lib/chromium.js';
import { buildIfNeeded } from './lib/prepare.js';
import { root, say } from './lib/run.js';

/** The pictures of the README: the top of a page, down to the foot of its first figure where that is not too far. */
const PICTURES = [
  { name: 'overview', path: '/' },
  { name: 'theme', path: '/themes/HARP' },
];
const WIDTH = 1280;
const TALLEST = 1700;
const FOLDER = join(root, 'docs/pictures');

/** Starts the built program on a fresh database, as on the day of the seeds; resolves to its address. */
async function startProgram(databaseFile: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'test', TODAY: '2026-11-23', PORT: '0', DATABASE_URL: databaseFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The program ended:\n${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const listening = /^Listening on (\S+)$/m.exec(output)?.[1];
      if (listening) resolve(listening);
    });
  });
  return { url, child };
}

/** How far down the picture goes: to the foot of the first drawing, and never further than is good in a README. */
async function heightOf(page: Page): Promise<number> {
  const box = await page.locator('.figure__chart--wide').first().boundingBox();
  return Math.min(TALLEST, Math.ceil((box ? box.y + box.height : TALLEST) + 30));
}

async function takePictures(url: string): Promise<void> {
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ baseURL: url, viewport: { width: WIDTH, height: 900 } });
    for (const { name, path } of PICTURES) {
      await page.goto(path);
      const file = join(FOLDER, `${name}.png`);
      await page.screenshot({
        path: file,
        fullPage: true,
        clip: { x: 0, y: 0, width: WIDTH, height: await heightOf(page) },
      });
      say(`docs/pictures/${name}.png: ${Math.round(statSync(file).size / 1000)} kB`);
    }
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tracker-pictures-'));
mkdirSync(FOLDER, { recursive: true });
await buildIfNeeded();
const { url, child } = await startProgram(join(folder, 'strategy.db'));
try {
  await takePictures(url);
} finally {
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
