import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addRecommendation,
  readNextRecommendationCode,
} from '#app/domain/recommendations/add-recommendation.server.ts';
import { readRecordAsAt } from '#app/domain/record/record-as-at.server.ts';
import { readThemePage } from '#app/domain/themes/theme-page.server.ts';
import { prepareDatabase } from '#seeds/prepare.server.ts';
import { freshDatabase, type TestDatabase } from '../helpers/database.ts';
import { makePerson } from '../helpers/people.ts';

const STRATEGY = 'seeds/ai-opportunities-action-plan';
const today = '2026-11-23';
const now = new Date(`${today}T12:00:00Z`);
const asAt = { day: today, isToday: true, view: 'publication' } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await prepareDatabase(database.db, { strategy: STRATEGY, now, today });
});
afterAll(() => database.close());

const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(STRATEGY, file)), { columns: true, skip_empty_lines: true });

describe('a strategy of another shape', () => {
  test('is loaded with every row of its files', async () => {
    const tables = {
      ...{ theme: 'themes', source: 'sources', organisation: 'organisations', recommendation: 'recommendations' },
      ...{
        milestone: 'milestones',
        milestoneFact: 'milestone_dates',
        event: 'events',
        responsibility: 'recommendation_organisations',
      },
      ...{ indicator: 'indicators', observation: 'observations', partnership: 'partnerships', finding: 'findings' },
    } as const;
    for (const [table, file] of Object.entries(tables)) {
      const counted = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.db);
      expect([table, counted.rows[0]?.n]).toEqual([table, rowsOf(`${file}.csv`).length]);
    }
  });

  test('keeps its codes as text, in the order of the plan', async () => {
    const { recommendations, milestones } = await readRecordAsAt(database.db, asAt);
    expect(recommendations.map(({ code }) => code)).toEqual(Array.from({ length: 50 }, (_, i) => String(i + 1)));
    expect(milestones.map(({ code }) => code)).toEqual(rowsOf('milestones.csv').map(({ code }) => code));
    const types = await sql<{
      t: string;
    }>`select distinct typeof(code) as t from recommendation union select typeof(code) from theme`.execute(database.db);
    expect(types.rows).toEqual([{ t: 'text' }]);
  });

  test('keeps the words in which a date was published beside the date', async () => {
    const facts = await database.db
      .selectFrom('milestoneFact')
      .select(['value', 'asPublished'])
      .where('milestone', '=', '4.2')
      .orderBy('number')
      .execute();
    expect(facts).toEqual([
      { value: '2025-08', asPublished: 'this summer' },
      { value: '2025', asPublished: '2025' },
      { value: '2025-09', asPublished: null },
    ]);
  });
});

describe('themes inside themes', () => {
  const page = async (code: string) => {
    const read = await readThemePage(database.db, code, asAt, (milestone) => milestone);
    if (!read) throw new Error(`There is no theme ${code}`);
    return read;
  };

  test('stand in the order of the plan, each as deep as it is', async () => {
    const { themes } = await readRecordAsAt(database.db, asAt);
    expect(themes.map(({ code, depth }) => `${depth} ${code}`)).toEqual([
      ...['0 1', '1 1.1', '1 1.2', '1 1.3', '1 1.4'],
      ...['0 2', '1 2.1', '1 2.2', '2 SCAN', '2 PILOT', '2 SCALE', '1 2.3', '1 2.4', '0 3'],
    ]);
  });

  test('a theme counts what its parts hold, down to the innermost', async () => {
    for (const [code, within] of [
      ['1', ['1.1', '1.2', '1.3', '1.4']],
      ['2.2', ['SCAN', 'PILOT', 'SCALE']],
      ['2.1', []],
    ] as const) {
      const own = rowsOf('recommendations.csv').filter(({ theme }) =>
        (within as readonly string[]).includes(theme ?? ''),
      );
      const { stages, recommendations, milestones, overTime } = await page(code);
      const promised = rowsOf('milestones.csv').filter(({ recommendation }) =>
        own.some((one) => one['code'] === recommendation),
      );
      expect([stages.total, recommendations.length, milestones.length]).toEqual([
        own.length,
        own.length,
        promised.length,
      ]);
      const last = overTime.at(-1);
      expect(Object.values(last?.counts ?? {}).reduce((sum, n) => sum + n, 0)).toBe(promised.length);
    }
  });

  test('a theme names its parts, and a part what it is in', async () => {
    expect((await page('2.2')).parts.map(({ code, total }) => [code, total])).toEqual([
      ['SCAN', 3],
      ['PILOT', 5],
      ['SCALE', 4],
    ]);
    expect((await page('PILOT')).above.map(({ code }) => code)).toEqual(['2', '2.2']);
    expect((await page('2')).indicators.indicators.map(({ code }) => code)).toEqual(['AI-USE']);
  });
});

describe('a recommendation that is added', () => {
  const add = async (code: string) => {
    const person = await makePerson(database.db, 'reviewer');
    const words = { title: 'Another', summary: 'It asks.', reason: 'A test.', source: null, newSource: null };
    return addRecommendation(database.db, { theme: 'PILOT', code, ...words }, { person, now, today });
  };

  test('goes on with the numbers of the plan, or has any code of the form, as it was typed', async () => {
    expect(await readNextRecommendationCode(database.db, 'PILOT')).toBe('51');
    expect(await add('38a')).toBe('38a');
    expect(await add('1.10')).toBe('1.10');
    const { recommendations } = await readRecordAsAt(database.db, asAt);
    expect(
      recommendations
        .filter(({ theme }) => theme === 'PILOT')
        .map(({ code }) => code)
        .slice(-2),
    ).toEqual(['38a', '1.10']);
  });

  test('is refused with a code that differs only in capitals, or of no form', async () => {
    await expect(add('38A')).rejects.toMatchObject({
      field: 'code',
      message: expect.stringContaining('38a is another'),
    });
    await expect(add('3 8')).rejects.toMatchObject({ field: 'code', message: expect.stringContaining('up to 24') });
  });
});
