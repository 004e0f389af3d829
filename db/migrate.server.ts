import { type Kysely, type Migration, Migrator } from 'kysely';
import { keepForeignKeys, refuseBrokenReferences } from './client.server.ts';
import { migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** The database was written by a newer version of the program. */
export class DatabaseNewerError extends Error {
  override name = 'DatabaseNewerError';
  constructor(unknown: string[]) {
    super(
      `This database was made by a newer version of the program (it has ${unknown.join(', ')}, which this version does not know). ` +
        'Start the newer version, or give DATABASE_URL another file. Nothing was changed.',
    );
  }
}

/**
 * Brings the database to the newest schema, each migration in a transaction of its own.
 * Returns the names of the migrations that were applied. Throws DatabaseNewerError before touching anything.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => checked(migrations) } });
  await refuseNewer(db);
  await keepForeignKeys(db, false);
  try {
    return await applyEach(migrator);
  } finally {
    await keepForeignKeys(db, true);
  }
}

async function applyEach(migrator: Migrator): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp();
    if (error) throw error;
    const done = results.filter((result) => result.status === 'Success');
    if (done.length === 0) return applied;
    applied.push(...done.map((result) => result.migrationName));
  }
}

/** A table is made anew with foreign keys off (`rebuild`), so each migration ends by looking for broken references. */
function checked(all: Record<string, Migration>): Record<string, Migration> {
  const entries = Object.entries(all).map(([name, { up }]): [string, Migration] => [
    name,
    {
      up: async (db) => {
        await up(db);
        await refuseBrokenReferences(db);
      },
    },
  ]);
  return Object.fromEntries(entries);
}

async function refuseNewer(db: Kysely<Database>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return;
  const rows = await db
    .withTables<{ kyselyMigration: { name: string } }>()
    .selectFrom('kyselyMigration')
    .select('name')
    .execute();
  const unknown = rows.map((row) => row.name).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new DatabaseNewerError(unknown);
}
