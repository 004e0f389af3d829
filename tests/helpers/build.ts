import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { buildIfNeeded } from '../../scripts/lib/prepare.js';

/** Builds the pages once a run where the sources have changed, so that `npx vitest run` alone tests what is written. */
export async function buildOnce(): Promise<void> {
  const done = join(inject('runFolder'), 'built');
  if (existsSync(done)) return;
  await buildIfNeeded();
  writeFileSync(done, '');
}
