import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { readSentFile } from '#app/imports/read-file.ts';
import { FileRefusedError } from '#app/imports/sheets.ts';
import { corpus } from '../hostile/make-corpus.ts';
import type { AllRead } from '../hostile/read-all.ts';

const run = promisify(execFile);
const MOST_MEGABYTES = 300;
const files = corpus();

describe('files that somebody might send', () => {
  test('are many, each of its own', () => {
    expect(new Set(files.map(({ name, about }) => `${name}: ${about}`)).size).toBe(files.length);
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  test.each(files.map((file) => [file.name, file.about, file] as const))(
    '%s: %s',
    async (name, _about, { bytes, expected }) => {
      const outcome = await readSentFile(name, bytes).catch((error: unknown) => error);
      if ('refused' in expected) {
        expect(outcome).toBeInstanceOf(FileRefusedError);
        expect((outcome as Error).message).toMatch(expected.refused);
        return;
      }
      if (outcome instanceof Error) throw outcome;
      expected.read(outcome as Awaited<ReturnType<typeof readSentFile>>);
    },
  );

  test(`all that are refused, one after the other, need less than ${MOST_MEGABYTES} MB and leave nothing behind`, async () => {
    const folder = mkdtempSync(join(inject('runFolder'), 'hostile-'));
    const [sent, temporary] = [join(folder, 'sent'), join(folder, 'tmp')];
    for (const made of [sent, temporary]) mkdirSync(made);
    const hostile = files.filter(({ expected }) => 'refused' in expected);
    for (const [i, { name, bytes }] of hostile.entries()) writeFileSync(join(sent, `${i}-${name}`), bytes);
    const env = { ...process.env, TMPDIR: temporary, TSX_DISABLE_CACHE: '1', NODE_OPTIONS: '' };
    // The process ends by itself: nothing keeps it.
    const { stdout } = await run('node', ['--import', 'tsx', 'tests/hostile/read-all.ts', sent], { env });
    const { refused, read, megabytes, left } = JSON.parse(stdout) as AllRead;
    expect({ refused: refused.length, read, left }).toEqual({ refused: hostile.length, read: [], left: [] });
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    // What the loader of TypeScript keeps for itself is not the reader's.
    expect(readdirSync(temporary).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
  }, 240_000);
});
