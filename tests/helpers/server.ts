import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { buildOnce } from './build.ts';
import { copyTemplate } from './database.ts';

interface ServerOptions {
  /** The day it is for the server; null: the real one. */
  today?: string | null;
  /** `seeded` (a copy of the loaded strategy), or the path of a database of the test's own, which need not exist yet. */
  database?: string;
  /** Further settings. */
  env?: Record<string, string>;
  /** What Node runs: the server itself, or the script behind a command. */
  command?: string[];
}

export interface RunningServer {
  /** `http://localhost:PORT`, without a slash at the end. */
  url: string;
  databaseFile: string;
  /** Everything it has written so far, errors too. */
  output: () => string;
  /** Asks it to end and returns its exit code. Throws when it wrote errors that the test did not expect. */
  stop: (options?: { expectErrors?: boolean }) => Promise<number | null>;
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>;
}

export const SERVER = ['--import', 'tsx', 'server.ts'];

/** Starts the real built server on a free port and waits until it listens. Throws with its output when it ends instead. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  await buildOnce();
  const { child, databaseFile, output, errors } = spawnServer(options);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const port = await Promise.race([listeningPort(child, output), ended.then(() => null)]);
  if (port === null) throw new Error(`The server ended before it listened:\n${output()}`);
  return {
    url: `http://localhost:${port}`,
    databaseFile,
    output,
    stop: async ({ expectErrors = false } = {}) => {
      child.kill('SIGTERM');
      const code = await ended;
      if (!expectErrors && errors() !== '') throw new Error(`The server wrote errors:\n${errors()}`);
      return code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts a server that is expected to refuse; returns its exit code and what it wrote. */
export async function startRefused(options: ServerOptions = {}): Promise<{ code: number | null; output: string }> {
  await buildOnce();
  const { child, output } = spawnServer(options);
  child.stdout?.on('data', () => /^Listening on/m.test(output()) && child.kill());
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: output() };
}

function spawnServer({ today = inject('today'), database = 'seeded', env = {}, command = SERVER }: ServerOptions) {
  const databaseFile = database === 'seeded' ? copyTemplate() : database;
  const child = spawn(process.execPath, command, {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: databaseFile,
      TODAY: today ?? '',
      ...env,
    },
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('close', () => process.off('exit', end));
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
    errors += text;
  });
  return { child, databaseFile, output: () => output, errors: () => errors };
}

function listeningPort(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const port = /^Listening on http:\/\/localhost:(\d+)$/m.exec(output())?.[1];
      if (port) resolve(port);
    });
  });
}
