import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOfSources } from './fingerprint.js';
import { withLock } from './lock.js';
import { root, step } from './run.js';

const LOCK = join(root, '.cache/preparing');
const INSTALLED = join(root, 'node_modules/.installed-for');
const BUILT = join(root, 'build/fingerprint');

/** Installs the packages unless the ones in node_modules are those of package-lock.json. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  await withLock(LOCK, async () => {
    if (!isInstalled()) await install();
  });
}

/** Builds the pages unless the build there was made from these very sources. Needs the packages. */
export async function buildIfNeeded() {
  if (isBuilt()) return;
  await withLock(LOCK, async () => {
    if (!isBuilt()) await build();
  });
}

async function install() {
  // Under `npm start` npm tells where it is itself; that also works where npm is not a program of its own.
  const npm = process.env['npm_execpath']?.endsWith('.js') ? process.env['npm_execpath'] : null;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  await step('Installing the packages (npm ci; one to three minutes the first time)', npm ? [npm, ...args] : args, {
    program: npm ? undefined : 'npm',
    advice:
      'Check that this machine reaches the npm registry, and that Python 3, make and a C++ compiler are there:\n' +
      'better-sqlite3 is compiled where no ready-made file fits. Then run the same command again.',
  });
  writeFileSync(INSTALLED, wantedPackages());
}

async function build() {
  const fingerprint = fingerprintOfSources();
  // Gone first, so that a build that breaks half-way is never taken for a whole one.
  rmSync(BUILT, { force: true });
  await step('Building the pages (about 10 seconds)', ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    nodeEnv: 'production',
    advice: 'The lines above name the file and the fault. Mend it and run the same command again.',
  });
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(BUILT, fingerprint);
}

function isBuilt() {
  return existsSync(BUILT) && readFileSync(BUILT, 'utf8') === fingerprintOfSources();
}

/** Native packages are compiled for one Node, so its binary version counts as well as the lock. */
function wantedPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} node-abi-${process.versions.modules}\n`;
}

function isInstalled() {
  if (existsSync(INSTALLED)) return readFileSync(INSTALLED, 'utf8') === wantedPackages();
  if (!installedByHand()) return false;
  writeFileSync(INSTALLED, wantedPackages());
  return true;
}

/** True when somebody ran `npm ci` or `npm install`: npm's own note then names every package of the lock. */
function installedByHand() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const have = packagesIn(note);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || (have[path] ? have[path].version === wanted.version : wanted.optional === true),
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
