import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/client.server.ts';
import { prepareDatabase } from '#seeds/prepare.server.ts';

/** The day it is in every test that does not say otherwise: the day on which the seeds' stages were judged. */
const TODAY = '2026-11-23';
const STRATEGY = 'seeds/life-sciences-industrial-strategy';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder of this run, removed after it. */
    runFolder: string;
    /** A database with the strategy loaded, to be copied; never opened itself. */
    templateDatabase: string;
    /** Why there is no template: only tests that need it fail for it. */
    templateFault: string | null;
    today: string;
  }
}

/** Loads the strategy once for the whole run. The build is made by the first test that starts a server. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-tests-'));
  const file = join(folder, 'template.db');
  project.provide('runFolder', folder);
  project.provide('templateDatabase', file);
  project.provide('today', TODAY);
  project.provide('templateFault', await faultIn(() => makeTemplate(file)));
  return () => rmSync(folder, { recursive: true, force: true });
}

async function makeTemplate(file: string): Promise<void> {
  const db = openDatabase(file);
  try {
    await prepareDatabase(db, { strategy: STRATEGY, now: new Date(`${TODAY}T12:00:00Z`), today: TODAY });
  } finally {
    await db.destroy();
  }
}

async function faultIn(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
