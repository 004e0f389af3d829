import { join } from 'node:path';
import { type Kysely, type Migration, sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { migrations } from '#db/migrations/index.ts';
import { peopleWithRoles } from '#db/queries/find-person.ts';
import { freshDatabase, seededDatabase, type TestDatabase, temporaryFolder } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';

let database: TestDatabase;
afterEach(() => database?.close());

const names = (db: Kysely<never>, type: string) =>
  sql<{
    name: string;
    sql: string | null;
  }>`select name, sql from sqlite_schema where type = ${type} order by name`.execute(db);
const ownTables = async () =>
  (await names(database.db as never, 'table')).rows.filter(({ name }) => !/^(sqlite|kysely)_/.test(name));
const run = (statement: string) => sql.raw(statement).execute(database.db);

describe('a new database', () => {
  test('is brought to the newest form once', async () => {
    database = await freshDatabase();
    expect(await migrate(database.db)).toEqual([]);
    expect((await ownTables()).map(({ name }) => name)).toContain('milestone_fact');
  });

  test('has strict tables only: a number is not kept as text, nor text as a number', async () => {
    database = await freshDatabase();
    for (const { name, sql: statement } of await ownTables())
      expect([name, statement]).toEqual([name, expect.stringMatching(/\) strict$/i)]);
    await run(`insert into change (recorded_at, kind) values ('2026-11-23T12:00:00.000Z', 'strategy loaded')`);
    await expect(run(`insert into theme values ('A', null, 'first', 'Name', 'Aim', null, null, 1)`)).rejects.toThrow(
      /cannot store TEXT/,
    );
  });

  test('survives a power cut after each saved change, and lets readers read while somebody writes', async () => {
    database = await freshDatabase();
    const pragma = async (name: string) =>
      Object.values(
        (await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(database.db)).rows[0] ?? {},
      )[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
  });

  test('is never one in memory', () => {
    expect(() => openDatabase(':memory:')).toThrow(/give a path/);
  });
});

const MOMENT = '2026-11-23T12:00:00.000Z';

/** What the first administrator of an older program had, and what they recorded. */
const OLD_ROWS = [
  `insert into change (number, recorded_at, kind) values (1, '${MOMENT}', 'strategy loaded')`,
  `insert into change (number, recorded_at, kind) values (2, '${MOMENT}', 'administrator made')`,
  `insert into person (id, email, name, role, password_hash, change)
    values (1, 'ada@example.gov.uk', 'Ada Lovelace', 'administrator', 'a hash', 2)`,
  'update change set person = 1 where number = 2',
  `insert into change (number, recorded_at, kind, person) values (3, '${MOMENT}', 'date recorded', 1)`,
  `insert into session (token_hash, person, data, created_at, expires_at)
    values ('${'a'.repeat(64)}', 1, '{"person":1}', '${MOMENT}', '2026-11-24T00:00:00.000Z')`,
  `insert into welcome_link (token_hash, role, created_at, expires_at, used_at)
    values ('${'b'.repeat(64)}', 'administrator', '${MOMENT}', '2026-11-30T12:00:00.000Z', '${MOMENT}')`,
  `insert into theme (code, position, name, aim, change) values ('DAT', 1, 'Data', 'Better data', 1)`,
  `insert into recommendation (code, theme, position, change) values ('DAT-1', 'DAT', 1, 1)`,
  `insert into organisation (code, name, sector, change) values ('NHSE', 'NHS England', 'nhs', 1)`,
  `insert into responsibility (recommendation, organisation, role, basis, change)
    values ('DAT-1', 'NHSE', 'lead', 'inferred', 1)`,
];

/** A column with a vocabulary, and a change of one row of the loaded strategy to a word outside it. */
const VOCABULARIES: [string, string][] = [
  ['change', 'kind'],
  ['source', 'type'],
  ['organisation', 'sector'],
  ['organisation_succession', 'kind'],
  ['organisation_succession', 'confirmation'],
  ['recommendation_revision', 'confirmation'],
  ['responsibility', 'role'],
  ['responsibility', 'basis'],
  ['stage_judgement', 'stage'],
  ['milestone_fact', 'kind'],
  ['milestone_fact', 'confirmation'],
  ['event', 'bearing'],
  ['event', 'confirmation'],
  ['quarter', 'state'],
  ['milestone_position', 'status'],
  ['person_role', 'role'],
  ['welcome_link', 'role'],
  ['ownership', 'role'],
];

describe('the database itself refuses', () => {
  test('a word outside each vocabulary', async () => {
    database = await seededDatabase();
    await makePerson(database.db, 'reviewer');
    await run(`insert into post (id, organisation, title, change) values (1, 'OLS', 'Head', 1)`);
    await run(
      `insert into ownership (recommendation, post, role, from_on, change) values ('DAT-1', 1, 'owner', '2026-11-23', 1)`,
    );
    for (const [table, column] of VOCABULARIES) {
      const statement = `update ${table} set ${column} = 'something else' where rowid = (select min(rowid) from ${table})`;
      await expect(run(statement), `${table}.${column}`).rejects.toThrow(/CHECK constraint failed/);
    }
  });

  test.each([
    [
      'a fact about a milestone that is not there',
      `update milestone_fact set milestone = 'X-1.1' where milestone = 'DAT-1.4'`,
    ],
    ['a source that is not there', `update milestone_fact set source = 'nowhere' where milestone = 'DAT-1.4'`],
    ['a recommendation of no theme', `update recommendation set theme = 'NONE' where code = 'DAT-1'`],
    ['a fact of no change', `update milestone_fact set change = 99 where milestone = 'DAT-1.4'`],
    ['a milestone taken away under its facts', `delete from milestone where code = 'DAT-1.4'`],
    [
      'a correction of a fact that is not there',
      `insert into milestone_fact values ('DAT-1.4', 9, 'forecast', '2030', '2026', 'memory', null, null, 7, 1, null)`,
    ],
  ])('%s', async (_, statement) => {
    database = await seededDatabase();
    await expect(run(statement)).rejects.toThrow(/FOREIGN KEY constraint failed/);
  });

  test.each([
    [
      'a published fact without a source',
      `insert into milestone_fact values ('DAT-1.4', 3, 'forecast', '2030', '2026', 'published', null, null, null, 1, null)`,
      /CHECK/,
    ],
    [
      'a fact from memory with a source',
      `insert into milestone_fact values ('DAT-1.4', 3, 'forecast', '2030', '2026', 'memory', 'pl088', null, null, 1, null)`,
      /CHECK/,
    ],
    [
      'a forecast without a date',
      `insert into milestone_fact values ('DAT-1.4', 3, 'forecast', null, '2026', 'memory', null, null, null, 1, null)`,
      /CHECK/,
    ],
    [
      'a date that was taken back and is there',
      `insert into milestone_fact values ('DAT-1.4', 3, 'undated', '2030', '2026', 'memory', null, null, null, 1, null)`,
      /CHECK/,
    ],
    [
      'a correction of itself',
      `insert into milestone_fact values ('DAT-1.4', 3, 'forecast', '2030', '2026', 'memory', null, null, 3, 1, null)`,
      /CHECK/,
    ],
    [
      'the same number twice',
      `insert into milestone_fact values ('DAT-1.4', 2, 'forecast', '2030', '2026', 'memory', null, null, null, 1, null)`,
      /UNIQUE/,
    ],
    ['a stage without a reason', `update stage_judgement set reason = ' ' where recommendation = 'DAT-1'`, /CHECK/],
  ])('%s', async (_, statement, words) => {
    database = await seededDatabase();
    await expect(run(statement)).rejects.toThrow(words);
  });
});

describe('bringing a database up to date', () => {
  const added: Record<string, Migration> = migrations;
  const everyMigration = { ...migrations };
  /** From here on the program knows the migrations up to that one only, until the test ends. */
  const knowOnlyUntil = (last: string) => {
    for (const name of Object.keys(added)) if (name > last) delete added[name];
  };
  afterEach(() => {
    Object.assign(added, everyMigration);
    delete added['9001-good'];
    delete added['9002-breaks'];
  });

  test('leaves nothing of a migration that fails, and keeps those before it', async () => {
    database = await freshDatabase();
    added['9001-good'] = { up: async (db) => void (await sql`create table good (x integer) strict`.execute(db)) };
    added['9002-breaks'] = {
      up: async (db) => {
        await sql`create table half (x integer) strict`.execute(db);
        await sql`insert into half values ('not a number')`.execute(db);
      },
    };
    await expect(migrate(database.db)).rejects.toThrow(/cannot store TEXT/);
    const tables = (await ownTables()).map(({ name }) => name);
    expect(tables).toContain('good');
    expect(tables).not.toContain('half');
    delete added['9002-breaks'];
    expect(await migrate(database.db)).toEqual([]);
  });

  test('from before people had roles keeps everything, and every reference holds', async () => {
    knowOnlyUntil('0002-indicators-and-partnerships');
    const file = join(temporaryFolder(), 'strategy.db');
    const db = openDatabase(file);
    database = { db, file, close: () => db.destroy() };
    await migrate(db);
    for (const statement of OLD_ROWS) await run(statement);
    Object.assign(added, everyMigration);
    expect((await migrate(db))[0]).toBe('0003-people-and-posts');

    const rows = async (query: string) => (await sql.raw(query).execute(db)).rows;
    expect(await rows('select number, kind, person from change order by number')).toEqual([
      { number: 1, kind: 'strategy loaded', person: null },
      { number: 2, kind: 'administrator made', person: 1 },
      { number: 3, kind: 'date recorded', person: 1 },
    ]);
    expect(await peopleWithRoles(db).execute()).toEqual([
      { id: 1, name: 'Ada Lovelace', email: 'ada@example.gov.uk', role: 'administrator' },
    ]);
    expect(await rows('select person, number, role, change from person_role')).toEqual([
      { person: 1, number: 1, role: 'administrator', change: 2 },
    ]);
    expect(await rows('select token_hash, person, data, browser from session')).toEqual([
      { tokenHash: 'a'.repeat(64), person: 1, data: '{"person":1}', browser: null },
    ]);
    expect(await rows('select token_hash, role, used_at, name, email, change from welcome_link')).toEqual([
      { tokenHash: 'b'.repeat(64), role: 'administrator', usedAt: MOMENT, name: null, email: null, change: null },
    ]);
    expect(await rows('select * from responsibility')).toEqual([
      {
        ...{ id: 1, recommendation: 'DAT-1', organisation: 'NHSE', role: 'lead', basis: 'inferred' },
        ...{ fromOn: null, untilOn: null, change: 1, endedChange: null },
      },
    ]);
    expect(await rows('pragma foreign_key_check')).toEqual([]);
    expect(await rows('pragma foreign_keys')).toEqual([{ foreignKeys: 1 }]);
    // References still name the tables that were made anew, and numbers are not given twice.
    await expect(run('delete from person where id = 1')).rejects.toThrow(/FOREIGN KEY/);
    await expect(run('delete from change where number = 2')).rejects.toThrow(/FOREIGN KEY/);
    await run(`insert into change (recorded_at, kind) values ('${MOMENT}', 'person invited')`);
    expect(await rows('select max(number) as newest from change')).toEqual([{ newest: 4 }]);
  });

  test('refuses a migration that leaves a broken reference, and rolls it back', async () => {
    database = await freshDatabase();
    for (const statement of OLD_ROWS.slice(0, 1)) await run(statement);
    added['9002-breaks'] = {
      up: async (db) => {
        await sql`create table half (x integer) strict`.execute(db);
        await sql`update change set person = 99`.execute(db);
      },
    };
    await expect(migrate(database.db)).rejects.toThrow(
      /FOREIGN KEY constraint failed: a row of change names no person/,
    );
    expect((await ownTables()).map(({ name }) => name)).not.toContain('half');
    expect((await sql.raw('select person from change').execute(database.db)).rows).toEqual([{ person: null }]);
    await expect(run('update change set person = 99')).rejects.toThrow(/FOREIGN KEY/);
  });

  test('refuses a database of a newer program before anything is touched', async () => {
    database = await freshDatabase();
    await run(`insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`);
    added['9001-good'] = { up: async (db) => void (await sql`create table good (x integer) strict`.execute(db)) };
    const everything = () => sql`select * from sqlite_schema`.execute(database.db);
    const before = await everything();
    await expect(migrate(database.db)).rejects.toMatchObject({
      name: 'DatabaseNewerError',
      message: expect.stringMatching(/newer version.*9999-from-the-future.*Nothing was changed/s),
    });
    expect(await everything()).toEqual(before);
  });
});
