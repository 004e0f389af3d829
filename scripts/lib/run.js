import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository: every program runs there, wherever the command was typed. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Ends a command with a sentence for the person at the terminal, and no stack. */
export class StopError extends Error {
  /**
   * @param {string} message what failed and what to do; empty when the person stopped it
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @param {string} line */
export function say(line) {
  console.log(line);
}

/**
 * Runs a program in the top folder until it ends, passing Ctrl-C and SIGTERM on to it.
 * Its output goes to the terminal, or with `quiet` is kept and handed back.
 *
 * @param {string[]} args the script for Node and its arguments
 * @param {{ nodeEnv?: NodeJS.ProcessEnv['NODE_ENV'], quiet?: boolean, program?: string }} [options]
 * @returns {Promise<{ code: number, stopped: boolean, output: string }>} `stopped`: a signal was passed on
 */
export function run(args, { nodeEnv = process.env.NODE_ENV, quiet = false, program = process.execPath } = {}) {
  return new Promise((resolve, reject) => {
    /** @type {import('node:child_process').ChildProcess} */
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NODE_ENV: nodeEnv },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    let stopped = false;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    const stopWatching = watchForStop(passOn);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', (error) => {
      stopWatching();
      reject(error);
    });
    child.once('close', (code) => {
      stopWatching();
      resolve({ code: code ?? 1, stopped, output });
    });
  });
}

/**
 * Tells `onStop` when this process is asked to end; returns a function that takes the listeners away again.
 *
 * npm runs its scripts through a shell, and most shells die of a SIGTERM without passing it on. So under npm the death
 * of the parent means the same: otherwise `npm start` would leave its server behind.
 *
 * @param {(signal: NodeJS.Signals) => void} onStop
 */
function watchForStop(onStop) {
  const parent = process.ppid;
  const isUnderNpm = process.env['npm_lifecycle_event'] !== undefined;
  const timer = setInterval(() => {
    if (!isUnderNpm || process.ppid === parent) return;
    clearInterval(timer);
    onStop('SIGTERM');
  }, 100).unref();
  process.on('SIGINT', onStop).on('SIGTERM', onStop);
  return () => {
    clearInterval(timer);
    process.off('SIGINT', onStop).off('SIGTERM', onStop);
  };
}

/**
 * One step of getting ready: says what it does and how long it took.
 * Throws StopError with the program's own output and the advice when it fails.
 *
 * @param {string} doing "Building the pages"
 * @param {string[]} args
 * @param {{ nodeEnv?: NodeJS.ProcessEnv['NODE_ENV'], program?: string, advice: string }} options
 */
export async function step(doing, args, { nodeEnv, program, advice }) {
  say(`${doing} …`);
  const started = Date.now();
  const { code, stopped, output } = await run(args, { nodeEnv, program, quiet: true });
  if (stopped) throw new StopError('', 130);
  if (code !== 0) throw new StopError(`${output.trimEnd()}\n\n${doing} failed (exit code ${code}).\n${advice}`);
  say(`  done in ${Math.max(1, Math.round((Date.now() - started) / 1000))} s`);
}

/**
 * Runs a whole command and ends the process with the code it returns.
 *
 * @param {() => Promise<number>} command
 */
export async function main(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof StopError)) throw error;
    if (error.message !== '') console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
