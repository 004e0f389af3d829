import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.js';

const FOLDERS = ['app', 'db', 'seeds', 'public'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'remix.config.js', 'vite.config.ts'];

/**
 * A hash over the names and contents of everything that the build is made from.
 * The strategies under seeds/ are data, read at start: only the programs there count.
 *
 * @returns {string}
 */
export function fingerprintOfSources() {
  const hash = createHash('sha256');
  for (const path of [...FOLDERS.flatMap(filesUnder), ...FILES]) {
    if (path.startsWith('seeds') && !path.endsWith('.ts')) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Paths of the files under a folder, in an order that is the same on every machine.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
