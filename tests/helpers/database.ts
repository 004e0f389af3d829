import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { inject } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import type { Database } from '#db/schema.ts';

/** A real SQLite file of the test's own. `close` ends the connection and removes the file. */
export interface TestDatabase {
  db: Kysely<Database>;
  file: string;
  close: () => Promise<void>;
}

/** An empty database in the newest form. */
export async function freshDatabase(): Promise<TestDatabase> {
  const database = opened(join(temporaryFolder(), 'strategy.db'));
  await migrate(database.db);
  return database;
}

/** A database with the real strategy in it, as on 23 November 2026. */
export async function seededDatabase(): Promise<TestDatabase> {
  return opened(copyTemplate());
}

/** Copies the database that the run loaded once; returns the path of the copy, alone in a temporary folder. */
export function copyTemplate(): string {
  const fault = inject('templateFault');
  if (fault !== null) throw new Error(`The strategy could not be loaded for the tests: ${fault}`);
  const file = join(temporaryFolder(), 'strategy.db');
  copyFileSync(inject('templateDatabase'), file);
  return file;
}

/** A folder of the test's own inside the run's folder, which goes when the run ends. */
export function temporaryFolder(): string {
  return mkdtempSync(join(inject('runFolder'), 'test-'));
}

function opened(file: string): TestDatabase {
  const db = openDatabase(file);
  const close = async () => {
    await db.destroy();
    rmSync(join(file, '..'), { recursive: true, force: true });
  };
  return { db, file, close };
}
