import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '#app/domain/fault.ts';
import type { Database } from '#db/schema.ts';
import { StrategyFaultsError } from '#seeds/faults.ts';
import { loadStrategy, StrategyPresentError } from '#seeds/load.ts';
import { prepareDatabase } from '#seeds/prepare.server.ts';
import { freshDatabase, type TestDatabase, temporaryFolder } from '../helpers/database.ts';

const STRATEGY = 'seeds/life-sciences-industrial-strategy';
const OPTIONS = { now: new Date('2026-11-23T12:00:00Z'), today: '2026-11-23' };

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await freshDatabase();
  folder = join(temporaryFolder(), 'strategy');
  cpSync(STRATEGY, folder, { recursive: true });
});
afterEach(() => database.close());

const load = () => loadStrategy(database.db, folder, OPTIONS);
const count = async (table: keyof Database) => {
  const rows = await database.db.selectFrom(table).select(sql<number>`count(*)`.as('n')).execute();
  return rows[0]?.n;
};
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const write = (file: string, content: string | Uint8Array) => writeFileSync(join(folder, file), content);
/** Changes one file of the folder; fails when that changes nothing. */
function change(file: string, from: string | RegExp, to: string): void {
  const before = read(file);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  write(file, after);
}
const append = (file: string, line: string) => write(file, `${read(file).trimEnd()}\n${line}\n`);
/** The row that a spreadsheet would give to the first line that begins so. */
const rowOf = (file: string, beginning: string) =>
  read(file)
    .split('\n')
    .findIndex((line) => line.startsWith(beginning)) + 1;

/** Loads a folder that must be refused; returns its faults, having seen that the database is as empty as before. */
async function faults(): Promise<Fault[]> {
  const error: unknown = await load().then(
    () => null,
    (thrown) => thrown,
  );
  if (!(error instanceof StrategyFaultsError)) throw error ?? new Error('The folder was loaded.');
  for (const table of ['change', 'strategy', 'theme', 'source', 'milestone', 'milestoneFact', 'quarter'] as const)
    expect(await count(table)).toBe(0);
  for (const fault of error.faults) expect(error.message).toContain(fault.mend);
  return error.faults;
}

describe('a whole folder', () => {
  test('is loaded with every row of every file, as one change', async () => {
    expect(await load()).toEqual({ rows: 1_348 });
    const tables = {
      ...{ change: 1, strategy: 1, theme: 8, source: 322, organisation: 146, organisationSuccession: 13 },
      ...{ recommendation: 61, recommendationRevision: 61, stageJudgement: 61, responsibility: 175 },
      ...{ milestone: 62, milestoneRevision: 62, milestoneFact: 159, event: 137, quarter: 37 },
      ...{ indicator: 30, observation: 95, partnership: 13, partnershipRevision: 13, partnershipMember: 66 },
      ...{ partnershipTheme: 32, partnershipStrand: 17, finding: 11, findingTheme: 21 },
    };
    for (const [table, rows] of Object.entries(tables))
      expect([table, await count(table as keyof Database)]).toEqual([table, rows]);
    const changes = await database.db.selectFrom('change').selectAll().execute();
    expect(changes).toEqual([expect.objectContaining({ kind: 'strategy loaded', person: null })]);
  });

  test('is not loaded a second time', async () => {
    await load();
    await expect(load()).rejects.toBeInstanceOf(StrategyPresentError);
    expect(await count('milestoneFact')).toBe(159);
  });

  test('is read the same as other programs save it: semicolons, byte-order mark, line ends of Windows', async () => {
    write('themes.csv', `\uFEFF${read('themes.csv').replaceAll('\n', '\r\n')}`);
    write('milestones.csv', asSemicolons(read('milestones.csv')));
    write('recommendation_organisations.csv', read('recommendation_organisations.csv').replaceAll(',', '\t'));
    await load();
    expect([await count('theme'), await count('milestone'), await count('responsibility')]).toEqual([8, 62, 175]);
    const titles = await database.db.selectFrom('milestoneRevision').select('title').execute();
    expect(titles).toContainEqual({ title: 'Sequence data on all 500,000 UK Biobank participants released' });
  });

  test('keeps quotes, commas and line ends inside a cell', async () => {
    append('milestones.csv', 'DAT-1.5,DAT-1,5,"A ""quoted"", promise","first line\nsecond line"');
    append('milestone_dates.csv', 'DAT-1.5,baseline,2030,2026-01,memory,,');
    await load();
    const row = await database.db
      .selectFrom('milestoneRevision')
      .select(['title', 'note'])
      .where('milestone', '=', 'DAT-1.5')
      .executeTakeFirst();
    expect(row).toEqual({ title: 'A "quoted", promise', note: 'first line\nsecond line' });
  });
});

describe('a value that was restated', () => {
  test('replaces the one before it, which is kept', async () => {
    append('observations.csv', 'EMP,2015,annual editions,221900,revised,published,ba17,');
    await load();
    const rows = await database.db
      .selectFrom('observation')
      .select(['number', 'value', 'status', 'replaces'])
      .where('indicator', '=', 'EMP')
      .where('period', '=', '2015')
      .orderBy('number')
      .execute();
    expect(rows).toEqual([
      { number: 1, value: '222000', status: 'final', replaces: null },
      { number: 10, value: '221900', status: 'revised', replaces: 1 },
    ]);
  });
});

describe('a strategy loaded before the program knew indicators and partnerships', () => {
  const prepare = () => prepareDatabase(database.db, { strategy: folder, ...OPTIONS, say: (line) => said.push(line) });
  let said: string[] = [];
  beforeEach(async () => {
    await load();
    for (const table of [
      ...(['findingTheme', 'finding', 'observation', 'indicator', 'partnershipMember', 'partnershipTheme'] as const),
      ...(['partnershipStrand', 'partnershipRevision', 'partnership'] as const),
    ])
      await database.db.deleteFrom(table).execute();
    said = [];
  });

  test('gains them at the next start, once, as a change of its own', async () => {
    await prepare();
    expect(said).toEqual([expect.stringMatching(/^Added the indicators, partnerships and findings .*\(264 rows\)/)]);
    expect([await count('observation'), await count('partnershipMember'), await count('change')]).toEqual([95, 66, 2]);
    await prepare();
    expect([said.length, await count('change')]).toEqual([1, 2]);
  });

  test('is left as it is by the folder of another strategy', async () => {
    change('strategy.csv', /^LSIS,/m, 'OTHER,');
    await prepare();
    expect([said, await count('indicator'), await count('change')]).toEqual([[], 0, 1]);
  });

  test('is served without them, and says why, when the folder cannot be read', async () => {
    append('observations.csv', 'EMP,never,annual editions,1,final,memory,,');
    await prepare();
    expect(said).toEqual([expect.stringMatching(/could not be added: .*observations.csv, row 97, column period/s)]);
    expect([await count('indicator'), await count('change')]).toEqual([0, 1]);
  });
});

/** The same table with semicolons between the cells, each in quotes. */
const asSemicolons = (text: string): string =>
  (parse(text) as string[][]).map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');

describe('a broken folder', () => {
  test('is refused whole, with every fault of every file at once, each with its place and its mend', async () => {
    change('themes.csv', 'SKI,,', 'SKI,NOWHERE,');
    change('milestone_dates.csv', 'DAT-1.3,met,2019-10-01', 'DAT-1.3,met,2019-13-01');
    change('milestone_dates.csv', 'DAT-1.1,baseline', 'DAT-1.1,promise');
    append('milestones.csv', 'DAT-1.1,DAT-1,9,A second one with the same code,');
    rmSync(join(folder, 'events.csv'));
    const found = await faults();
    expect(found.map(({ file, column, found }) => [file, column, found])).toEqual([
      ['themes.csv', 'parent', 'NOWHERE'],
      // The row whose kind is unknown was that milestone's first date.
      ['milestones.csv', 'code', 'DAT-1.1'],
      ['milestones.csv', 'code', 'DAT-1.1'],
      ['milestones.csv', 'code', 'DAT-1.1'],
      ['milestone_dates.csv', 'kind', 'promise'],
      ['milestone_dates.csv', 'value', '2019-13-01'],
      ['events.csv', undefined, 'no such file'],
    ]);
    const date = found.find(({ column }) => column === 'value');
    expect(date).toMatchObject({
      row: rowOf('milestone_dates.csv', 'DAT-1.3,met'),
      mend: 'write a day that exists, such as 2019-10-31',
    });
  });

  test.each<[string, () => void, Partial<Fault>]>([
    [
      'a missing file',
      () => rmSync(join(folder, 'sources.csv')),
      { file: 'sources.csv', found: 'no such file', mend: expect.stringMatching(/add sources.csv/) },
    ],
    [
      'a column that is not there',
      () => change('milestones.csv', 'title', 'name'),
      { file: 'milestones.csv', row: 1, column: 'title', mend: 'add a column named "title"' },
    ],
    [
      'a column that is not known',
      () => write('strategy.csv', read('strategy.csv').replace('about', 'about,colour').trimEnd().concat(',red\n')),
      { file: 'strategy.csv', row: 1, column: 'colour', mend: expect.stringMatching(/take this column out/) },
    ],
    [
      'a code used twice',
      () => append('sources.csv', 'pl004,Again,Somebody,press,,'),
      { file: 'sources.csv', row: 324, column: 'code', found: 'pl004', mend: expect.stringMatching(/keep one/) },
    ],
    [
      'a reference to a code that is not there',
      () => append('milestone_dates.csv', 'DAT-9.9,baseline,2030,2026,memory,,'),
      { file: 'milestone_dates.csv', row: 161, column: 'milestone', found: 'DAT-9.9' },
    ],
    [
      'a day that does not exist',
      () => append('milestone_dates.csv', 'DAT-1.4,forecast,2027-02-30,2026,memory,,'),
      { file: 'milestone_dates.csv', row: 161, column: 'value', found: '2027-02-30' },
    ],
    [
      'published without a source',
      () => append('milestone_dates.csv', 'DAT-1.4,forecast,2027,2026,published,,'),
      { file: 'milestone_dates.csv', row: 161, column: 'source', mend: expect.stringMatching(/name the source/) },
    ],
    [
      'from memory with a source',
      () => append('milestone_dates.csv', 'DAT-1.4,forecast,2027,2026,memory,pl088,'),
      { file: 'milestone_dates.csv', row: 161, column: 'source', found: 'pl088' },
    ],
    [
      'two first dates',
      () => append('milestone_dates.csv', 'DAT-1.4,baseline,2027,2026,memory,,'),
      { file: 'milestone_dates.csv', row: 161, column: 'kind', found: 'baseline of DAT-1.4' },
    ],
    [
      'a milestone without a first date',
      () => append('milestones.csv', 'DAT-1.5,DAT-1,5,A promise without a date,'),
      { file: 'milestones.csv', row: 64, column: 'code', found: 'DAT-1.5' },
    ],
    [
      'a date where it was taken back',
      () => append('milestone_dates.csv', 'DAT-1.4,undated,2027,2026,memory,,'),
      { file: 'milestone_dates.csv', row: 161, column: 'value', found: '2027' },
    ],
    [
      'a period that is none',
      () => append('observations.csv', 'EMP,2021/23,annual editions,1,final,memory,,'),
      { file: 'observations.csv', row: 97, column: 'period', found: '2021/23' },
    ],
    [
      'a value that is not a plain number',
      () => append('observations.csv', 'EMP,2014,annual editions,"222,000",final,memory,,'),
      { file: 'observations.csv', row: 97, column: 'value', found: '222,000' },
    ],
    [
      'the same value twice',
      () => append('observations.csv', 'EMP,2015,annual editions,1,final,memory,,'),
      { file: 'observations.csv', row: 97, column: 'indicator with series with period with status' },
    ],
    [
      'a member of no partnership',
      () => append('partnership_members.csv', 'NOPE,CAM,partner'),
      { file: 'partnership_members.csv', row: 68, column: 'partnership', found: 'NOPE' },
    ],
    [
      'a finding about a theme that is not there',
      () => append('findings.csv', 'X-1,seed0,SCI | NOPE,Text'),
      { file: 'findings.csv', row: 13, column: 'themes', found: 'NOPE' },
    ],
    [
      'an empty cell that is needed',
      () => append('milestones.csv', ',DAT-1,5,A promise without a code,'),
      { file: 'milestones.csv', row: 64, column: 'code', found: '', mend: 'fill it in' },
    ],
    [
      'a row with a cell too many',
      () => append('recommendation_organisations.csv', 'DAT-1,OLS,lead,stated,more'),
      { file: 'recommendation_organisations.csv', row: 177, found: '5 cells where the header has 4' },
    ],
    [
      'two strategies',
      () => append('strategy.csv', 'B,Name,Short,Author,2020-01-01,,2026-01-01,Somebody,About'),
      { file: 'strategy.csv', found: '2 rows' },
    ],
    [
      'a file that is not UTF-8',
      () => write('themes.csv', Buffer.from(read('themes.csv'), 'latin1')),
      { file: 'themes.csv', found: 'bytes that are not UTF-8', mend: 'save it as CSV UTF-8' },
    ],
    [
      'a quote that is never closed',
      () => append('themes.csv', 'XYZ,,9,"A name without an end,Aim,,'),
      { file: 'themes.csv', mend: expect.stringMatching(/check the quotes/) },
    ],
  ])('is told %s', async (_, breakIt, fault) => {
    breakIt();
    expect(await faults()).toContainEqual(expect.objectContaining(fault));
  });

  test('can be loaded once it is mended', async () => {
    append('milestone_dates.csv', 'DAT-1.4,forecast,2027,2026,published,,');
    await faults();
    change('milestone_dates.csv', 'DAT-1.4,forecast,2027,2026,published,,', 'DAT-1.4,forecast,2027,2026,memory,,');
    expect(await load()).toEqual({ rows: 1_349 });
  });
});
