import { describe, expect, test } from 'vitest';
import { readSentFile } from '#app/imports/read-file.ts';
import { FileRefusedError } from '#app/imports/sheets.ts';
import { corpus } from '../hostile/make-corpus.ts';

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
});
