import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnv, SettingsError } from '#app/env.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function faultsOf(source: Record<string, string>): string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('need nothing to be set', () => {
    expect(readEnv({})).toMatchObject({
      NODE_ENV: 'production',
      DATABASE_URL: resolve('data/strategy.db'),
      PORT: 3000,
      HOST: '127.0.0.1',
      STRATEGY: resolve('seeds/life-sciences-industrial-strategy'),
      LOG_LEVEL: 'info',
      TRUST_PROXY: 0,
    });
  });

  it('that are empty count as left out', () => {
    expect(readEnv({ PORT: '', TODAY: '' })).toMatchObject({ PORT: 3000 });
  });

  it('tell every fault at once, by name', () => {
    const faults = faultsOf({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://somewhere/strategy',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'yes',
      TODAY: '2026-11-23',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
      'TRUST_PROXY',
      'TODAY',
    ]);
  });

  it.each(['2026-02-30', '2026-13-01', '23/11/2026', 'today'])('refuse "%s" as TODAY', (day) => {
    expect(faultsOf({ NODE_ENV: 'test', TODAY: day })).toHaveLength(1);
  });

  it('take a fixed TODAY outside production', () => {
    expect(readEnv({ NODE_ENV: 'test', TODAY: '2028-02-29' }).TODAY).toBe('2028-02-29');
  });

  it.each([':memory:', 'https://example.com/x.db', 'file:'])('refuse "%s" as a database', (url) => {
    expect(faultsOf({ DATABASE_URL: url })).toHaveLength(1);
  });

  it('never show a secret that is too short', () => {
    const [fault] = faultsOf({ SESSION_SECRET: 'hunter2' });
    expect(fault).toContain('SESSION_SECRET');
    expect(fault).not.toContain('hunter2');
  });
});

describe('the session secret', () => {
  it('is the one that was given', () => {
    const secret = 'a secret of at least thirty-two characters';
    expect(readEnv({ SESSION_SECRET: secret }).SESSION_SECRET).toBe(secret);
  });

  it('is made once, beside the database, for its owner alone', () => {
    const source = { DATABASE_URL: join(folder, 'new/strategy.db') };
    const secret = readEnv(source).SESSION_SECRET;
    const file = join(folder, 'new/session-secret');
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(readEnv(source).SESSION_SECRET).toBe(secret);
    expect(readFileSync(file, 'utf8')).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
