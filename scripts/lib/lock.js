import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './run.js';

const LONGEST_STEP_MS = 10 * 60_000;

/**
 * Does the work while no other process does: two commands started together must not both install, or both build.
 *
 * @template T
 * @param {string} file where the lock is kept
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 0) say('Waiting for another command to finish installing or building …');
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isLeftOver(file)) rmSync(file, { force: true });
    return false;
  }
}

/**
 * True when the process that took the lock is gone, or has had it for longer than any step lasts
 * (its number may since have been given to another process).
 *
 * @param {string} file
 */
function isLeftOver(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > LONGEST_STEP_MS) return true;
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
