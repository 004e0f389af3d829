import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from './lib/chromium.js';
import { buildIfNeeded } from './lib/prepare.js';
import { root, say } from './lib/run.js';

/** The pictures of the README: the top of a page, cut where a section ends, or one figure of it. */
const PICTURES: { name: string; path: string; figure?: string }[] = [
  { name: 'overview', path: '/' },
  { name: 'overview-figure', path: '/', figure: '#figure-1' },
  { name: 'theme', path: '/themes/HARP' },
  { name: 'theme-figure', path: '/themes/HARP', figure: '#figure-5' },
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

/** How far down the picture goes: to the last heading that begins in reach, so that no section is cut in two. */
async function heightOf(page: Page): Promise<number> {
  const boxes = await Promise.all((await page.locator('main h2').all()).map((heading) => heading.boundingBox()));
  const ends = boxes.map((box) => Math.floor(box?.y ?? 0) - 20).filter((y) => y > 0 && y < TALLEST);
  return ends.at(-1) ?? TALLEST;
}

async function takePictures(url: string): Promise<void> {
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ baseURL: url, viewport: { width: WIDTH, height: 900 } });
    for (const { name, path, figure } of PICTURES) {
      await page.goto(path);
      const file = join(FOLDER, `${name}.png`);
      const top = { x: 0, y: 0, width: WIDTH, height: await heightOf(page) };
      if (figure) await page.locator(figure).screenshot({ path: file });
      else await page.screenshot({ path: file, fullPage: true, clip: top });
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
