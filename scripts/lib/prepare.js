import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOfSources } from './fingerprint.js';
import { withLock } from './lock.js';
import { root, step } from './run.js';

const LOCK = join(root, '.cache/preparing');
const INSTALLED = join(root, 'node_modules/.installed-for');

/**
 * Each build is moved into a folder of its own, named by its fingerprint: a server that runs keeps its files while a
 * newer build is made (Remix empties build/ each time). The file `current` names the newest.
 */
const BUILDS = join(root, '.cache/builds');
const CURRENT = join(BUILDS, 'current');
const DAY_MS = 86_400_000;

/** Installs the packages unless the ones in node_modules are those of package-lock.json. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  await withLock(LOCK, async () => {
    if (!isInstalled()) await install();
  });
}

/** Builds the pages unless there is a build of these very sources. Needs the packages. */
export async function buildIfNeeded() {
  const fingerprint = fingerprintOfSources();
  if (isCurrent(fingerprint)) return;
  await withLock(LOCK, async () => {
    if (!existsSync(join(BUILDS, fingerprint))) await build(fingerprint);
    writeFileSync(CURRENT, fingerprint);
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

/** @param {string} fingerprint */
async function build(fingerprint) {
  await step('Building the pages (about 10 seconds)', ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    nodeEnv: 'production',
    advice: 'The lines above name the file and the fault. Mend it and run the same command again.',
  });
  mkdirSync(BUILDS, { recursive: true });
  // In one step, so that a build that broke half-way is never taken for a whole one.
  renameSync(join(root, 'build'), join(BUILDS, fingerprint));
  removeOldBuilds(fingerprint);
}

/** @param {string} fingerprint of the build to keep; so are those of the last day, which a server may be serving */
function removeOldBuilds(fingerprint) {
  for (const name of readdirSync(BUILDS)) {
    const folder = join(BUILDS, name);
    const isOld = Date.now() - statSync(folder).mtimeMs > DAY_MS;
    if (name !== fingerprint && folder !== CURRENT && isOld) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} fingerprint */
function isCurrent(fingerprint) {
  return existsSync(join(BUILDS, fingerprint)) && existsSync(CURRENT) && readFileSync(CURRENT, 'utf8') === fingerprint;
}

/** Native packages are compiled for one Node, so its binary version counts as well as the lock. */
const NODE = `node-abi-${process.versions.modules}`;

function wantedPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${NODE}`;
}

function isInstalled() {
  const note = existsSync(INSTALLED) ? readFileSync(INSTALLED, 'utf8') : NODE;
  if (note === wantedPackages()) return true;
  if (!note.endsWith(NODE) || !isInstalledByHand()) return false;
  writeFileSync(INSTALLED, wantedPackages());
  return true;
}

/** True when somebody ran `npm ci` or `npm install`: npm's own note then names every package of the lock. */
function isInstalledByHand() {
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
