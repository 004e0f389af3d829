import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, StopError } from './run.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Nothing leaves the machine and nothing is drawn on a graphics card. The sandbox needs rights that containers lack. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--no-first-run',
];

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string | undefined> }} Chromium
 *   what playwright-core needs to start it
 */

/**
 * Finds a Chromium: CHROMIUM_PATH, an installed one, else the one that comes as a package (Linux on x64 only).
 * Throws StopError, saying how to get one, where there is none.
 *
 * @returns {Promise<Chromium>}
 */
export async function findChromium() {
  const given = process.env['CHROMIUM_PATH'];
  if (given && !isProgram(given)) throw new StopError(`CHROMIUM_PATH is set to ${given}, which is not a program.`);
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const installed = [given, ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), MAC].find(
    isProgram,
  );
  if (installed) return { executablePath: installed, args: ARGS, env: process.env };
  return packagedChromium();
}

/**
 * The package believes it is on a cloud function only when it sees this variable, and without that belief leaves out
 * the libraries that a bare machine lacks. It unpacks into the temporary folder and would use any older copy there.
 *
 * @returns {Promise<Chromium>}
 */
async function packagedChromium() {
  const folder = join(root, 'node_modules/.cache/chromium-147');
  const before = { ...process.env };
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('made for Linux on x64');
    mkdirSync(folder, { recursive: true });
    Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    const executablePath = await chromium.executablePath();
    const env = { ...before, LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
    return { executablePath, args: [...ARGS, '--no-zygote', '--in-process-gpu'], env };
  } catch (error) {
    throw new StopError(
      `The browser tests need a Chromium, and none was found (the packaged one: ${error}).\n` +
        'Install one ("apt-get install chromium"), or set CHROMIUM_PATH to a Chromium or Chrome that is there.',
    );
  } finally {
    restore(before);
  }
}

/** @param {NodeJS.ProcessEnv} before */
function restore(before) {
  for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
}

/** @param {string | undefined} path */
function isProgram(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
