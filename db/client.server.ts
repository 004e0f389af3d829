import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import {
  CamelCasePlugin,
  CompiledQuery,
  type CreateTableBuilder,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import type { Database } from './schema.ts';

/**
 * The one file that knows the driver and the words that only SQLite has.
 *
 * WAL with `synchronous=FULL`: readers never wait for a writer, and a saved change survives a power cut.
 */
const PRAGMAS = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 10000'];

/** Takes the write lock when a transaction begins, so that two processes wait for each other and none fails half-way. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Kysely assumes that SQLite cannot roll back a change of schema. It can, and each migration relies on it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class TrackerDialect extends SqliteDialect {
  readonly #database: SQLite.Database;
  constructor(database: SQLite.Database) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Opens the database file, making it and its folder when they are missing. `:memory:` is refused: tests use a real file. */
export function openDatabase(file: string): Kysely<Database> {
  if (file === ':memory:') throw new Error('The tracker keeps its record in a file; give a path.');
  mkdirSync(dirname(file), { recursive: true });
  const connection = new SQLite(file);
  for (const pragma of PRAGMAS) connection.pragma(pragma);
  return new Kysely<Database>({ dialect: new TrackerDialect(connection), plugins: [new CamelCasePlugin()] });
}

/** Ends a `createTable`: SQLite then checks the type of every value it stores. */
export function strict<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C> {
  return table.modifyEnd(sql`strict`);
}

/** Orders the rows of one table as they were added. */
export const asAdded = sql`rowid`;

/**
 * Makes a table anew under its name, with its rows: SQLite cannot change a CHECK. `columns` are those that both have.
 * For migrations alone, which run with foreign keys off and are checked for broken references before they are kept.
 */
export async function rebuild(
  db: Kysely<unknown>,
  table: string,
  columns: string[],
  define: (table: CreateTableBuilder<string, never>) => CreateTableBuilder<string, string>,
): Promise<void> {
  const rebuilt = `rebuilt_${table}`;
  await strict(define(db.schema.createTable(rebuilt) as CreateTableBuilder<string, never>)).execute();
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(rebuilt)} (${list}) select ${list} from ${sql.table(table)}`.execute(db);
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(rebuilt).renameTo(table).execute();
}

/** Switches the check of foreign keys on or off, outside a transaction. */
export async function keepForeignKeys(db: Kysely<Database>, on: boolean): Promise<void> {
  await sql.raw(`pragma foreign_keys = ${on ? 'on' : 'off'}`).execute(db);
}

/** Throws when a row of the database names another that is not there. */
export async function refuseBrokenReferences(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  const [first] = rows;
  if (first) throw new Error(`FOREIGN KEY constraint failed: a row of ${first.table} names no ${first.parent}.`);
}

/**
 * Makes the file anew from what is in it, so that nothing is left in it of what was written over, and empties the
 * write-ahead log. Waits for others; throws when one of them stays too long.
 */
export async function forgetFreed(db: Kysely<Database>): Promise<void> {
  await sql`vacuum`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
