import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { londonDay } from './domain/clock.ts';
import type { Day } from './domain/partial-date.ts';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** A number that the person wrote in digits; anything else is refused with the same words. */
const wholeNumber = (most: number, words: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, words)
    .transform(Number)
    .refine((number) => number <= most, words);

const filePath = z
  .string()
  .transform((path) => path.replace(/^file:(\/\/)?/, ''))
  .refine(
    (path) => path !== '' && !/^[a-z][a-z0-9+.-]+:|^:memory:$/i.test(path),
    'give the path of a SQLite file, such as ./data/strategy.db',
  )
  .transform((path) => resolve(path));

const settings = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'write production, development or test, or leave it out')
    .default('production'),
  DATABASE_URL: filePath.default(resolve('data/strategy.db')),
  PORT: wholeNumber(65_535, 'give a whole number from 0 to 65535 (0: any port that is free)').default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'give an address of this machine, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  SESSION_SECRET: z.string().min(32, 'use 32 characters or more, or leave it out to have one made').optional(),
  STRATEGY: z
    .string()
    .default('seeds/life-sciences-industrial-strategy')
    .transform((path) => resolve(path)),
  READING: z
    .enum(['everybody', 'signed-in'], 'write everybody, or signed-in to show nothing to signed-out readers')
    .default('everybody'),
  MARKING: z
    .string()
    .trim()
    .regex(/^[A-Z][A-Za-z0-9 :,()–-]{0,59}$/, 'write a security marking such as OFFICIAL or OFFICIAL-SENSITIVE')
    .default('OFFICIAL'),
  TODAY: z.string().refine(isDay, 'write a day as YYYY-MM-DD, such as 2026-11-23').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `write one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TRUST_PROXY: wholeNumber(10, 'give the number of proxies in front of the server, from 0 to 10').default(0),
});

type Settings = z.output<typeof settings>;

/** The settings of the program, checked. `SESSION_SECRET` is always there: given, or made once and kept in a file. */
export type Env = Settings & { SESSION_SECRET: string };

/** Some settings are wrong; the message lists every one with what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  constructor(readonly faults: string[]) {
    const count = faults.length === 1 ? 'One setting is wrong' : `${faults.length} settings are wrong`;
    super(
      `${count}, so nothing was started (docs/operating.md lists them all):\n${faults.map((f) => `  ${f}`).join('\n')}`,
    );
  }
}

/**
 * Checks environment variables; an empty one counts as left out. Throws SettingsError with every fault at once.
 * Touches no file until `SESSION_SECRET` is asked for and was not given.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = settings.safeParse(given);
  const faults = (result.error?.issues ?? []).map((issue) => faultInWords(issue, given));
  // Not a refinement of the schema: that would be silent for as long as another setting is wrong.
  if ((given['NODE_ENV'] ?? 'production') === 'production' && given['TODAY'] !== undefined)
    faults.push('TODAY is set: leave it out, for in production the real day counts.');
  if (!result.success || faults.length > 0) throw new SettingsError(faults);
  const { SESSION_SECRET: secret, ...rest } = result.data;
  let kept: string | undefined = secret;
  return {
    ...rest,
    get SESSION_SECRET() {
      kept ??= keptSecret(join(dirname(rest.DATABASE_URL), 'session-secret'));
      return kept;
    },
  };
}

/** `PORT is "http": give a whole number …`. A secret is never shown. */
function faultInWords(
  issue: { path: PropertyKey[]; message: string },
  given: Record<string, string | undefined>,
): string {
  const name = String(issue.path[0]);
  return name === 'SESSION_SECRET' ? `${name}: ${issue.message}.` : `${name} is "${given[name]}": ${issue.message}.`;
}

function isDay(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

/** Reads the secret beside the database, making it first where there is none, for its owner's eyes only. */
function keptSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

function readOrStop(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** The settings of this process, read once. A wrong one ends it with exit code 1 and plain words. */
export const env = readOrStop();

const started = Date.now();

/** The moment it is. With `TODAY` set the clock starts at noon of that day and runs from there. */
export function now(): Date {
  return env.TODAY === undefined ? new Date() : new Date(Date.parse(`${env.TODAY}T12:00:00Z`) + Date.now() - started);
}

/** The day it is in London, or `TODAY` where that is set. */
export function today(): Day {
  return env.TODAY ?? londonDay(now());
}
